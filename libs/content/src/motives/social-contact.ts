import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'social-contact',
  name: { de: 'Sozialkontakte', en: 'Social contact' },
  about: {
    de: 'Wie viel Begegnung und Gespräch sich jemand im Arbeitsalltag wünscht, zeigt das Motiv der Sozialkontakte.',
    en: 'Social contact shows how much company and conversation someone wants in a working day.',
  },
  high: {
    label: { de: 'begegnen und vernetzen', en: 'meet people and connect' },
    want: {
      de: 'Sie möchten unter Menschen sein und neue kennenlernen. Ein Arbeitstag ist für Sie rund, wenn er viele Gespräche hatte, gern auch ungeplante.',
      en: 'You want to be among people and to meet new ones. A good working day has plenty of conversations in it, planned or not.',
    },
    easy: {
      de: 'Das erste Wort auf einer Messe, der Plausch vor der Sitzung, der Anruf bei fast Unbekannten: All das geht Ihnen leicht von der Hand. Verbindungen halten Sie über Jahre lebendig.',
      en: 'Breaking the ice at a trade fair, chatting before a meeting, ringing someone you barely know: all this comes easily. You keep connections alive for years.',
    },
    costs: {
      de: 'Ein ganzer Tag allein am Konzept zieht Ihnen Kraft ab. Auch lange Phasen, in denen alles nur schriftlich läuft, machen Sie müde.',
      en: 'A whole day alone with a concept paper drains you. So do long stretches in which everything happens in writing.',
    },
    seenByOther: {
      de: 'Wer gern in Ruhe arbeitet, denkt vielleicht, dass Sie den ganzen Tag reden. Wie viel Beziehungsarbeit im Plaudern steckt, ist von dort schwer zu sehen.',
      en: 'Someone who likes to work quietly may think you talk all day. From where they sit, it is hard to see how much your small talk does for a relationship.',
    },
    helps: {
      de: 'Planen Sie Begegnungen fest ein, etwa ein gemeinsames Mittagessen nach einem Vormittag am Schreibtisch. Fragen Sie vor einem Gespräch kurz, ob es gerade passt: So bleiben Türen offen.',
      en: 'Build encounters into the week, such as lunch with others after a morning at the desk. Ask briefly whether now is a good moment; it keeps doors open.',
    },
  },
  low: {
    label: { de: 'in Ruhe arbeiten, Kontakte auswählen', en: 'work quietly, choose contacts' },
    want: {
      de: 'Sie möchten Zeit für sich und wenige, dafür vertraute Menschen um sich. Gelungen ist ein Tag, an dem Sie einen Gedanken ungestört zu Ende bringen konnten.',
      en: 'You want time to yourself and a few people you know well. A good day lets you follow a thought through to its end, undisturbed.',
    },
    easy: {
      de: 'Stunden allein über einer Analyse oder einem Text vergehen Ihnen wie im Flug. In kleiner Runde hören Sie genau zu und sprechen, wenn Sie etwas hinzufügen möchten. Wenigen Menschen bleiben Sie lange treu.',
      en: 'Hours alone with an analysis or a text fly by. In a small circle you listen closely and speak when you have something to add. To a few people you stay loyal.',
    },
    costs: {
      de: 'Ein Empfang voller unbekannter Gesichter verlangt Ihnen viel ab. Das gilt auch für Tage, an denen jede Pause ein Gespräch ist.',
      en: 'A reception full of unfamiliar faces takes a lot out of you. So do days on which every break turns into a conversation.',
    },
    seenByOther: {
      de: 'Wer vom Gespräch lebt, hält Sie vielleicht für verschlossen oder meint, Sie versteckten sich hinter Folien. Ihr Interesse zeigt sich leiser, etwa in einer durchdachten Antwort.',
      en: 'Someone who lives on conversation may find you closed, or think you hide behind your slides. Your interest shows more quietly, for instance in a well-considered reply.',
    },
    helps: {
      de: 'Gut tun Ihnen störungsfreie Stunden im Kalender und Einladungen, die Thema und Dauer nennen. Sagen Sie auch, wann Sie ansprechbar sind: Das nimmt anderen das Rätseln.',
      en: 'Undisturbed hours in the calendar help, and so do invitations that state subject and length. Say when you are available, too; it saves others from guessing.',
    },
  },
  balanced: {
    de: 'Mal lädt ein Gespräch Sie auf, mal eine geschlossene Tür: Es kommt auf die Situation an. Oft entscheidet, wie viele Begegnungen der Tag schon hatte.',
    en: 'Sometimes a conversation recharges you, sometimes a closed door: it depends on the situation. Often what decides is how much company the day has already held.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Zwischen beiden entsteht schnell ein Draht, und Neuigkeiten wandern noch am selben Tag. Kontakte geben sie großzügig weiter: Aus einer Bekanntschaft werden so zwei.',
          en: 'The two connect quickly, and news travels the same day. They pass contacts on generously, so that one acquaintance soon becomes two.',
        },
        hurts: {
          de: 'Gespräche geraten lang, und Arbeit, die Stille braucht, rutscht in den Abend. Manche Absprache bleibt mündlich, und jede Seite erinnert sie anders.',
          en: 'Conversations run long, and work that needs silence slips into the evening. Some agreements are only spoken, and each side remembers them differently.',
        },
        question: {
          de: 'Welche Ihrer Gespräche bringen eine Sache voran, und bei welchen genießen Sie vor allem die Gesellschaft?',
          en: 'Which of your conversations move something forward, and in which do you mainly enjoy the company?',
        },
        proposals: [
          {
            de: 'Montags und donnerstags arbeiten wir von 9 bis 11 Uhr ohne Gespräche. Was uns einfällt, kommt auf eine gemeinsame Liste, die wir um 11 Uhr durchgehen.',
            en: 'On Mondays and Thursdays we work from 9 to 11 without talking. Whatever comes up goes on a shared list, which we go through at 11.',
          },
          {
            de: 'Wer ein Gespräch angestoßen hat, schreibt am selben Tag zwei Zeilen an die andere Person: was vereinbart ist und wer es bis wann tut.',
            en: 'Whoever started a conversation sends the other two lines the same day: what was agreed, who does it and by when.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Über die Teams hinweg kennt man sich beim Namen, und der kurze Weg ersetzt manches Formular. Messen, Besuche und gemeinsame Termine finden wie von selbst Zuspruch.',
          en: 'Across both teams people know each other by name, and a quick word replaces many a form. Trade fairs, visits and joint events fill up by themselves.',
        },
        hurts: {
          de: 'Jeder Anlass zieht viele Menschen in viele Runden, und Wissen bleibt in Gesprächen hängen. Wer im Flur nicht dabei war, erfährt spät, was gilt.',
          en: 'Every occasion draws many people into many rounds, and knowledge stays inside conversations. Anyone who was not in the corridor learns late what has been settled.',
        },
        question: {
          de: 'Welche gemeinsamen Runden würden beide Teams vermissen, und welche finden statt, weil das Zusammensein Freude macht?',
          en: 'Which joint meetings would both teams miss, and which take place because being together is a pleasure?',
        },
        proposals: [
          {
            de: 'Zu Terminen beider Teams kommen höchstens zwei Personen je Team. Sie berichten den anderen bis zum nächsten Mittag in fünf Sätzen.',
            en: 'At most two people per team attend joint meetings. They report to the others in five sentences by noon the next day.',
          },
          {
            de: 'Das gastgebende Team hält Beschlüsse noch in der Sitzung im gemeinsamen Protokoll fest; erst mit diesem Eintrag gelten sie als vereinbart.',
            en: 'The hosting team enters decisions in the shared minutes during the meeting; only with that entry do they count as agreed.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Beide lassen einander in Ruhe arbeiten und empfinden Stille als angenehm. Wenn sie miteinander sprechen, dann vorbereitet und zur Sache.',
          en: 'Both leave each other in peace to work and find silence pleasant. When they do talk, they come prepared and keep to the matter.',
        },
        hurts: {
          de: 'Eine Frage wird lieber noch einmal allein durchdacht als gestellt, und Missverständnisse reifen im Stillen. Vom Menschen hinter der Aufgabe erfahren beide wenig.',
          en: 'A question is turned over alone once more before anyone asks it, and misunderstandings ripen in silence. Both learn little about the person behind the task.',
        },
        question: {
          de: 'Was wissen Sie voneinander, das Ihnen in einem hektischen Moment helfen würde?',
          en: 'What do you know about each other that would help you in a hectic moment?',
        },
        proposals: [
          {
            de: 'Jeden Mittwoch um 10 Uhr sprechen wir zwanzig Minuten miteinander. Beide bringen eine offene Frage schriftlich mit.',
            en: 'Every Wednesday at 10 we talk for twenty minutes. Each of us brings one open question in writing.',
          },
          {
            de: 'Bleibt eine Nachricht zwei Tage ohne Antwort, greift die fragende Person am dritten Tag zum Telefon.',
            en: 'If a message stays unanswered for two days, the person who asked picks up the phone on the third.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Die Zusammenarbeit läuft über klare Unterlagen, in denen alle später nachlesen können. Sitzungen bleiben kurz, und konzentrierte Stunden sind auf beiden Seiten geschützt.',
          en: 'The teams work together through clear documents that everyone can return to later. Meetings stay short, and hours of concentration are protected on both sides.',
        },
        hurts: {
          de: 'Die Teams leben freundlich nebeneinander her. Was die einen am Markt hören, erreicht die anderen spät oder nur als Zahl in einem Bericht.',
          en: 'The teams live politely side by side. What one hears in the market reaches the other late, or only as a figure in a report.',
        },
        question: {
          de: 'Welche Neuigkeit aus dem anderen Team hat Sie zuletzt erst über Dritte erreicht?',
          en: 'Which piece of news from the other team last reached you through a third party?',
        },
        proposals: [
          {
            de: 'Je eine Person pro Team trifft sich freitags um 11 Uhr für 15 Minuten. Gemeinsam tragen beide drei Neuigkeiten in eine Übersicht für alle ein.',
            en: 'One person from each team meets on Fridays at 11 for 15 minutes. Together they add three pieces of news to an overview for all.',
          },
          {
            de: 'Einmal im Monat begleitet eine Person für einen halben Tag die Arbeit des anderen Teams. Der Plan steht zu Quartalsbeginn im Kalender.',
            en: 'Once a month one person spends half a day alongside the other team. The schedule is in the calendar when the quarter begins.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Die eine Person öffnet Türen und bringt Stimmen von draußen mit, die andere prüft in Ruhe, was daran trägt. So treffen Nähe zu Menschen und Tiefe in der Sache zusammen.',
          en: 'One person opens doors and brings voices in from outside; the other quietly examines which of them carry weight. Closeness to people meets depth of thought.',
        },
        hurts: {
          de: 'Wer das Gespräch sucht, erlebt die geschlossene Tür als Zurückweisung. Wer Ruhe sucht, erlebt das dritte „Nur kurz“ als Übergriff. Beide meinen es gut und fühlen sich wenig gesehen.',
          en: 'Whoever seeks conversation takes the closed door as rejection. Whoever seeks quiet takes the third “just a minute” as an intrusion. Both mean well and feel hardly seen.',
        },
        question: {
          de: 'Woran merken Sie, ob die andere Person gerade ein Gespräch gebrauchen kann oder lieber in Ruhe weiterarbeitet?',
          en: 'How can you tell whether the other person would welcome a conversation just now or would rather go on working quietly?',
        },
        proposals: [
          {
            de: 'Spontane Gespräche führen wir zwischen 11 und 12 Uhr. Was früher geklärt sein muss, kommt als Nachricht mit dem Wort „heute“ im Betreff.',
            en: 'We keep spontaneous conversations for 11 to 12. Anything that must be settled earlier comes as a message with “today” in the subject line.',
          },
          {
            de: 'Wer Kontakte knüpft, schreibt nach jedem Außentermin fünf Stichpunkte auf. Wer sich vertieft, antwortet bis zum nächsten Abend mit einer Rückfrage oder einem Vorschlag.',
            en: 'Whoever meets people outside writes down five points after each visit. Whoever works in depth replies with a question or a suggestion by the next evening.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ein Team hört täglich, was Menschen draußen bewegt, das andere verdichtet es zu Mustern und Plänen. Gut verbunden, ergänzen sich das Ohr am Markt und der lange Blick.',
          en: 'One team hears every day what moves people outside; the other condenses it into patterns and plans. Once linked, the ear to the market and the long view complement each other.',
        },
        hurts: {
          de: '„Die reden den ganzen Tag“, heißt es über die einen. „Die verstecken sich hinter Folien“, heißt es über die anderen. Dabei tun beide ihre Arbeit: Beziehungen pflegen und Gedanken ausarbeiten.',
          en: '“They talk all day,” one team hears about itself. “They hide behind slides,” hears the other. Yet both are doing their work: tending relationships and working out ideas.',
        },
        question: {
          de: 'Was ginge verloren, wenn Ihr Team eine Woche lang so arbeitete wie das andere?',
          en: 'What would be lost if your team worked for one week the way the other one does?',
        },
        proposals: [
          {
            de: 'Jeden Monat begleitet eine Person aus dem ruhiger arbeitenden Team einen Außentermin. Vorstellung und Gesprächseinstieg übernimmt das gastgebende Team; danach sprechen beide 15 Minuten über das Gehörte.',
            en: 'Each month one person from the quieter team joins a visit outside. The hosting team handles introductions and opening talk; afterwards both spend 15 minutes on what they heard.',
          },
          {
            de: 'Das Team mit vielen Außenkontakten sammelt Stimmen von draußen schriftlich bis Donnerstag, 16 Uhr. Das andere Team meldet bis Dienstag zurück, was es daraus macht.',
            en: 'The team with many outside contacts collects what it hears in writing by Thursday, 4 pm. The other team says by Tuesday what it will do with it.',
          },
        ],
      },
    },
  },
};
