import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'curiosity',
  name: { de: 'Neugier', en: 'Curiosity' },
  about: {
    de: 'Neugier beschreibt, ob jemand eine Sache zuerst verstehen oder zuerst ausprobieren möchte.',
    en: 'Curiosity describes whether someone wants to understand a thing first or try it out first.',
  },
  high: {
    label: { de: 'ergründen und verstehen', en: 'explore and understand' },
    want: {
      de: 'Bevor Sie handeln, wollen Sie wissen, warum etwas so ist. Ein gutes Modell, eine Studie oder ein Fachgespräch ist für Sie schon Gewinn genug.',
      en: 'Before you act, you want to know why something is the way it is. A good model, a study or an expert talk is reward enough for you.',
    },
    easy: {
      de: 'Sie lesen sich in fremde Gebiete ein, stellen die Frage hinter der Frage und verbinden einzelne Fälle zu einem Muster.',
      en: 'You read your way into unfamiliar fields, ask the question behind the question and join single cases into a pattern.',
    },
    costs: {
      de: 'Ein Beschluss aus dem Bauch, für den keine Zeit zum Nachlesen bleibt, lässt Sie unruhig zurück. Reine Wiederholung ermüdet Sie.',
      en: 'A gut decision with no time to read up leaves you uneasy. Doing the same thing over and over wears you out.',
    },
    seenByOther: {
      de: 'Wer gern gleich anpackt, vermutet in Ihren Nachfragen vielleicht einen Aufschub. Ein Exkurs, der Ihnen wichtig ist, kann dort akademisch klingen.',
      en: 'Those who like to get started may suspect a delay behind your questions. A detour that matters to you can sound academic to them.',
    },
    helps: {
      de: 'Gönnen Sie sich eine feste Zeit zum Ergründen, und nennen Sie deren Ende vorab. Fachlicher Austausch mit Menschen, die ebenso gern fragen, lädt Sie auf.',
      en: 'Allow yourself a set time for digging, and name its end in advance. Talking shop with people who love to ask recharges you.',
    },
  },
  low: {
    label: { de: 'ausprobieren und anwenden', en: 'try out and apply' },
    want: {
      de: 'Bevor viel geredet wird, wollen Sie sehen, ob etwas geht. Ein Handgriff, ein Versuch oder ein fertiges Muster sagt Ihnen das Wesentliche.',
      en: 'Before there is much talk, you want to see whether something works. A quick try, a test run or a finished sample tells you what you need.',
    },
    easy: {
      de: 'Sie krempeln die Ärmel hoch, lernen beim Tun und erkennen am Ergebnis sofort, an welcher Schraube zu drehen ist.',
      en: 'You roll up your sleeves, learn by doing and see from the outcome at once which screw needs turning.',
    },
    costs: {
      de: 'Eine Sitzung, in der drei Theorien verglichen werden, zieht sich für Sie endlos. Lange Texte vor dem ersten Handgriff ermüden Sie.',
      en: 'A meeting that compares three theories drags on endlessly. Long texts before the first move tire you out.',
    },
    seenByOther: {
      de: 'Wer gern erst versteht, vermutet in Ihrem schnellen Anfangen vielleicht Ungeduld. Ein „Das sehen wir dann“ kann dort unbedacht klingen.',
      en: 'Those who like to understand first may suspect impatience behind your quick start. Your “we shall see” can sound careless to them.',
    },
    helps: {
      de: 'Bitten Sie um ein Beispiel, ein Muster oder einen Probelauf statt um eine Erklärung. Eine Aufgabe, deren Ergebnis man anfassen kann, lädt Sie auf.',
      en: 'Ask for an example, a sample or a trial run instead of an explanation. A task whose result you can touch recharges you.',
    },
  },
  balanced: {
    de: 'Ob Sie erst zum Fachbuch oder gleich zum Werkzeug greifen, hängt von der Aufgabe ab. Wie neu sie ist und wie viel Zeit bleibt, gibt den Ausschlag.',
    en: 'Whether you reach for the handbook or straight for the tool depends on the task. How new it is and how much time there is decide the matter.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Gespräche gehen in die Tiefe, und beide bereichern einander mit Quellen, Fragen und Gegenbeispielen. Was zu zweit entsteht, ist gut begründet.',
          en: 'Conversations go deep, and each enriches the other with sources, questions and counterexamples. What the two produce is well founded.',
        },
        hurts: {
          de: 'Die Analyse wird immer feiner, während andere auf ein erstes Ergebnis warten. Schon über die Begriffe lässt sich herrlich lange reden.',
          en: 'The analysis grows ever finer while others wait for a first result. The definitions alone make for a wonderfully long debate.',
        },
        question: {
          de: 'Wie viel Wissen genügt Ihnen beiden diesmal, um anzufangen?',
          en: 'How much knowledge is enough for both of you to begin this time?',
        },
        proposals: [
          {
            de: 'Zu jeder Recherche notieren wir vorab ein Enddatum. An diesem Tag halten wir auf einer Seite fest, was wir jetzt tun.',
            en: 'For every piece of research we note an end date in advance. On that day we write down on one page what we do now.',
          },
          {
            de: 'Jede Fachrunde endet fünf Minuten früher mit der Auswahl eines Versuchs. Im Wechsel führt ihn eine Person bis zum nächsten Treffen durch.',
            en: 'Each of our expert talks closes five minutes early by choosing one experiment. Taking turns, one of us carries it out before the next talk.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Studien, Daten und Modelle wandern zwischen den Teams und werden weitergedacht. Ihre Entscheidungen halten auch hartnäckigem Nachfragen stand.',
          en: 'Studies, data and models travel between the teams and are taken further. Their decisions stand up to persistent questions.',
        },
        hurts: {
          de: 'Es entstehen Konzepte für die Schublade. Wer eine Antwort für morgen braucht, bekommt ein Hintergrundpapier.',
          en: 'Concepts are written for the drawer. Someone who needs an answer for tomorrow receives a background paper.',
        },
        question: {
          de: 'Welche gemeinsame Erkenntnis ist bisher ohne Folgen geblieben, und was wäre ein erster Schritt?',
          en: 'Which shared insight has had no consequences so far, and what would be a first step?',
        },
        proposals: [
          {
            de: 'Jedes gemeinsame Konzept schließt mit der Seite „Was wir bis wann ausprobieren“, samt Namen. Ohne diese Seite gilt es als Entwurf.',
            en: 'Every joint concept closes with a page “what we try out by when”, with names. Without this page it counts as a draft.',
          },
          {
            de: 'Einmal im Quartal wählen beide Teams eine Idee für einen kleinen Probelauf von zwei Wochen. Durchgeführt wird er von zwei Personen, eine je Team.',
            en: 'Once a quarter both teams pick one idea for a small trial of two weeks. Two people, one from each team, run it.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Nach fünf Minuten liegt das erste Muster auf dem Tisch. Beide lernen am Gegenstand und verständigen sich ohne lange Vorrede.',
          en: 'After five minutes the first sample is on the table. Both learn from the object itself and need little preamble to understand each other.',
        },
        hurts: {
          de: 'Der gleiche Umweg wird zweimal gegangen, weil niemand nachsieht, was es schon gibt. Warum etwas gelang, bleibt offen.',
          en: 'The same detour is taken twice because nobody checks what already exists. Why something worked remains open.',
        },
        question: {
          de: 'Was haben Sie in den letzten Monaten aus Versuchen gelernt, und wo steht es, damit andere es finden?',
          en: 'What have your trials taught you over the past months, and where is it written down for others to find?',
        },
        proposals: [
          {
            de: 'Vor jedem neuen Versuch sucht eine Person fünfzehn Minuten nach vorhandenem Wissen und berichtet kurz. Beim nächsten Mal ist die andere an der Reihe.',
            en: 'Before each new trial one of us spends fifteen minutes looking for existing knowledge and reports briefly. Next time it is the other’s turn.',
          },
          {
            de: 'Nach jedem Versuch schreiben wir drei Zeilen: Was wollten wir, was geschah, was behalten wir bei? Abgelegt sind sie noch am selben Tag.',
            en: 'After each trial we write three lines: what did we want, what happened, what do we keep? They are filed the same day.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Die Zusammenarbeit ist handfest. Es gibt Prototypen, Probeläufe und rasche Korrekturen, und beide Teams zeigen Halbfertiges ohne Scheu.',
          en: 'The cooperation is hands-on. There are prototypes, trial runs and quick corrections, and both teams show half-finished work without hesitation.',
        },
        hurts: {
          de: 'Jedes Team sammelt Erfahrung, doch kaum jemand wertet sie aus. Bei grundsätzlichen Weichenstellungen ruht dann sehr viel Last auf dem Bauchgefühl.',
          en: 'Each team gathers experience, but hardly anyone evaluates it. When a fundamental choice comes up, a great deal rests on gut feeling.',
        },
        question: {
          de: 'Bei welcher anstehenden Entscheidung lohnt es sich, vor dem ersten Versuch fremdes Wissen einzuholen?',
          en: 'For which upcoming decision is it worth gathering outside knowledge before the first attempt?',
        },
        proposals: [
          {
            de: 'Vor Vorhaben, die länger als drei Monate dauern, bitten wir eine Fachperson von außen zum Gespräch. Beide Leitungen nehmen teil und notieren drei Folgerungen.',
            en: 'Before projects of more than three months we invite an outside expert for a talk. Both team leads attend and note three conclusions.',
          },
          {
            de: 'Alle acht Wochen hängen beide Teams ihre Versuche an eine gemeinsame Wand. Zwei Lehren daraus überträgt im Wechsel ein Team in die Arbeitsanleitung.',
            en: 'Every eight weeks both teams pin their trials to a shared wall. Taking turns, one team transfers two lessons into the work instructions.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Die eine Seite fragt, warum etwas wirkt, die andere zeigt, ob es wirkt. Theorie bekommt Boden, Praxis bekommt Begründung.',
          en: 'One side asks why something works, the other shows whether it does. Theory gains ground under its feet, practice gains reasons.',
        },
        hurts: {
          de: 'Aus roter Sicht wird kopflos losgelegt, aus blauer Sicht endlos zerdacht. Fragen gelten dann als Bremse, Versuche als Leichtsinn.',
          en: 'Seen from the red side, people charge ahead; seen from the blue side, they think in circles. Questions then count as brakes, trials as recklessness.',
        },
        question: {
          de: 'Was müssten Sie vor dem Start wissen, und was lässt sich nur durch einen Versuch herausfinden?',
          en: 'What would you need to know before starting, and what can only be found out by trying?',
        },
        proposals: [
          {
            de: 'Zu jedem neuen Thema liefern wir binnen einer Woche zweierlei. Wer gern ergründet, schreibt eine Seite Hintergrund; wer gern anpackt, macht einen kleinen Versuch.',
            en: 'For each new topic we deliver two things within a week. Whoever likes to explore writes one page of background; whoever likes to start runs a small trial.',
          },
          {
            de: 'Wer erst verstehen möchte, stellt bis zum Vortag höchstens drei Fragen. Wer lieber anfängt, beantwortet sie zu Beginn des Termins; danach geht es los.',
            en: 'Whoever wants to understand first asks no more than three questions by the day before. Whoever prefers to start answers them as the meeting opens; then we begin.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ein Team liefert Modelle und Hintergrund, das andere prüft sie im Alltag. So wird Wissen erprobt und Erfahrung teilbar.',
          en: 'One team supplies models and background, the other tests them in daily work. Knowledge is tried out, and experience can be shared.',
        },
        hurts: {
          de: 'Konzepte werden als weltfremd belächelt, Erfahrungsberichte als Anekdoten. Jede Seite hält die eigene Quelle für die eigentliche.',
          en: 'Concepts are smiled at as ivory tower, field reports as anecdotes. Each side takes its own source for the real one.',
        },
        question: {
          de: 'Welche Annahme des einen Teams könnte das andere im nächsten Monat am einfachsten überprüfen?',
          en: 'Which assumption of one team could the other check most easily within the next month?',
        },
        proposals: [
          {
            de: 'Das forschende Team kürzt Unterlagen für gemeinsame Termine auf eine Seite mit einem Anwendungsfall. Das erprobende Team liest sie vorher und bringt ein Beispiel mit.',
            en: 'The exploring team cuts its papers for joint meetings to one page with one use case. The practising team reads it beforehand and brings an example.',
          },
          {
            de: 'In ungeraden Monaten begleitet eine Person aus dem forschenden Team das andere einen halben Tag in der Praxis. In geraden Monaten besucht jemand von dort eine Auswertung.',
            en: 'In odd months one person from the exploring team joins the other for half a day in the field. In even months someone from there attends an evaluation.',
          },
        ],
      },
    },
  },
};
