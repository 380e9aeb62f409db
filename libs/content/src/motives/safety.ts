import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'safety',
  name: { de: 'Sicherheit', en: 'Safety' },
  about: {
    de: 'Wie jemand bei der Arbeit zu Wagnis, Ungewissheit und Druck steht, beschreibt dieses Motiv.',
    en: 'How someone relates to risk, uncertainty and pressure at work is what this motive captures.',
  },
  high: {
    label: { de: 'vorsorgen und absichern', en: 'plan ahead and safeguard' },
    want: {
      de: 'Sie möchten wissen, woran Sie sind, und die Folgen kennen, bevor Sie sich festlegen. Ein ruhiger, berechenbarer Verlauf lässt Sie aufatmen.',
      en: 'You want to know where you stand, and to see the consequences before you commit yourself. A calm and predictable course lets you breathe easily.',
    },
    easy: {
      de: 'Sie sehen früh, wo es eng werden könnte, und denken einen zweiten Weg mit. Mit Puffer im Plan und geklärten Zusagen arbeiten Sie gelassen.',
      en: 'You see early where things could get tight, and think of a second route. With slack in the plan and commitments settled, you work at ease.',
    },
    costs: {
      de: 'Ein Start, bei dem vieles offen ist, beschäftigt Sie noch nach Feierabend. Auch drei Eilaufträge zugleich oder ein Auftritt aus dem Stegreif zehren an Ihnen.',
      en: 'A launch with many open ends still occupies you after hours. Three rush jobs at once, or having to speak off the cuff, wear you down as well.',
    },
    seenByOther: {
      de: 'Im Tempo anderer geht leicht unter, dass Ihre Fragen das Vorhaben schützen sollen. Von dort aus wirken Sie eher zögerlich oder wie eine Bremse.',
      en: 'In the rush of bolder people it is easily lost that your questions protect the project. From where they stand you may seem hesitant, or a brake.',
    },
    helps: {
      de: 'Bitten Sie um Bedenkzeit mit Datum und benennen Sie, was Sie für ein Ja brauchen. Ein kleiner Probelauf macht aus einem Sprung eine Treppe.',
      en: 'Ask for time to think, with a date, and name what you need for a yes. A small trial run turns a leap into a flight of stairs.',
    },
  },
  low: {
    label: { de: 'wagen und Druck standhalten', en: 'dare and ride out pressure' },
    want: {
      de: 'Sie möchten etwas wagen und schauen, was daraus wird. Ein offener Ausgang reizt Sie, und ein Tag mit Herzklopfen bleibt Ihnen gern in Erinnerung.',
      en: 'You want to dare something and see what comes of it. An open outcome attracts you, and you fondly remember the days that made your heart race.',
    },
    easy: {
      de: 'Wenn drei Telefone klingeln und der Termin vorrückt, bleiben Sie gelassen. Sie sagen zu, bevor alles geklärt ist, und finden den Weg unterwegs.',
      en: 'When three phones ring and the deadline moves up, you stay relaxed. You say yes before everything is settled and find the route along the way.',
    },
    costs: {
      de: 'Lange Prüfschleifen für den Fall der Fälle ermüden Sie. In ruhigen Monaten, in denen alles genau nach Plan läuft, werden Ihnen die Tage lang.',
      en: 'Long rounds of checks, just in case, tire you out. In quiet months, when everything runs exactly to plan, the days grow long for you.',
    },
    seenByOther: {
      de: 'Ihre Ruhe im Sturm kann wirken, als nähmen Sie Bedenken leicht. Wer Sicherheit schätzt, nennt waghalsig, was für Sie Lust am offenen Ausgang ist.',
      en: 'Your calm in a storm can look as if you made light of worries. What is delight in an open outcome to you may be called reckless by those who value safety.',
    },
    helps: {
      de: 'Suchen Sie Aufgaben mit offenem Ausgang und legen Sie fest, ab wann Sie andere einbeziehen. Ein Satz zu den Folgen holt vorsichtigere Menschen ins Boot.',
      en: 'Look for tasks with an open outcome, and decide when to bring others in. One sentence on the consequences gets more cautious people on board.',
    },
  },
  balanced: {
    de: 'Ob Sie springen oder erst das Wasser prüfen, hängt von der Situation ab: vom Einsatz, von der Zeit und davon, wer die Folgen mitträgt.',
    en: 'Whether you jump or test the water first depends on the situation: on the stakes, the time and who else bears the consequences.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Gründliche Vorbereitung ist hier Ehrensache, und gewarnt wird rechtzeitig. Zusagen sind durchdacht, und Überraschungen bleiben selten.',
          en: 'Thorough preparation is a point of honour here, and warnings come in good time. Promises are well considered, and surprises remain rare.',
        },
        hurts: {
          de: 'Bedenken der einen Seite nähren die der anderen, bis eine Gelegenheit verstrichen ist. Unter Druck suchen beide Halt und finden ihn nicht gleich beieinander.',
          en: 'The doubts of one feed the doubts of the other until an opportunity has passed. Under pressure both look for support and do not find it in each other at once.',
        },
        question: {
          de: 'Welche Folge eines Versuchs könnten Sie beide ohne große Sorge tragen?',
          en: 'Which consequence of an experiment could you both bear without much worry?',
        },
        proposals: [
          {
            de: 'Für jede Entscheidung setzen wir am Anfang ein Datum. An diesem Tag entscheiden wir mit dem, was wir dann wissen.',
            en: 'For each decision we set a date at the outset. On that day we decide with what we know by then.',
          },
          {
            de: 'Einmal im Monat wählen wir ein kleines Wagnis mit begrenztem Einsatz. Nach zwei Wochen werten wir es in zwanzig Minuten aus.',
            en: 'Once a month we choose a small venture with a limited stake. After two weeks we review it in twenty minutes.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Übergaben sind sauber dokumentiert, Termine haben Puffer, und Zusagen gelten. Kundinnen und Kunden spüren, dass hier vorgesorgt wird.',
          en: 'Handovers are neatly documented, schedules have slack, and a promise is a promise. Customers sense that here people think ahead.',
        },
        hurts: {
          de: 'Jede Seite sichert sich noch einmal ab, und aus drei Freigaben werden sechs. Neues kommt spät heraus, weil den ersten Schritt beide der anderen Seite überlassen.',
          en: 'Each side takes one more precaution, and three approvals become six. New things come out late because both leave the first step to the other.',
        },
        question: {
          de: 'Welche Ihrer Absicherungen stammt aus einem alten Anlass, der heute vorbei ist?',
          en: 'Which of your safeguards stems from an old occasion that has long passed?',
        },
        proposals: [
          {
            de: 'Bis Monatsende listen beide Leitungen alle Freigaben auf und streichen gemeinsam mindestens eine. Nach drei Monaten prüfen sie die Folgen.',
            en: 'By the end of the month both team leads list all approvals and strike out at least one. After three months they review the effects.',
          },
          {
            de: 'Neue Ideen testen wir sechs Wochen lang mit einem festen Betrag. Zwei Personen, eine pro Team, entscheiden darüber ohne weitere Freigabe.',
            en: 'We test new ideas for six weeks on a fixed budget. Two people, one per team, decide on it without further approval.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Ein schnelles Ja und gute Laune mitten im Trubel verbinden die beiden. Wo andere noch prüfen, läuft bei ihnen schon der erste Versuch.',
          en: 'A quick yes and good cheer in the bustle unite the two. Where others are still checking, their first attempt is under way.',
        },
        hurts: {
          de: 'Vorsorge bleibt liegen, weil sie beide nicht reizt. Geraten zwei Wagnisse zugleich ins Rutschen, ist der zweite Weg noch ungeplant.',
          en: 'Precautions are left for later because they tempt neither. If two ventures start to slide at once, the second route is still unplanned.',
        },
        question: {
          de: 'Wen betreffen Ihre Wagnisse, und was sagen diese Menschen dazu?',
          en: 'Whom do your ventures affect, and what do these people say about them?',
        },
        proposals: [
          {
            de: 'Über jede Zusage an Dritte schlafen wir eine Nacht. Am nächsten Morgen notieren wir zwei mögliche Folgen, dann antworten wir.',
            en: 'We sleep on every promise to others for one night. In the morning we note two possible consequences, then we reply.',
          },
          {
            de: 'Vor jedem eiligen Vorhaben bitten wir eine vorsichtige Person im Haus um 15 Minuten Gegenrede. Ihr wichtigster Einwand kommt in den Plan.',
            en: 'Before each hasty project we ask a cautious colleague for 15 minutes of counter-argument. Their main objection goes into the plan.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Von Hektik lassen sich beide Teams kaum beeindrucken, und Neues probieren sie gern. Geschieht am Markt etwas, sind sie noch am selben Tag dabei.',
          en: 'Hectic times hardly impress either team, and both like to try new things. If something happens in the market, they are in on it the same day.',
        },
        hurts: {
          de: 'Vieles wird begonnen, und die Folgen trägt oft eine dritte Stelle, etwa die Abwicklung. Vorsichtige Stimmen in den Teams werden leiser.',
          en: 'Much is begun, and a third party, such as order processing, often bears the consequences. Cautious voices in the teams grow quieter.',
        },
        question: {
          de: 'Wer räumt auf, wenn ein Wagnis beider Teams anders ausgeht als gedacht?',
          en: 'Who clears up when a venture of both teams turns out differently from what was planned?',
        },
        proposals: [
          {
            de: 'Zu jedem neuen Vorhaben benennen wir am Starttag eine Person, die Folgen und Grenzen im Blick behält. Sie darf jederzeit „Halt“ sagen.',
            en: 'On the first day of each new project we name one person who watches consequences and limits. They may call a halt at any time.',
          },
          {
            de: 'Am letzten Freitag im Quartal gehen beide Leitungen alle laufenden Versuche durch. Für jeden Versuch entscheiden sie: fortführen, ändern oder beenden.',
            en: 'On the last Friday of the quarter both team leads go through all running experiments. For each they decide: continue, change or end.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Der Blick für den Haken und der Blick für die Gelegenheit sitzen am selben Tisch. Legen beide zusammen, was sie sehen, springen sie mit Netz.',
          en: 'An eye for the catch and an eye for the opportunity sit at the same table. If the two put together what they see, they leap with a net.',
        },
        hurts: {
          de: 'Rückfragen klingen für die eine Seite nach Bremse, Tempo klingt für die andere nach Leichtsinn. Unter Druck wächst der Abstand: Hier sucht man Ruhe, dort lebt man auf.',
          en: 'Questions sound like brakes to one side, speed sounds like recklessness to the other. Pressure widens the gap: here someone seeks calm, there someone comes alive.',
        },
        question: {
          de: 'Was brauchen Sie, um zu einem Wagnis Ja zu sagen, und was, um mit einer Entscheidung warten zu können?',
          en: 'What do you need to say yes to a risk, and what do you need to wait with a decision?',
        },
        proposals: [
          {
            de: 'Wer drängt, nennt den spätesten Zeitpunkt der Entscheidung. Wer prüft, liefert bis dahin höchstens drei Bedenken mit je einem Vorschlag.',
            en: 'Whoever presses names the latest moment for a decision. Whoever checks delivers at most three concerns by then, each with a suggestion.',
          },
          {
            de: 'Eilanfragen nimmt an, wer Trubel mag; planbare Zusagen betreut, wer Ruhe schätzt. Freitags um 15 Uhr gleichen wir beides zehn Minuten lang ab.',
            en: 'Whoever enjoys bustle takes urgent requests; whoever values calm looks after plannable commitments. On Fridays at 3 pm we compare notes for ten minutes.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Gelegenheiten werden ergriffen, solange sie frisch sind, und Zusagen halten dennoch. Kundinnen und Kunden erleben Tempo und Verlässlichkeit.',
          en: 'Opportunities are seized while they are fresh, and promises still hold. Customers experience both speed and reliability.',
        },
        hurts: {
          de: '„Die versprechen alles“, heißt es auf der einen Seite. „Die verhindern alles“, heißt es auf der anderen. Beide sehen das Risiko, das ihnen vertraut ist: zu früh oder zu spät.',
          en: '“They promise everything,” says one side. “They block everything,” says the other. Each sees the risk that is familiar: being too early or too late.',
        },
        question: {
          de: 'Welches Risiko trägt Ihr Team, das dem anderen bisher verborgen ist?',
          en: 'Which risk does your team carry that the other has not seen so far?',
        },
        proposals: [
          {
            de: 'Bis Monatsende schreiben beide Leitungen zwei Listen: was vor Ort sofort zugesagt wird und was 24 Stunden Prüfung bekommt. Danach gelten sie drei Monate.',
            en: 'By month’s end both team leads write two lists: what is promised on the spot and what gets 24 hours of checking. The lists hold for three months.',
          },
          {
            de: 'Vor neuen Angeboten spricht das wagende Team zehn Minuten über die Chance, das absichernde zehn Minuten über die Folgen. Danach entscheiden beide Leitungen im selben Termin.',
            en: 'Before a new offer, the daring team speaks for ten minutes on the opportunity, the safeguarding team on the consequences. Both team leads then decide on the spot.',
          },
        ],
      },
    },
  },
};
