import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'social-commitment',
  name: { de: 'Soziales Engagement', en: 'Social commitment' },
  about: {
    de: 'Soziales Engagement erfasst, ob jemand mit der Arbeit zu mehr Gerechtigkeit beitragen oder die Welt nüchtern nehmen möchte, wie sie ist.',
    en: 'Social commitment captures whether someone wants their work to add to fairness or prefers to take the world soberly as it is.',
  },
  high: {
    label: { de: 'sich für Gerechtigkeit einsetzen', en: 'work for a fairer world' },
    want: {
      de: 'Ihre Arbeit soll über das Haus hinaus Gutes bewirken. Es bewegt Sie, ob auch jene fair behandelt werden, die in der Sitzung keine Stimme haben.',
      en: 'Your work should do good beyond the walls of the firm. It matters to you that those with no voice in the meeting are treated fairly too.',
    },
    easy: {
      de: 'Wird in der Runde jemand übergangen, ergreifen Sie das Wort. Die Patenschaft für neue Auszubildende oder den Nachhaltigkeitskreis übernehmen Sie gern.',
      en: 'When someone in the group is passed over, you speak up. You gladly take on mentoring new trainees or the sustainability circle.',
    },
    costs: {
      de: 'Eine ungerechte Verteilung schweigend hinzunehmen, strengt Sie an. Aufgaben, deren Sinn sich in der Quartalszahl erschöpft, lassen Sie leer zurück.',
      en: 'Accepting an unfair distribution in silence is a strain. Tasks whose meaning ends with the quarterly figure leave you empty.',
    },
    seenByOther: {
      de: 'Wer nüchtern rechnet, fühlt sich von Ihrem Anliegen vielleicht ermahnt. Ihr Einsatz kann dort weltfremd oder belehrend ankommen.',
      en: 'People who do sober sums may feel admonished by your cause. Your dedication can strike them as unworldly or preachy.',
    },
    helps: {
      de: 'Wählen Sie ein Anliegen aus, in dem Ihre Zeit Wirkung zeigt, und teilen Sie Ihre Kräfte ein. Verbündete im Haus tragen einen Teil der Last.',
      en: 'Choose one cause in which your time makes a difference, and pace yourself. Allies in the firm carry part of the load.',
    },
  },
  low: {
    label: { de: 'das Machbare verwirklichen', en: 'do what can be done' },
    want: {
      de: 'Ihre Arbeit soll dort wirken, wo sich tatsächlich etwas bewegen lässt. Die Lage nehmen Sie, wie sie ist, und machen für die Beteiligten etwas daraus.',
      en: 'Your work should have an effect where something can really be moved. You take things as they are and make something of them for those involved.',
    },
    easy: {
      de: 'Wird eine Diskussion sehr grundsätzlich, holen Sie sie zum nächsten Schritt zurück. Von Lasten, die andere tragen sollten, grenzen Sie sich freundlich ab.',
      en: 'When a discussion turns very general, you bring it back to the next step. You draw a friendly line at burdens that are for others to carry.',
    },
    costs: {
      de: 'Ein flammender Appell ohne Plan zur Umsetzung strengt Sie an. Aktionen, deren Wirkung niemand nachprüft, lassen Sie ratlos zurück.',
      en: 'A fiery appeal with no plan behind it is a strain. Campaigns whose effect nobody checks leave you puzzled.',
    },
    seenByOther: {
      de: 'Wer für eine gerechtere Welt brennt, fühlt sich von Ihrem Abwägen vielleicht ausgebremst. Ihre Nüchternheit kann dort hart oder unbeteiligt ankommen.',
      en: 'People who burn for a fairer world may feel slowed by your weighing. Your sobriety can strike them as hard or detached.',
    },
    helps: {
      de: 'Fragen Sie bei Appellen nach dem nächsten greifbaren Schritt, statt zu widersprechen. Ein Beitrag mit überprüfbarem Ergebnis passt zu Ihnen.',
      en: 'Faced with an appeal, ask for the next tangible step instead of objecting. A contribution with a result you can check fits you well.',
    },
  },
  balanced: {
    de: 'Manches Anliegen lässt Sie nicht los, bei anderen sehen Sie zuerst das Machbare. Nähe zum Thema und Aussicht auf Wirkung geben die Richtung vor.',
    en: 'Some causes will not let go of you, with others you see the feasible first. Closeness to the subject and the prospect of an effect point the way.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Ein gemeinsames Anliegen verbindet und gibt Ausdauer. Beide achten darauf, dass niemand unter die Räder kommt.',
          en: 'A shared cause connects and gives staying power. Both take care that nobody gets left behind.',
        },
        hurts: {
          de: 'Aus jeder Ungerechtigkeit wird ein Vorhaben, und die Tage werden lang. Hängen beide an verschiedenen Anliegen, ringt die eine gute Sache mit der anderen.',
          en: 'Every injustice becomes a project, and the days grow long. If each is attached to a different cause, one good thing wrestles with another.',
        },
        question: {
          de: 'Für welches eine Anliegen wollen Sie gemeinsam Zeit aufwenden, und welches lassen Sie dafür ruhen?',
          en: 'To which single cause do you want to give time together, and which one will you let rest in return?',
        },
        proposals: [
          {
            de: 'Bis Monatsende wählen wir ein gemeinsames Anliegen und geben ihm höchstens zwei Stunden je Woche. Neue Anliegen besprechen wir erst nach einem halben Jahr.',
            en: 'This month we choose one shared cause and give it two hours a week at most. New causes we discuss only after half a year.',
          },
          {
            de: 'Einmal im Monat nennt jede Seite eine Hilfe, die sie abgeben könnte. Eine davon ist bis zum nächsten Treffen tatsächlich übergeben.',
            en: 'Once a month each side names one kind of help it could hand on. By the next conversation one of them has actually been handed over.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Zwischen den Teams herrscht Fürsorge, und Lasten werden fair verteilt. Gemeinsame Aktionen für andere schaffen Zusammenhalt.',
          en: 'There is care between the teams, and loads are shared fairly. Joint action for others creates cohesion.',
        },
        hurts: {
          de: 'Fragen nach Kosten und Wirkung gelten schnell als herzlos. Das Tagesgeschäft verliert gegen den guten Zweck.',
          en: 'Questions about cost and effect soon count as heartless. Day-to-day business loses out to the good cause.',
        },
        question: {
          de: 'Woran würden beide Teams erkennen, dass ihr Einsatz bei den Menschen wirklich ankommt?',
          en: 'How would both teams recognise that their efforts really reach people?',
        },
        proposals: [
          {
            de: 'Jede gemeinsame Aktion erhält vor dem Start ein Stundenbudget und ein Merkmal, an dem wir die Wirkung ablesen. Drei Monate später berichtet eine benannte Person.',
            en: 'Before it starts, every joint campaign is given a budget of hours and one sign by which we read its effect. Three months later a named person reports.',
          },
          {
            de: 'Für jede Aktion bestimmen beide Teams eine Person für die Gegenfrage: Was bleibt dafür liegen? Die Antwort steht am selben Tag im Beschluss.',
            en: 'For each campaign both teams appoint one person to ask the counter-question: what is left undone for it? The answer goes into the decision that day.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Beide gehen unaufgeregt mit dem um, was ist. Vorhaben bleiben überschaubar, und niemand muss sich für Nüchternheit rechtfertigen.',
          en: 'Both deal calmly with what is. Projects remain manageable, and nobody has to justify being matter-of-fact.',
        },
        hurts: {
          de: 'Dass eine Regelung andere benachteiligt, fällt spät auf. „Das ist eben so“ beendet manches Gespräch, das sich gelohnt hätte.',
          en: 'It is noticed late that a rule puts others at a disadvantage. “That is how it is” cuts short many a talk worth having.',
        },
        question: {
          de: 'Wen betrifft Ihre gemeinsame Arbeit, ohne dass diese Menschen mitreden?',
          en: 'Whom does your joint work affect without their having a say?',
        },
        proposals: [
          {
            de: 'Vor Entscheidungen mit Folgen für Dritte hören wir eine betroffene Person an. Das Gespräch führt, wer die Entscheidung vorbereitet, spätestens am Vortag.',
            en: 'Before decisions that affect others we listen to one person concerned. Whoever prepares the decision holds the conversation, by the day before at the latest.',
          },
          {
            de: 'Jedes Quartal ändern wir eine Kleinigkeit, die uns als unfair genannt wurde. Auswahl und Umsetzung liegen abwechselnd bei einer Person von uns.',
            en: 'Every quarter we change one small thing that someone has called unfair. We take turns choosing it and seeing it through.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ziele sind erreichbar gesteckt, und die Mittel fließen dorthin, wo sie nachweislich wirken. Moralischer Druck bleibt außen vor.',
          en: 'Goals are set within reach, and funds flow to where they demonstrably work. Moral pressure stays outside.',
        },
        hurts: {
          de: 'Wünsche nach Fairness gelten als Nebensache, bis sie laut werden. Mitglieder, denen Sinn wichtig ist, fühlen sich dann allein.',
          en: 'Wishes for fairness count as a side issue until they grow loud. Members who care about meaning then feel alone.',
        },
        question: {
          de: 'Welche Frage nach Fairness hören beide Teams immer wieder, und wie lautet ihre ehrliche Antwort?',
          en: 'Which question of fairness keeps reaching both teams, and what is their honest answer?',
        },
        proposals: [
          {
            de: 'In jeder zweiten gemeinsamen Sitzung sind zehn Minuten für Fragen der Fairness reserviert. Die Sitzungsleitung fragt reihum und hält eine Maßnahme mit Namen fest.',
            en: 'In every second joint meeting ten minutes are reserved for questions of fairness. The chair asks everyone in turn and records one action with a name.',
          },
          {
            de: 'Vor der Verteilung von Diensten und Sonderaufgaben legen die Leitungen ihren Schlüssel offen. Die Liste ist am Monatsersten für alle einsehbar.',
            en: 'Before allocating shifts and special duties the team leads disclose their formula. From the first of each month the list is open to everyone.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Eine Seite hält den Blick auf das Wünschenswerte, die andere auf das Mögliche. Aus einem Anliegen wird so ein Vorhaben mit Aussicht.',
          en: 'One side keeps an eye on what is desirable, the other on what is possible. A cause thus becomes a project with prospects.',
        },
        hurts: {
          de: '„Unrealistisch“ klingt im roten Bereich nach Kälte, „ungerecht“ im blauen nach Anklage. Gestritten wird dann über Haltung statt über Schritte.',
          en: '“Unrealistic” sounds cold in the red range, “unjust” sounds accusing in the blue range. People then argue over attitudes instead of steps.',
        },
        question: {
          de: 'Was soll sich für wen ändern, und welcher kleinste Schritt dahin wäre für Sie beide glaubwürdig?',
          en: 'What should change, and for whom, and which smallest step in that direction would you both find credible?',
        },
        proposals: [
          {
            de: 'Wer ein Anliegen einbringt, nennt einen Schritt, der in vier Wochen zu schaffen ist. Wer nüchtern prüft, sagt binnen zwei Tagen, unter welcher Bedingung das geht.',
            en: 'Whoever raises a cause names one step that can be done in four weeks. Whoever checks soberly says within two days under what condition it works.',
          },
          {
            de: 'Jedes Gespräch über Verteilung beginnen wir mit fünf Minuten Zahlen und fünf Minuten Stimmen von Betroffenen. Das Ergebnis steht danach in einem gemeinsamen Satz.',
            en: 'We open each talk about distribution with five minutes of figures and five minutes of voices of those affected. The outcome is then put in one joint sentence.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Das engagierte Team verleiht der Arbeit Sinn nach außen, das nüchterne sorgt für Bodenhaftung. Versprochen wird, was sich auch einlösen lässt.',
          en: 'The committed team gives the work meaning beyond the firm, the sober team keeps its feet on the ground. What is promised can also be delivered.',
        },
        hurts: {
          de: 'Hier heißt es: „Denen sind die Menschen egal.“ Dort heißt es: „Die retten die Welt auf unsere Kosten.“ Keine Seite meint es so, und beide sind gekränkt.',
          en: 'Here they say: “They do not care about people.” There they say: “They save the world at our expense.” Neither side means it that way, and both are hurt.',
        },
        question: {
          de: 'Welches gemeinsame Ziel dient dem Geschäft und den Menschen zugleich, und wie ließe sich das zeigen?',
          en: 'Which shared goal serves both the business and people, and how could that be shown?',
        },
        proposals: [
          {
            de: 'Das Team mit einem sozialen Anliegen legt Aufwand und erwartete Wirkung auf einer Seite vor. Das nüchtern prüfende Team antwortet binnen zehn Tagen mit Zusage oder Gegenvorschlag.',
            en: 'The team with a social cause presents effort and expected effect on one page. The soberly checking team replies within ten days with a yes or a counter-proposal.',
          },
          {
            de: 'Jeden Januar wählen beide Teams ein Projekt mit sozialem Nutzen und einen festen Rahmen an Tagen. Zur Jahresmitte prüft ein Duo aus beiden Teams Aufwand und Wirkung.',
            en: 'Each January both teams choose one project of social benefit and a fixed number of days. At mid-year a pair from both teams reviews effort and effect.',
          },
        ],
      },
    },
  },
};
