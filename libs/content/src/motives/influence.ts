import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'influence',
  name: { de: 'Einfluss', en: 'Influence' },
  about: {
    de: 'Einfluss handelt davon, ob jemand lieber die Richtung vorgibt oder eine Richtung mitträgt und in die Tat umsetzt.',
    en: 'Influence is about whether someone prefers to set the direction or to back a direction and put it into practice.',
  },
  high: {
    label: { de: 'führen und entscheiden', en: 'lead and decide' },
    want: {
      de: 'Sie möchten gestalten, Richtung geben und am Ende für ein Ergebnis geradestehen. Ist eine Runde ratlos, reizt Sie der Griff zum Steuer.',
      en: 'You want to shape things, set a direction and answer for the outcome. When a meeting stalls, you feel like taking the wheel.',
    },
    easy: {
      de: 'In einer offenen Lage sprechen Sie aus, was jetzt zu tun ist, verteilen Aufgaben und stehen zu unbequemen Beschlüssen.',
      en: 'In an open situation you say what happens next, hand out tasks and stand by uncomfortable decisions.',
    },
    costs: {
      de: 'Mühsam ist es, einen Beschluss auszuführen, an dem Sie keinen Anteil hatten. Auch langes Zuhören ohne Stimme in der Sache zehrt.',
      en: 'Carrying out a decision you had no part in is hard going. So is sitting through a long discussion without a say.',
    },
    seenByOther: {
      de: 'Wer lieber unterstützt, hört in Ihrem Vorschlag womöglich schon die Anweisung. Ihr Tempo kann wirken, als stünde das Ergebnis längst fest.',
      en: 'Someone who prefers to support may hear an instruction where you meant a suggestion. Your pace can make the outcome look settled.',
    },
    helps: {
      de: 'Ein klar umrissener Bereich, in dem Ihr Wort gilt. Sagen Sie vorab, ob Sie gerade entscheiden, beraten oder nur laut denken.',
      en: 'A clearly drawn area in which your word counts. Say beforehand whether you are deciding, advising or just thinking aloud.',
    },
  },
  low: {
    label: { de: 'unterstützen und umsetzen', en: 'support and carry out' },
    want: {
      de: 'Sie möchten einen Beschluss gut in die Tat umsetzen und andere dabei stärken. Ein gelungenes Ergebnis freut Sie auch ohne das letzte Wort.',
      en: 'You want to turn a decision into good work and back others up as you do. A good result pleases you even without the last word.',
    },
    easy: {
      de: 'Sie hören heraus, was gebraucht wird, bereiten Entscheidungen sauber vor und bringen Zugesagtes still und gründlich ins Ziel.',
      en: 'You pick up what is needed, prepare decisions with care and bring what was agreed home, quietly and thoroughly.',
    },
    costs: {
      de: 'Anstrengend ist es, wenn Sie vor der Gruppe Vorgaben machen sollen. Auch ein Machtwort unter Gleichgestellten kostet Sie Überwindung.',
      en: 'Laying down the line in front of a group takes effort. Overruling a peer also goes against the grain.',
    },
    seenByOther: {
      de: 'Wer gern lenkt, hält Ihr Abwarten leicht für Zustimmung oder für Desinteresse. Dabei prüfen Sie oft nur in Ruhe, was der Sache dient.',
      en: 'Someone who likes to steer may take your waiting for agreement or for disinterest. Often you are simply weighing what serves the task.',
    },
    helps: {
      de: 'Aufträge mit klarem Ziel und einer festen Ansprechperson. Verabreden Sie, an welcher Stelle Ihre Einschätzung ausdrücklich abgefragt wird.',
      en: 'Assignments with a clear goal and one person to turn to. Agree on the point at which your view is explicitly asked for.',
    },
  },
  balanced: {
    de: 'Mal übernehmen Sie das Steuer, mal arbeiten Sie gern zu. Den Ausschlag gibt meist die Sache und wer sonst im Raum ist.',
    en: 'At times you take the wheel, at times you are glad to support. What tips it is usually the matter at hand and who else is in the room.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Entscheidungen fallen schnell, und Verantwortung bleibt nie lange liegen. Beide trauen sich, auch Unbequemes auf den Tisch zu legen.',
          en: 'Decisions come fast and responsibility never lies around for long. Both dare to put awkward matters on the table.',
        },
        hurts: {
          de: 'Aus einer Sachfrage wird rasch die Frage, wer das Sagen hat. Beschlüsse werden neu verhandelt, sobald eine Seite den Raum verlässt.',
          en: 'A question of substance soon turns into a question of who is in charge. Decisions are reopened as soon as one side leaves the room.',
        },
        question: {
          de: 'Welche Entscheidung würden Sie der anderen Person ganz überlassen, und welche auf keinen Fall?',
          en: 'Which decision would you leave entirely to the other person, and which one under no circumstances?',
        },
        proposals: [
          {
            de: 'Wir führen eine Liste unserer zehn wichtigsten Entscheidungsfelder; hinter jedem steht genau ein Name. Am ersten Montag des Monats prüfen wir sie gemeinsam.',
            en: 'We keep a list of our ten most important areas of decision, each with exactly one name. We review it together on the first Monday of the month.',
          },
          {
            de: 'Sind wir uneinig, trägt jede Seite ihren Vorschlag drei Minuten lang vor. Danach entscheidet, wessen Name hinter dem Feld steht, noch im selben Termin.',
            en: 'When we disagree, each side presents its proposal for three minutes. Then the person named for that area decides, in the same meeting.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Beide Teams ergreifen die Initiative und scheuen keine großen Vorhaben. Gegenüber Dritten treten sie entschlossen auf.',
          en: 'Both teams take the initiative and do not shy away from big undertakings. Third parties meet two determined voices.',
        },
        hurts: {
          de: 'Gremien geraten zum Kräftemessen, und jede Seite schafft vollendete Tatsachen. Die Mitglieder bekommen widersprüchliche Vorgaben.',
          en: 'Committees become a trial of strength, and each side creates facts on the ground. Members receive conflicting instructions.',
        },
        question: {
          de: 'Welche drei Entscheidungen wollen beide Teams treffen, und wer ist von den Folgen am stärksten betroffen?',
          en: 'Which three decisions do both teams want to make, and who has to live with the consequences most?',
        },
        proposals: [
          {
            de: 'Die beiden Leitungen teilen die gemeinsamen Vorhaben untereinander auf. Zu Quartalsbeginn veröffentlichen sie je Vorhaben den Namen der verantwortlichen Person.',
            en: 'The two team leads divide the joint projects between them. At the start of each quarter they publish one accountable name per project.',
          },
          {
            de: 'Die Leitung gemeinsamer Sitzungen wechselt monatlich. Wer leitet, hält Beschlüsse samt Namen am selben Tag im Protokoll fest.',
            en: 'The chair of joint meetings changes every month. Whoever chairs records decisions and names in the minutes the same day.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Der Umgang ist rücksichtsvoll, und Zugesagtes wird erledigt. Niemand drängt nach vorn, und beide gönnen einander den Erfolg.',
          en: 'They treat each other with consideration, and what is promised gets done. Nobody pushes to the front, and each is glad of the other’s success.',
        },
        hurts: {
          de: 'Offene Fragen wandern hin und her, weil beide auf ein Signal warten. Am Ende entscheidet der Kalender.',
          en: 'Open questions travel back and forth because both wait for a signal. In the end the calendar decides.',
        },
        question: {
          de: 'Welche Frage liegt schon länger unentschieden zwischen Ihnen, und wer von beiden steht ihr fachlich näher?',
          en: 'Which question has been lying undecided between you for a while, and which of you is closer to the subject?',
        },
        proposals: [
          {
            de: 'Jeden Donnerstag gehen wir zehn Minuten lang offene Entscheidungen durch. Wer fachlich näher dran ist, schlägt vor; ohne Einwand bis Freitag zwölf Uhr gilt der Vorschlag.',
            en: 'Every Thursday we go through open decisions for ten minutes. Whoever is closer to the subject proposes; without objection by noon on Friday the proposal stands.',
          },
          {
            de: 'Bleibt etwas länger als eine Woche offen, bringt es eine vorab bestimmte Person zur Führung. Diese Aufgabe wechselt jeden Monat.',
            en: 'If something stays open for more than a week, a person named in advance takes it to management. This duty changes hands every month.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Gemeinsame Vorhaben laufen geräuscharm: Beide Teams liefern zu, springen ein und halten sich an Absprachen.',
          en: 'Joint projects run without much noise: both teams deliver, step in where needed and keep to what was agreed.',
        },
        hurts: {
          de: 'Beide warten auf einen Auftrag von oben. Gelegenheiten bleiben liegen, bis eine dritte Stelle über sie verfügt.',
          en: 'Both wait for a mandate from above. Opportunities lie idle until a third party takes charge of them.',
        },
        question: {
          de: 'Wobei warten beide Teams gerade auf eine Ansage, und wer könnte sie geben?',
          en: 'What are both teams currently waiting to be told, and who could say the word?',
        },
        proposals: [
          {
            de: 'In der Startsitzung jedes gemeinsamen Vorhabens benennen die Teams eine Person mit Entscheidungsrecht und eine Vertretung. Beide Namen stehen im Projektblatt.',
            en: 'In the kick-off of every joint project the teams name one person with the right to decide, and a deputy. Both names go on the project sheet.',
          },
          {
            de: 'In der ersten Sitzung jedes Monats legen beide Teams ihre offenen Fragen zusammen. Mindestens drei davon entscheiden sie, bevor sie auseinandergehen.',
            en: 'In the first meeting of every month both teams pool their open questions. They settle at least three of them before they part.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Eine Seite weist die Richtung, die andere macht daraus ein Ergebnis. Entschlüsse werden gefasst und auch vollendet.',
          en: 'One side points the way, the other turns it into a result. Decisions are taken and also brought to completion.',
        },
        hurts: {
          de: 'Im roten Bereich liest sich Zurückhaltung als Zustimmung oder Desinteresse. Im blauen Bereich fühlt sich Tempo wie Übergehen an, und gute Einwände bleiben ungesagt.',
          en: 'Seen from the red range, restraint reads as agreement or disinterest. Seen from the blue range, speed feels like being passed over, and good objections go unsaid.',
        },
        question: {
          de: 'Wann wünschen Sie sich eine klare Ansage, wann eine offene Frage, und wie erkennt Ihr Gegenüber den Unterschied?',
          en: 'When do you want a clear call, when an open question, and how can the other person tell the difference?',
        },
        proposals: [
          {
            de: 'Wer gern entscheidet, schickt Vorschläge einen Arbeitstag vor dem Beschluss. Wer lieber umsetzt, antwortet bis dahin mit einem Bedenken oder einem ausdrücklichen Ja.',
            en: 'Whoever likes to decide sends proposals one working day before the decision. Whoever prefers to carry out replies by then with a concern or an explicit yes.',
          },
          {
            de: 'In unserem Termin am Mittwoch spricht zuerst, wer lieber umsetzt: was läuft, was klemmt, was gebraucht wird. Entschieden wird erst danach.',
            en: 'In our Wednesday meeting the one who prefers to carry out speaks first: what works, what jams, what is needed. Decisions come after that.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Das eine Team treibt Vorhaben an, das andere gibt ihnen Halt und Gründlichkeit. Die Rollen ergänzen sich, sobald beide sie als gewählt verstehen.',
          en: 'One team drives projects forward, the other gives them footing and care. The roles complement each other once both see them as chosen.',
        },
        hurts: {
          de: 'Im rot geprägten Team heißt es: „Wir müssen alles anschieben.“ Im blau geprägten Team heißt es: „Wir werden verplant und hinterher gefragt.“',
          en: 'The team leaning red says: “We have to get everything moving.” The team leaning blue says: “We are scheduled first and asked afterwards.”',
        },
        question: {
          de: 'Wo fühlt sich ein Team auf das Ausführen beschränkt, und wo fühlt sich das andere mit der Verantwortung allein?',
          en: 'Where does one team feel confined to carrying out, and where does the other feel left alone with the responsibility?',
        },
        proposals: [
          {
            de: 'Das Team, das ein Vorhaben anstößt, befragt vor dem Beschluss zwei Personen aus dem umsetzenden Team. Deren Einwände stehen mit Antwort im Protokoll.',
            en: 'The team that starts a project consults two people from the implementing team before the decision. Their objections appear in the minutes, each with a reply.',
          },
          {
            de: 'Das umsetzende Team bringt jeden Dienstag von sich aus einen Vorschlag zum Ablauf ein. Das anstoßende Team nimmt ihn binnen drei Tagen an oder begründet sein Nein.',
            en: 'Every Tuesday the implementing team puts forward one proposal on how the work should run. Within three days the initiating team accepts it or explains its no.',
          },
        ],
      },
    },
  },
};
