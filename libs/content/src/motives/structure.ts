import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'structure',
  name: { de: 'Struktur', en: 'Structure' },
  about: {
    de: 'Dieses Motiv zeigt, ob jemand mit Plan, Detail und Ablauf arbeiten möchte oder beweglich aus dem Augenblick heraus.',
    en: 'This motive shows whether someone likes to work with plan, detail and process or flexibly from the moment.',
  },
  high: {
    label: { de: 'planen und Ordnung schaffen', en: 'plan and create order' },
    want: {
      de: 'Ein Vorhaben beginnt für Sie mit Zielen, Schritten und Terminen. Sie möchten wissen, was wann kommt, und Freude macht Ihnen eine Liste, auf der alles abgehakt ist.',
      en: 'For you, a project begins with goals, steps and dates. You want to know what comes when, and a list with every box ticked is a joy.',
    },
    easy: {
      de: 'Ablagen, Checklisten und Zeitpläne entstehen bei Ihnen fast nebenbei. Das Detail, an dem später vieles hängt, fällt Ihnen früh auf.',
      en: 'Filing systems, checklists and schedules come about almost by themselves. You spot early the detail on which much will hang later.',
    },
    costs: {
      de: 'Ein umgeworfener Plan am Montagmorgen bringt Sie aus dem Tritt. In einer Besprechung ohne Tagesordnung suchen Sie innerlich nach dem Faden.',
      en: 'A plan thrown over on Monday morning breaks your stride. In a meeting with no agenda you find yourself searching for the thread.',
    },
    seenByOther: {
      de: 'Menschen, die gern improvisieren, fühlen sich von Ihren Vorgaben mitunter eingezäunt. Eine Nachfrage zur Fußnote kann kleinteilig wirken.',
      en: 'People who like to improvise may at times feel fenced in by your guidelines. A query about a footnote can look like hair-splitting.',
    },
    helps: {
      de: 'Planen Sie Puffer ein, und markieren Sie, was fest ist und was sich ändern darf. Eine ungestörte Stunde zum Ordnen am Wochenanfang gibt Ihnen Ruhe.',
      en: 'Build in buffers, and mark what is fixed and what may change. An undisturbed hour for sorting at the start of the week gives you calm.',
    },
  },
  low: {
    label: { de: 'improvisieren und beweglich bleiben', en: 'improvise and stay flexible' },
    want: {
      de: 'Ein Vorhaben beginnt für Sie mit einer Idee und dem nächsten Schritt. Sie möchten Raum für Einfälle behalten, und Freude macht Ihnen ein Tag, der anders kommt als gedacht.',
      en: 'For you, a project begins with an idea and the next step. You want to keep room for inspiration, and a day that turns out differently is a joy.',
    },
    easy: {
      de: 'Fällt ein Programmpunkt aus, haben Sie gleich eine andere Idee. Eilige Wünsche nehmen Sie mit Humor und finden Wege, die in keinem Handbuch stehen.',
      en: 'When an item drops out, you have another idea at once. You take urgent wishes with humour and find routes no manual mentions.',
    },
    costs: {
      de: 'Ein Formular mit dreißig Pflichtfeldern bringt Sie aus dem Schwung. Ein Jahr, das schon im Januar verplant ist, macht Ihnen die Luft eng.',
      en: 'A form with thirty required fields takes away your momentum. A year that is fully booked by January leaves you short of air.',
    },
    seenByOther: {
      de: 'Menschen, die gern planen, fühlen sich von Ihren Kurswechseln mitunter überrumpelt. Ein fröhliches „Das wird schon“ kann sorglos wirken.',
      en: 'People who like to plan may at times feel caught off guard by your changes of course. A cheerful “it will work out” can look carefree.',
    },
    helps: {
      de: 'Halten Sie wenige feste Punkte ein, etwa Abgaben und Übergaben, und lassen Sie den Weg dazwischen offen. Wechselnde Aufgaben halten Sie frisch.',
      en: 'Keep to a few fixed points, such as deadlines and handovers, and leave the way in between open. Changing tasks keep you fresh.',
    },
  },
  balanced: {
    de: 'Bei manchen Aufgaben sind Sie froh um einen Ablaufplan, bei anderen würde er Sie einengen. Termindruck und Zahl der Beteiligten entscheiden mit.',
    en: 'For some tasks you are glad of a schedule, for others it would hem you in. Time pressure and the number of people involved play their part.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Vereinbartes steht schriftlich fest, Fristen werden gehalten, und Übergaben klappen auf Anhieb. Beide wissen, woran sie sind.',
          en: 'Agreements are in writing, deadlines are kept, and handovers work first time. Both know where they stand.',
        },
        hurts: {
          de: 'Zwei Ordnungssysteme treffen aufeinander, und über die richtige Ablage lässt sich lange streiten. Unvorhergesehenes stört gleich doppelt.',
          en: 'Two systems of order meet, and the proper way of filing can be argued over at length. The unforeseen disturbs twice as much.',
        },
        question: {
          de: 'Welche Regel ist Ihnen wirklich wichtig, und bei welcher könnten Sie der Art Ihres Gegenübers folgen?',
          en: 'Which rule truly matters to you, and where could you follow the other person’s way?',
        },
        proposals: [
          {
            de: 'Wir einigen uns bis Ende der Woche auf eine gemeinsame Vorlage und eine Ablage. Änderungen daran beschließen wir nur noch im Monatstermin.',
            en: 'By the end of the week we settle on one shared template and one place for files. From then on we decide changes only in our monthly meeting.',
          },
          {
            de: 'In jeden gemeinsamen Zeitplan setzen wir zwei halbe Tage ohne Inhalt. Wofür wir sie nutzen, entscheiden wir erst in der laufenden Woche.',
            en: 'Into every joint schedule we put two half-days with no content. What we use them for we decide only in the week itself.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Schnittstellen sind beschrieben, Termine abgeglichen, Unterlagen vollständig. Große Vorhaben mit vielen Beteiligten laufen ruhig.',
          en: 'Interfaces are described, dates aligned, documents complete. Large projects with many people involved run calmly.',
        },
        hurts: {
          de: 'Prozess wächst auf Prozess, bis eine einfache Bitte vier Formulare braucht. Auf eine überraschende Lage folgt zuerst ein Planungstermin.',
          en: 'Process grows upon process until a simple request needs four forms. The first answer to a surprise is a planning meeting.',
        },
        question: {
          de: 'Welcher gemeinsame Ablauf kostet heute mehr Zeit, als er spart?',
          en: 'Which joint process now takes more time than it saves?',
        },
        proposals: [
          {
            de: 'Beide Teams streichen zusammen in jedem Quartal mindestens eine Regel oder ein Formular. Zwei benannte Personen bringen die Vorschläge in die Quartalssitzung.',
            en: 'Each quarter the two teams together remove at least one rule or form. Two named people bring the suggestions to the quarterly meeting.',
          },
          {
            de: 'Für Eiliges gilt eine Kurzspur: ein Anruf, eine Nachricht, Antwort am selben Tag. Die Unterlagen reicht das anfragende Team binnen einer Woche nach.',
            en: 'Urgent matters take a fast lane: one call, one message, an answer the same day. The requesting team supplies the paperwork within a week.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Pläne entstehen im Gespräch und dürfen sich am Nachmittag ändern. Beide reagieren schnell und nehmen Überraschungen mit einem Lachen.',
          en: 'Plans emerge in conversation and may change by the afternoon. Both respond quickly and meet surprises with a laugh.',
        },
        hurts: {
          de: 'Die Ideen sind da, die Unterlagen irgendwo. Kurz vor der Abgabe wird es eng, und was mündlich galt, erinnert jede Seite anders.',
          en: 'The ideas are there, the documents somewhere. Things get tight before the deadline, and each side remembers the spoken agreement differently.',
        },
        question: {
          de: 'Welche zwei festen Punkte würden Ihnen beiden Luft verschaffen, ohne den Rest festzulegen?',
          en: 'Which two fixed points would give you both room to breathe without tying down the rest?',
        },
        proposals: [
          {
            de: 'Nach jedem Gespräch schreibt im Wechsel eine Person drei Zeilen: was, wer, bis wann. Am Abend liegen sie im gemeinsamen Ordner.',
            en: 'After each conversation one of us, taking turns, writes three lines: what, who, by when. By the evening they are in the shared folder.',
          },
          {
            de: 'Zwei Tage vor jeder Abgabe gehen wir das Ergebnis eine Stunde lang gemeinsam durch. Ideen, die danach kommen, notieren wir für das nächste Mal.',
            en: 'Two days before each deadline we go through the result together for an hour. Ideas that arrive later we note for next time.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Zwischen den Teams geht vieles auf Zuruf, und niemand pocht auf Zuständigkeiten. Neue Lagen werden zum Anlass für neue Wege.',
          en: 'Much between the teams works by a quick shout, and nobody insists on remits. New situations become a reason for new routes.',
        },
        hurts: {
          de: 'Dritte wissen nicht, welcher Stand gilt. Wiederkehrende Aufgaben werden jedes Mal neu erfunden, und Termine verschieben sich unbemerkt.',
          en: 'Others cannot tell which version is current. Recurring tasks are reinvented every time, and dates slip unnoticed.',
        },
        question: {
          de: 'Welche Aufgabe kehrt jeden Monat wieder und verdient endlich eine feste Form?',
          en: 'Which task comes back every month and finally deserves a fixed form?',
        },
        proposals: [
          {
            de: 'Je ein Mitglied beider Teams pflegt die gemeinsame Terminübersicht mit höchstens zehn Einträgen. Jeden Mittwoch um zwölf Uhr ist sie auf dem neuesten Stand.',
            en: 'One member of each team helps maintain a joint overview of dates with ten entries at most. Every Wednesday at noon it is up to date.',
          },
          {
            de: 'Für die drei häufigsten Übergaben schreiben wir bis Monatsende je eine Checkliste von einer halben Seite. Wer übergibt, hakt sie ab und legt sie bei.',
            en: 'Before the month is out we write a half-page checklist for each of our three most common handovers. Whoever hands over ticks it off and attaches it.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Die planende Seite gibt Halt, die bewegliche rettet den Tag, wenn alles anders kommt. Ideen finden eine Form, und Pläne bleiben lebendig.',
          en: 'The planning side gives support, the flexible side saves the day when everything changes. Ideas find a form, and plans stay alive.',
        },
        hurts: {
          de: 'Im roten Bereich entsteht das Gefühl, ständig hinterherzuräumen, im blauen das Gefühl, verwaltet zu werden. Bald geht es um Respekt und kaum noch um den Kalender.',
          en: 'In the red range the feeling grows of forever tidying up, in the blue range of being administered. Soon it is about respect and hardly about the calendar any more.',
        },
        question: {
          de: 'Was muss feststehen, damit die eine Seite ruhig schläft, und was muss offen bleiben, damit die andere atmen kann?',
          en: 'What has to be fixed for one side to sleep soundly, and what has to stay open for the other to breathe?',
        },
        proposals: [
          {
            de: 'Wir unterscheiden feste und bewegliche Termine. Feste gelten ab Mittwoch der Vorwoche; bewegliche darf, wer gern improvisiert, bis zum Vorabend verschieben.',
            en: 'We distinguish fixed and movable dates. Fixed ones hold from Wednesday of the week before; whoever likes to improvise may shift movable ones until the evening before.',
          },
          {
            de: 'Wer gern plant, schreibt den Ablauf auf höchstens eine Seite. Wer gern improvisiert, meldet jede Abweichung binnen einer Stunde mit einer kurzen Nachricht.',
            en: 'Whoever likes to plan writes the sequence on one page at most. Whoever likes to improvise reports any change within an hour by short message.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ein Team bringt Verlässlichkeit in Abläufe, das andere Reaktionsfreude bei Überraschungen. Zusammen decken sie Alltag und Ausnahme ab.',
          en: 'One team makes processes dependable, the other is quick to respond to surprises. Together they cover both routine and exception.',
        },
        hurts: {
          de: 'Das eine Team ärgert sich über halbe Angaben kurz vor Schluss. Das andere ärgert sich über Vorlaufzeiten, die an der Wirklichkeit vorbeigehen.',
          en: 'One team is annoyed by half the information arriving at the last minute. The other is annoyed by lead times that ignore reality.',
        },
        question: {
          de: 'Welche Angabe wird immer wieder nachgefordert, und wie viel Vorlauf ist wirklich nötig?',
          en: 'Which piece of information has to be requested again and again, and how much lead time is really needed?',
        },
        proposals: [
          {
            de: 'Das planende Team beschränkt Anfragen auf fünf Pflichtangaben und nennt binnen eines Tages einen Termin. Das bewegliche Team liefert alle fünf gleich mit der Anfrage.',
            en: 'The planning team limits requests to five required details and names a date within a day. The flexible team supplies all five with the request.',
          },
          {
            de: 'Jeden Donnerstagvormittag hält das planende Team für Eiliges frei. Das bewegliche Team meldet dafür bis Dienstagmittag höchstens zwei Wünsche an.',
            en: 'The planning team keeps every Thursday morning free for urgent matters. The flexible team registers two wishes at most for it by Tuesday noon.',
          },
        ],
      },
    },
  },
};
