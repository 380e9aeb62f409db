import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'sensuality',
  name: { de: 'Sinnlichkeit', en: 'Sensuality' },
  about: {
    de: 'Sinnlichkeit meint hier die Bedeutung, die Schönheit, Gestaltung und Eindrücke der Sinne in der Arbeitsumgebung haben.',
    en: 'Sensuality here means how much beauty, design and impressions of the senses matter in the surroundings at work.',
  },
  high: {
    label: { de: 'Schönes gestalten und genießen', en: 'shape and savour beauty' },
    want: {
      de: 'Sie möchten von Schönem umgeben sein: Licht, Material, Klang, eine sorgsam gesetzte Seite. Ein stimmiger Raum hebt Ihre Laune.',
      en: 'You want beautiful things around you: light, material, sound, a carefully set page. A room in which everything is in tune lifts your mood.',
    },
    easy: {
      de: 'Ob eine Präsentation, ein Messestand oder ein Besprechungsraum stimmig wirkt, spüren Sie sofort. Mit Freude feilen Sie an Form, Ton und Material, bis alles zusammenklingt.',
      en: 'You sense at once whether a presentation, a stand or a meeting room feels right. You enjoy refining form, tone and material until everything chimes.',
    },
    costs: {
      de: 'Ein fensterloser Raum mit summender Lüftung raubt Ihnen Kraft. Und es schmerzt Sie, eine lieblos gesetzte Unterlage hinauszuschicken, nur weil der Inhalt stimmt.',
      en: 'A windowless room with a humming fan drains you. And it pains you to send out a carelessly laid-out document just because the content is right.',
    },
    seenByOther: {
      de: 'Wer es nüchtern mag, sieht in Ihrer Feinarbeit vielleicht Zierrat, der Zeit und Geld kostet. Was Sie als Sorgfalt gegenüber Menschen verstehen, wirkt dort verspielt.',
      en: 'Someone who likes things plain may see your finishing touches as ornament that costs time and money. What you mean as care for people can look playful.',
    },
    helps: {
      de: 'Richten Sie sich einen Platz ein, der Ihren Sinnen guttut. Legen Sie bei jedem Vorhaben vorab fest, wie viele Stunden die Gestaltung haben darf.',
      en: 'Set up a place that pleases your senses. For each project, decide in advance how many hours design is allowed to take.',
    },
  },
  low: {
    label: { de: 'sachlich bleiben, Zweckmäßiges wählen', en: 'keep things plain and practical' },
    want: {
      de: 'Sie möchten, dass Dinge ihren Zweck erfüllen. Ein Stuhl, ein Tisch, eine Tabelle mit den richtigen Zahlen: Damit lässt sich gut arbeiten.',
      en: 'You want things to serve their purpose. A chair, a table, a spreadsheet with the right figures: that is a good basis for work.',
    },
    easy: {
      de: 'Sie arbeiten im Zug, in der Lagerhalle oder zwischen Umzugskisten und vergessen die Umgebung. Bei einem Entwurf blicken Sie durch die Oberfläche gleich auf den Inhalt.',
      en: 'You work on a train, in a warehouse or among packing cases and forget your surroundings. In a draft you look straight through the surface at the content.',
    },
    costs: {
      de: 'Eine lange Runde über Farbton und Papiersorte erschöpft Ihre Geduld. Dreht sich ein ganzer Abend um das Ambiente, fühlt sich das für Sie nach Pflicht an.',
      en: 'A long debate about shades and paper stock exhausts your patience. An evening that is all about the ambience feels like duty, too.',
    },
    seenByOther: {
      de: 'Karg oder gleichgültig gegenüber der Wirkung: So mögen Sie Menschen erscheinen, die Schönes lieben. Ihr Blick für das Wesentliche sieht von dort aus wie Lieblosigkeit.',
      en: 'Austere, or indifferent to effect: that is how you may appear to people who love beauty. From there, your eye for the essential can be taken for coldness.',
    },
    helps: {
      de: 'Nutzen Sie fertige Vorlagen und überlassen Sie das Gestalten Menschen, die Freude daran haben. Fragen Sie nach der gewünschten Wirkung: Dann bekommt Form einen Zweck.',
      en: 'Use ready-made templates and leave design to people who enjoy it. Ask what effect is wanted; then form acquires a purpose.',
    },
  },
  balanced: {
    de: 'Wie viel Ihnen Schönheit bedeutet, hängt von der Situation ab. Für einen festlichen Anlass gestalten Sie mit Liebe, im Alltag genügt Ihnen, was seinen Zweck erfüllt.',
    en: 'How much beauty means to you depends on the situation. For a festive occasion you design with love; in daily work, what serves its purpose is enough.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Beide haben ein Auge für das Stimmige und verstehen einander bei einem Entwurf mit halben Sätzen. Was sie gemeinsam machen, trägt eine Handschrift.',
          en: 'Both have an eye for what is in tune and understand each other over a draft in half sentences. What they make together bears a signature.',
        },
        hurts: {
          de: 'Zwei feine Geschmäcker finden immer noch etwas zum Feilen, und der Abgabetermin rückt heran. Uneinigkeit über einen Entwurf geht beiden nahe.',
          en: 'Two fine tastes always find one more thing to polish while the deadline approaches. Disagreement over a draft touches both personally.',
        },
        question: {
          de: 'Woran würden Sie beide erkennen, dass ein Entwurf fertig ist?',
          en: 'How would you both recognise that a draft is finished?',
        },
        proposals: [
          {
            de: 'Jeder Entwurf bekommt zwei Überarbeitungen. Nach der zweiten entscheidet noch am selben Tag, wer den Auftrag führt.',
            en: 'Every draft gets two rounds of revision. After the second, whoever leads the job decides the same day.',
          },
          {
            de: 'Bevor wir gestalten, einigen wir uns in 15 Minuten auf drei Vorbilder. Sie hängen sichtbar an der Wand, bis die Arbeit abgegeben ist.',
            en: 'Before we design, we take 15 minutes to agree on three models. They stay on the wall until the work is handed in.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Räume, Unterlagen und Auftritte bekommen auf beiden Seiten Aufmerksamkeit. Gäste merken, dass hier mit Sinn für Details gearbeitet wird.',
          en: 'Rooms, documents and public appearances receive attention on both sides. Guests notice that people here work with a feeling for detail.',
        },
        hurts: {
          de: 'Zwei Stile ringen um das gemeinsame Gesicht nach außen. Stunden und Budget fließen in die Form, während der Inhalt auf seine Runde wartet.',
          en: 'Two styles wrestle over the shared public face. Hours and budget flow into form while the content waits for its turn.',
        },
        question: {
          de: 'Welchen Eindruck sollen Gäste mitnehmen, und was davon ist beiden Teams gemeinsam?',
          en: 'What impression should guests take away, and which part of it do both teams share?',
        },
        proposals: [
          {
            de: 'Bis Monatsende legen je zwei Personen aus beiden Teams einen gemeinsamen Stil für Unterlagen fest. Er gilt ein Jahr.',
            en: 'By the end of the month two people from each team define a common style for documents. It holds for one year.',
          },
          {
            de: 'Für jede Veranstaltung beschließt die Planungsrunde zuerst Inhalt und Budget. Über die Gestaltung spricht sie in der zweiten Sitzung.',
            en: 'For each event the planning group first decides content and budget. It discusses design in the second meeting.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Ohne Umwege geht es zum Inhalt, eine Skizze auf Papier genügt. Mit Äußerlichkeiten halten sich beide wenig auf.',
          en: 'The way to the content is short; a sketch on paper will do. Neither spends much time on outward appearance.',
        },
        hurts: {
          de: 'Eine Unterlage geht hinaus, die alles enthält und wenig zum Lesen einlädt. Dass Gäste den kahlen Raum kühl finden, fällt erst auf, wenn es jemand sagt.',
          en: 'A document goes out that contains everything and offers little invitation to read on. That guests find the bare room chilly only comes up when someone says so.',
        },
        question: {
          de: 'Für wen außer Ihnen soll das, was Sie herstellen, auch ansprechend sein?',
          en: 'Who else, besides the two of you, should find what you produce appealing?',
        },
        proposals: [
          {
            de: 'Unterlagen für Außenstehende geben wir zwei Tage vor Versand einer gestaltungsfreudigen Person im Haus. Mindestens einen ihrer Vorschläge setzen wir um.',
            en: 'Two days before a document leaves the company, we show it to a colleague who enjoys design. We carry out at least one of their suggestions.',
          },
          {
            de: 'Am Tag vor einem Besuch prüft eine Person von uns den Raum: Licht, Luft, Ordnung, Wasser. Wir wechseln uns monatlich ab.',
            en: 'The day before a visit one of us checks the room: light, air, order, water. We take turns month by month.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Mittel gehen in das, was gebraucht wird; über Ausstattung ist man sich rasch einig. Schlichte Vorlagen machen den Austausch zwischen den Teams schnell.',
          en: 'Money goes into what is needed, and equipment is quickly agreed on. Plain templates make exchange between the teams fast.',
        },
        hurts: {
          de: 'Nach außen wirkt das gemeinsame Angebot trockener, als es ist. Kolleginnen und Kollegen mit Sinn für Schönes finden in beiden Teams wenig Widerhall.',
          en: 'To outsiders the joint offer seems drier than it is. Colleagues with a sense of beauty find little echo in either team.',
        },
        question: {
          de: 'Wo hätte eine andere Form dem Inhalt zuletzt mehr Aufmerksamkeit verschafft?',
          en: 'Where would a different form recently have won more attention for the content?',
        },
        proposals: [
          {
            de: 'Für Auftritte vor mehr als zwanzig Gästen holen wir drei Wochen vorher Unterstützung bei der Gestaltung. Jedes Team trägt die Hälfte der Kosten.',
            en: 'For appearances before more than twenty guests we bring in design support three weeks ahead. Each team bears half of the cost.',
          },
          {
            de: 'Im März und im September gehen je eine Person pro Team durch unsere Räume. Sie wählen eine kleine Verschönerung, die bis Monatsende umgesetzt ist.',
            en: 'In March and September one person per team walks through our rooms. They choose one small embellishment, to be in place by the end of the month.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Form, die Menschen anspricht, trifft auf Inhalt, der ohne Schmuck trägt. So bekommt die gemeinsame Arbeit Kern und Gewand.',
          en: 'Form that appeals to people meets content that stands without ornament. Their joint work gains both substance and dress.',
        },
        hurts: {
          de: 'Was für die eine Seite Sorgfalt ist, nennt die andere Dekoration. Was hier sachlich heißt, heißt dort lieblos. Verteidigt wird auf beiden Seiten, was gute Arbeit ausmacht.',
          en: 'What is care to one side is decoration to the other. What is called plain here is called loveless there. Each side is defending its idea of good work.',
        },
        question: {
          de: 'Was an Ihrer letzten gemeinsamen Unterlage hat wem von Ihnen Freude gemacht?',
          en: 'What about your last joint document gave pleasure to which of you?',
        },
        proposals: [
          {
            de: 'Wir trennen die Schritte: Bis Mittwoch liefert die sachliche Seite den Text. Bis Freitag gibt ihm die gestaltende Seite seine Form.',
            en: 'We separate the steps: by Wednesday the one who likes it plain delivers the text. By Friday the one who likes design gives it form.',
          },
          {
            de: 'Interne Papiere nutzen die schlichte Vorlage. Bei externen bestimmt die Gestaltung, wer Freude daran hat, mit höchstens zwei Stunden Aufwand.',
            en: 'Internal papers use the plain template. For external ones, whoever enjoys design decides on it and spends at most two hours.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ein Team gibt dem Angebot Gesicht und Atmosphäre, das andere achtet darauf, dass es im Alltag dient. Die Kundschaft bekommt etwas, das gefällt und funktioniert.',
          en: 'One team gives the offer a face and an atmosphere, the other sees that it serves in daily use. Customers get something that pleases and works.',
        },
        hurts: {
          de: 'Gestaltung gilt den einen als Kern ihrer Arbeit, den anderen als Zugabe. So streiten sie über Druckkosten und meinen eigentlich Wertschätzung.',
          en: 'Design is the core of the work to one team and an extra to the other. They argue about printing costs and really mean appreciation.',
        },
        question: {
          de: 'Wann hat Gestaltung eine Tür geöffnet, und wann hat Schlichtheit Zeit gespart?',
          en: 'When did design open a door, and when did plainness save time?',
        },
        proposals: [
          {
            de: 'Jedes gemeinsame Projekt erhält zum Start ein Gestaltungsbudget in Stunden. Beide Leitungen unterschreiben es und entscheiden auch über Änderungen gemeinsam.',
            en: 'Every joint project starts with a design budget in hours. Both team leads sign it and decide on changes together.',
          },
          {
            de: 'Zu Quartalsbeginn liefert das gestaltende Team fertige Vorlagen. Das sachliche Team nutzt sie unverändert und meldet seine Wünsche gesammelt zum Monatsende.',
            en: 'At the start of the quarter the design-minded team delivers templates. The other team uses them unchanged and sends its wishes in one list at month’s end.',
          },
        ],
      },
    },
  },
};
