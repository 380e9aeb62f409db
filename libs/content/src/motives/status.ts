import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'status',
  name: { de: 'Status', en: 'Status' },
  about: {
    de: 'Hier geht es darum, wie viel jemandem sichtbare Auszeichnung und ein hervorgehobener Platz unter anderen bedeuten.',
    en: 'At the heart of this motive is how much visible distinction and a prominent place among others mean to someone.',
  },
  high: {
    label: { de: 'herausragen und glänzen', en: 'stand out and shine' },
    want: {
      de: 'Sie möchten, dass man sieht, was Sie erreicht haben: am Titel, am Wagen, am Platz auf der Bühne. Etwas Besonderes zu sein, spornt Sie an.',
      en: 'You want people to see what you have achieved: in the title, the car, the place on stage. Being someone special spurs you on.',
    },
    easy: {
      de: 'Ein Auftritt vor großem Publikum, ein Termin in der Vorstandsetage, ein Angebot mit Prestige: Da sind Sie in Ihrem Element. Ziele mit Prämie oder Auszeichnung nehmen Sie gern an.',
      en: 'A large audience, an appointment on the executive floor, an offer with prestige: you are in your element. Goals that come with a bonus or an award are welcome.',
    },
    costs: {
      de: 'Arbeit, unter der kein Name steht, kostet Sie Überwindung. Zäh wird es auch, wenn nach einem großen Abschluss alle das Gleiche bekommen und der Alltag weiterläuft.',
      en: 'Work that carries nobody’s name takes an effort. So does the day after a big deal when everyone receives the same and routine simply goes on.',
    },
    seenByOther: {
      de: 'Menschen, denen Gleichheit wichtig ist, finden Sie vielleicht abgehoben oder auf Geld bedacht. Ihre Freude am Erreichten lesen sie als Abstand zu den anderen.',
      en: 'People who value equality may find you aloof or driven by money. They read your delight in what you have achieved as distance from everyone else.',
    },
    helps: {
      de: 'Vereinbaren Sie vorab, woran ein Erfolg sichtbar wird, und nennen Sie dabei die Menschen, die mitgewirkt haben. So bekommt das Besondere einen Platz, den andere gern mittragen.',
      en: 'Agree beforehand how a success will be made visible, and name the people who had a part in it. That gives distinction a place others are happy to support.',
    },
  },
  low: {
    label: { de: 'auf Augenhöhe bleiben', en: 'meet everyone as equals' },
    want: {
      de: 'Sie möchten unter Gleichen arbeiten, ohne Vorzimmer und Vorrechte. Ein Titel sagt Ihnen wenig; für Sie zählt, was jemand zur Sache beiträgt.',
      en: 'You want to work among equals, without antechambers and privileges. A title tells you little; what counts is what someone contributes.',
    },
    easy: {
      de: 'Mit der Werkstatt sprechen Sie wie mit dem Vorstand. Ihren Anteil am gemeinsamen Ergebnis lassen Sie gern unerwähnt, und ein schlichter Arbeitsplatz ist Ihnen gerade recht.',
      en: 'You talk to the workshop just as you talk to the board. You gladly leave your share in a joint result unmentioned, and a plain desk is all you ask for.',
    },
    costs: {
      de: 'Ein Abend mit Sitzordnung nach Rang und Preisverleihung zieht sich für Sie. Mühsam ist auch, für sich selbst zu werben, etwa im Gehaltsgespräch oder vor einem Gremium.',
      en: 'An evening with seating by rank and an award ceremony drags on for you. Promoting yourself is hard work too, in a pay review or before a committee.',
    },
    seenByOther: {
      de: 'Menschen, die gern herausragen, vermissen bei Ihnen vielleicht den Ehrgeiz. Ihre Freude an der Gleichrangigkeit lesen sie als Gleichgültigkeit gegenüber dem Erfolg.',
      en: 'People who like to stand out may look for ambition in you and see none. They read your pleasure in equal footing as indifference to success.',
    },
    helps: {
      de: 'Suchen Sie Anlässe, bei denen das ganze Team sichtbar wird. Feiern andere eine Auszeichnung, genügt oft die Frage, was sie ihnen bedeutet: So entsteht Nähe, ohne dass Sie sich verbiegen.',
      en: 'Look for occasions that make the whole team visible. When others celebrate an award, ask what it means to them; this brings you closer and lets you stay yourself.',
    },
  },
  balanced: {
    de: 'Manchmal genießen Sie das Scheinwerferlicht, manchmal rücken Sie lieber in die Reihe. Es hängt von der Situation ab: vom Anlass, vom Publikum und davon, wer neben Ihnen steht.',
    en: 'At times you enjoy the spotlight, at times you would rather step back into line. It depends on the situation: the occasion, the audience and who stands beside you.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Beide verstehen ohne Worte, warum ein Preis, ein Titel oder eine Bühne Freude macht. Sie spornen einander an und feiern Erfolge mit Stil.',
          en: 'Both understand without words why an award, a title or a stage is a delight. They spur each other on and celebrate success in style.',
        },
        hurts: {
          de: 'Ein einziger Platz auf der Bühne wird eng für zwei. Wessen Name zuerst steht und wer zur Geschäftsführung geht, beschäftigt beide länger als die Sache.',
          en: 'A single place on stage is tight for two. Whose name comes first and who reports to the executives occupies both for longer than the matter itself.',
        },
        question: {
          de: 'Bei welchem Anlass soll die Bühne Ihnen allein gehören, und welchen überlassen Sie gern der anderen Person?',
          en: 'At which occasion would you like the stage to yourself, and which do you gladly leave to the other person?',
        },
        proposals: [
          {
            de: 'Vor jedem wichtigen Auftritt legen wir schriftlich fest, wer spricht und wer die Fragen beantwortet; beim nächsten Auftritt tauschen wir.',
            en: 'Before each important appearance we note in writing who speaks and who answers questions; at the next appearance we swap.',
          },
          {
            de: 'Wer über einen gemeinsamen Erfolg berichtet, nennt im ersten Satz beide Namen. Das gilt in Mails, auf Folien und in Sitzungen.',
            en: 'Whoever reports a joint success mentions both names in the first sentence. This applies to emails, slides and meetings.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Beiden Teams liegt daran, dass ihr Haus draußen etwas darstellt. Ein großer Messeauftritt oder ein Vorzeigeprojekt weckt auf beiden Seiten Energie und Stolz.',
          en: 'Both teams care about the figure their company cuts outside. A grand trade fair or a flagship project stirs energy and pride on both sides.',
        },
        hurts: {
          de: 'Jedes Team schreibt sich den großen Abschluss zu: die einen der Kampagne, die anderen dem Gespräch. Budgets, Reisen und Redezeit werden zum Maß der Wertschätzung.',
          en: 'Each team claims the big deal: one for the campaign, the other for the conversation. Budgets, trips and speaking time become the measure of esteem.',
        },
        question: {
          de: 'Welchen Anteil des anderen Teams am letzten großen Erfolg haben Sie öffentlich genannt?',
          en: 'Which part of the last big success did you publicly credit to the other team?',
        },
        proposals: [
          {
            de: 'Jede Erfolgsmeldung nennt beide Teams mit ihrem Beitrag. Beide Leitungen geben den Text binnen zwei Arbeitstagen gemeinsam frei.',
            en: 'Every success story names both teams and what each contributed. Both team leads approve the text together within two working days.',
          },
          {
            de: 'Auf Messen und Jahrestreffen teilen wir die Bühnenzeit hälftig. Den Ablauf legen beide Leitungen vier Wochen vorher schriftlich fest.',
            en: 'At trade fairs and annual meetings we split stage time in half. Both team leads fix the running order in writing four weeks ahead.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Ergebnisse gehören beiden, und niemand führt Buch über Verdienste. Eine Aufgabe übernimmt, wer gerade Zeit und Wissen dafür hat.',
          en: 'Results belong to both, and nobody keeps a tally of merit. A task goes to whoever has the time and knowledge for it.',
        },
        hurts: {
          de: 'Gute Arbeit bleibt unsichtbar, weil beide auf den Auftritt verzichten. In Runden um Mittel oder Stellen treten sie leiser auf, als die Sache es verdient.',
          en: 'Good work stays invisible because both forgo the limelight. When funds or posts are at stake, they speak more softly than their cause deserves.',
        },
        question: {
          de: 'Wer außerhalb Ihres Büros weiß, was Sie beide in diesem Quartal erreicht haben?',
          en: 'Who outside your office knows what the two of you have achieved this quarter?',
        },
        proposals: [
          {
            de: 'Am letzten Freitag im Monat schicken wir unserer Führung drei Ergebnisse in je einem Satz. Das Schreiben übernehmen wir abwechselnd.',
            en: 'On the last Friday of the month we send our manager three results, one sentence each. We take turns writing them.',
          },
          {
            de: 'Im nächsten Bereichstreffen stellen wir unser Projekt zehn Minuten lang vor; wer welchen Teil zeigt, klären wir eine Woche vorher.',
            en: 'At the next department meeting we present our project for ten minutes; a week before, we settle who shows which part.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Zwischen den Teams zählt das Argument; Abteilung und Dienstgrad treten zurück. Auch wer neu ist, redet vom ersten Tag an mit.',
          en: 'Between the teams the argument counts; department and grade recede. Even newcomers have a say from the first day.',
        },
        hurts: {
          de: 'Nach außen wirkt das gemeinsam Erreichte kleiner, als es ist. Kolleginnen und Kollegen, die sich über eine Auszeichnung freuen würden, gehen leer aus.',
          en: 'From outside, what the teams achieve together looks smaller than it is. Colleagues who would enjoy a distinction come away empty-handed.',
        },
        question: {
          de: 'Wann haben beide Teams zuletzt einen Erfolg so gefeiert, dass andere im Haus ihn bemerkten?',
          en: 'When did the two teams last celebrate a success in such a way that others in the company noticed?',
        },
        proposals: [
          {
            de: 'Einmal im Quartal laden wir das Haus zu einer halben Stunde Ergebnisschau ein; die Teams gestalten sie im Wechsel.',
            en: 'Once a quarter we invite the company to half an hour of results; the teams take turns to design it.',
          },
          {
            de: 'Beide Leitungen fragen bis Monatsende jede Person im eigenen Team, welche Form der Auszeichnung ihr Freude macht. Beim nächsten Erfolg richten sie sich danach.',
            en: 'By the end of the month both team leads ask each member which form of distinction they enjoy. At the next success they act on the answers.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Gemeinsame Arbeit bekommt ein Gesicht und eine Bühne, und doch kommen alle Beteiligten vor. Wo die eine Person für Strahlkraft sorgt, hält die andere den Ton auf Augenhöhe.',
          en: 'Joint work gains a face and a stage, and yet everyone involved is mentioned. Where one person adds lustre, the other keeps the tone among equals.',
        },
        hurts: {
          de: '„Abgehoben“, denkt die eine Seite über Titel, Wagen und Prämie. „Ohne Ehrgeiz“, denkt die andere über die Zurückhaltung. Hier ist Auszeichnung der Antrieb, dort Gleichheit.',
          en: '“Aloof,” thinks one side about title, car and bonus. “No ambition,” thinks the other about such modesty. Here distinction is the driving force, there equality is.',
        },
        question: {
          de: 'Was bedeutet Ihnen eine Auszeichnung, und was daran möchten Sie der anderen Person verständlich machen?',
          en: 'What does a distinction mean to you, and which part of that would you like the other person to understand?',
        },
        proposals: [
          {
            de: 'Wer die Bühne mag, stellt unsere Ergebnisse vor und nennt dabei alle Mitwirkenden. Wer lieber im Hintergrund bleibt, liefert zwei Tage vorher die Inhalte.',
            en: 'Whoever likes the stage presents our results and names all contributors. Whoever prefers the background delivers the content two days before.',
          },
          {
            de: 'Nach jedem gemeinsamen Abschluss klären wir in zehn Minuten, wie er gewürdigt wird. Beide nennen eine Form, die ihnen entspricht; beide Formen kommen vor.',
            en: 'After each joint success we take ten minutes to settle how to mark it. Each names a form they feel at home with; both forms are used.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ehrgeiz und Ausstrahlung ziehen große Gelegenheiten an; viele Fachleute auf Augenhöhe machen daraus ein gemeinsames Ergebnis. Glanz nach außen und Gleichrangigkeit nach innen haben beide ihren Ort.',
          en: 'Ambition and presence attract big opportunities; many specialists working as equals turn them into a shared result. Lustre outside and equality inside each have their place.',
        },
        hurts: {
          de: 'Das Team mit Prämien und Preisen gilt drüben als abgehoben und von Geld getrieben. Das Team mit festem Gehalt gilt dort als wenig ehrgeizig. Beide messen mit dem eigenen Maßstab.',
          en: 'The team with bonuses and prizes is seen as aloof and driven by money. The team on fixed pay is seen as unambitious. Both measure by their own yardstick.',
        },
        question: {
          de: 'Womit belohnt die Arbeit die Menschen im anderen Team, und was davon würden Sie für sich wählen?',
          en: 'How does work reward the people in the other team, and which of those rewards would you choose for yourselves?',
        },
        proposals: [
          {
            de: 'Abschlüsse melden wir freitags mit zwei Sätzen zur Vorarbeit des anderen Teams. Das andere Team schreibt montags einen Satz zurück, der den Abschluss würdigt.',
            en: 'We announce closed deals on Fridays with two sentences on the groundwork of the other team. On Monday that team writes back one sentence honouring the deal.',
          },
          {
            de: 'Im nächsten gemeinsamen Treffen erklären beide Leitungen je zehn Minuten, woran ihr Team gemessen und wofür es belohnt wird. Das wiederholen sie bei jeder Änderung der Ziele.',
            en: 'At the next joint meeting both team leads explain for ten minutes what their team is measured on and rewarded for. They repeat this whenever targets change.',
          },
        ],
      },
    },
  },
};
