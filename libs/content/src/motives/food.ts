import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'food',
  name: { de: 'Essensgenuss', en: 'Enjoyment of food' },
  about: {
    de: 'Welchen Platz gutes Essen und gemeinsame Mahlzeiten im Arbeitsleben einnehmen sollen, darum geht es beim Essensgenuss.',
    en: 'The place that good food and shared meals should have in working life is what this motive is about.',
  },
  high: {
    label: { de: 'genießen und gemeinsam tafeln', en: 'relish and share meals' },
    want: {
      de: 'Sie möchten sich auf das Essen freuen. Gute Küche, ein gedeckter Tisch und Zeit zum Schmecken gehören für Sie zu einem gelungenen Arbeitstag.',
      en: 'You want to look forward to your food. Good cooking, a laid table and time to taste are part of a good working day for you.',
    },
    easy: {
      de: 'Für das Treffen mit Gästen finden Sie das passende Lokal, und den neuen Marktstand haben Sie längst probiert. Bei Tisch kommen Sie mit allen ins Gespräch.',
      en: 'You find the right place for a meeting with guests, and you have long since tried the new market stall. At table you fall into conversation with everyone.',
    },
    costs: {
      de: 'Sitzungen über Mittag und ein Riegel im Stehen verderben Ihnen die Stimmung. Eine Klausur mit lieblosem Buffet kommt Ihnen doppelt so lang vor.',
      en: 'Meetings through lunch and a snack bar eaten standing up spoil your mood. A retreat with a joyless buffet feels twice as long.',
    },
    seenByOther: {
      de: 'Wer mit wenig zufrieden ist, wundert sich vielleicht, wie viel Zeit Sie der Wahl des Lokals widmen. Dass am Tisch Vertrauen wächst, sieht man von dort kaum.',
      en: 'Someone content with little may wonder how much time you devote to choosing a place to eat. That trust grows at the table is hard to see from there.',
    },
    helps: {
      de: 'Halten Sie sich die Mittagszeit im Kalender frei und verlegen Sie wichtige Gespräche an einen Tisch. Fragen Sie Ihr Gegenüber vorher: lieber Mahlzeit oder lieber Spaziergang?',
      en: 'Keep lunchtime free in your calendar and move important conversations to a table. Ask the other person first: would they prefer a meal or a walk?',
    },
  },
  low: {
    label: { de: 'schlicht essen, Zeit gewinnen', en: 'eat simply, gain time' },
    want: {
      de: 'Sie möchten, dass Essen einfach und nebenbei möglich ist. Ein Brot in der Pause reicht Ihnen, und die gewonnene halbe Stunde gehört anderen Dingen.',
      en: 'You want eating to be simple and quick. A sandwich in the break is enough, and the half hour you gain belongs to other things.',
    },
    easy: {
      de: 'Ob Kantine, Automat oder Brotdose: Sie nehmen, was da ist, und sind zufrieden. Verschiebt sich die Mittagspause, arbeiten Sie gelassen weiter.',
      en: 'Canteen, vending machine or lunch box: you take what is there and are content. If the lunch break moves, you calmly carry on working.',
    },
    costs: {
      de: 'Ein Geschäftsessen mit vielen Gängen und Erläuterungen zur Karte fordert Ihre Geduld. Auch die tägliche Frage, wohin es mittags gehen soll, wird Ihnen schnell lästig.',
      en: 'A business dinner of many courses tries your patience. The daily question of where to go for lunch soon becomes a nuisance too.',
    },
    seenByOther: {
      de: 'Ihr Nein zum Mittagessen hört, wer gern tafelt, leicht als Nein zur Gesellschaft. Vielleicht gelten Sie auch als freudlos, obwohl Sie sich nur an anderem freuen.',
      en: 'Someone who loves a good table easily hears your no to lunch as a no to company. You may pass for joyless, though you simply take your joy elsewhere.',
    },
    helps: {
      de: 'Sagen Sie es dazu, wenn Sie gern mitkommen und nur etwas trinken möchten. Bei Einladungen und längeren Essen hilft Ihnen ein Ende, das Sie vorher verabreden.',
      en: 'Mention it when you are glad to come along and would just like a drink. For longer meals, agree in advance on a time to leave.',
    },
  },
  balanced: {
    de: 'Ein Festmahl mit dem Team oder ein schnelles Brot am Schreibtisch: Ihnen ist beides recht, je nach Situation. Anlass und Gesellschaft geben den Ausschlag.',
    en: 'A feast with the team or a quick sandwich at your desk: either is fine, depending on the situation. Occasion and company tip the scales.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Am Tisch reden beide offener als im Büro, und manche Idee entsteht zwischen Hauptgang und Kaffee. Ein gemeinsames Essen ist schnell verabredet.',
          en: 'At table both talk more openly than in the office, and many an idea is born between main course and coffee. A meal together is quickly arranged.',
        },
        hurts: {
          de: 'Die Mittagspause dehnt sich, und Gespräche mit Folgen finden ohne Notiz statt. Wer am Schreibtisch geblieben ist, erfährt erst später davon.',
          en: 'The lunch break stretches, and conversations with consequences happen without a note. Those who stayed at their desks hear of them only later.',
        },
        question: {
          de: 'Welche Ihrer Tischgespräche gehören auch in die Runde der anderen?',
          en: 'Which of your table talks also belong in the circle of the others?',
        },
        proposals: [
          {
            de: 'Dienstags essen wir von 12 bis 13 Uhr zusammen. Danach schreibt eine Person drei Stichpunkte an alle, die das Thema betrifft.',
            en: 'On Tuesdays we have lunch together from 12 to 1. Afterwards one of us writes three points to everyone concerned.',
          },
          {
            de: 'Zu jedem zweiten Mittagessen laden wir eine Person ein, die sonst selten dabei ist. Die Einladung geht am Vortag hinaus.',
            en: 'To every second lunch we invite someone who rarely joins. The invitation goes out the day before.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Gemeinsame Mahlzeiten werden zum festen Band zwischen den Teams. Was in der Sitzung stockte, löst sich oft beim Nachtisch.',
          en: 'Shared meals become a firm bond between the teams. What got stuck in the meeting often comes loose over dessert.',
        },
        hurts: {
          de: 'Treffen werden nach der Küche geplant, und der inhaltliche Teil gerät kurz. Wer wenig Zeit mitbringt oder es schlicht mag, rückt an den Rand.',
          en: 'Meetings are planned around the kitchen, and the working part runs short. People with little time or plain tastes drift to the edge.',
        },
        question: {
          de: 'Was an Ihren Treffen wäre auch dann wertvoll, wenn nur Wasser auf dem Tisch stünde?',
          en: 'What would still be valuable about your meetings if there were only water on the table?',
        },
        proposals: [
          {
            de: 'Bei gemeinsamen Treffen kommt erst die Arbeit, dann das Essen. Die einladende Leitung reserviert dafür im Programm die letzte Stunde.',
            en: 'At joint meetings work comes first and food second. The inviting team lead reserves the last hour of the agenda for the table.',
          },
          {
            de: 'Am ersten Donnerstag im Monat richten die Teams im Wechsel ein Mittagessen aus. Das ausrichtende Team fragt bis Montag alle nach ihren Wünschen.',
            en: 'On the first Thursday of the month the teams take turns to host lunch. The hosting team asks everyone for their wishes by Monday.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Eine kurze Pause genügt, und jede Person bleibt in ihrem Rhythmus. Auch über Mittag findet sich leicht ein Termin.',
          en: 'A short break is enough, and each stays in their own rhythm. Even around noon it is easy to find a slot.',
        },
        hurts: {
          de: 'Mit der kurzen Pause schrumpft auch die Zeit für Zwischentöne. Einladungen anderer sagen beide eher ab, und manches Gespräch findet ohne sie statt.',
          en: 'With the short break, the time for undertones shrinks as well. Both tend to decline invitations, and some conversations happen without them.',
        },
        question: {
          de: 'Wo nehmen Sie sich Zeit füreinander, wenn der gemeinsame Tisch dafür ausfällt?',
          en: 'Where do you make time for each other if it is not at the table?',
        },
        proposals: [
          {
            de: 'Mittwochs um 13 Uhr gehen wir zehn Minuten gemeinsam um das Haus. Termine und Aufgaben bleiben dabei außen vor.',
            en: 'On Wednesdays at 1 pm we walk around the building together for ten minutes. Dates and tasks stay out of it.',
          },
          {
            de: 'Einladungen zu Geschäftsessen teilen wir auf: Eine Person geht hin. Die andere erhält am nächsten Morgen drei Sätze dazu.',
            en: 'We share invitations to business meals: one of us goes. The other receives three sentences about it the next morning.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Sitzungen kommen ohne Bewirtung aus und beginnen pünktlich. Das Geld für Feste fließt in Dinge, die beiden Teams wichtiger sind.',
          en: 'Meetings manage without catering and start on time. The money for parties goes into things that matter more to both teams.',
        },
        hurts: {
          de: 'Zwischen den Teams gibt es kaum Anlässe, bei denen man einfach beisammensitzt. Gäste, die Bewirtung erwarten, deuten den leeren Tisch als Desinteresse.',
          en: 'There are hardly any occasions on which the teams simply sit together. Guests who expect hospitality read the empty table as disinterest.',
        },
        question: {
          de: 'Womit zeigen Sie Gästen und einander, dass sie willkommen sind?',
          en: 'How do you show guests, and each other, that they are welcome?',
        },
        proposals: [
          {
            de: 'Für Gäste von außen bestellt das einladende Team bis zum Vortag Getränke und einen Imbiss. Ein Standardpaket genügt.',
            en: 'For outside guests the inviting team orders drinks and a light snack by the day before. A standard package will do.',
          },
          {
            de: 'Jedes gemeinsame Projekt endet mit einer halben Stunde Kaffee für alle. Den Termin setzt die Projektleitung schon beim Start.',
            en: 'Every joint project ends with half an hour of coffee for all. The project lead sets the date right at the start.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Die eine Person schafft am Tisch eine Stimmung, in der Menschen sich öffnen. Die andere behält die Uhr im Blick und hält den Nachmittag frei.',
          en: 'One person creates a mood at table in which people open up. The other keeps an eye on the clock and the afternoon clear.',
        },
        hurts: {
          de: 'Ein abgelehntes Mittagessen kommt als Absage an die Person an, ein langes Essen als verlorene Stunde. Gemeint war weder das eine noch das andere.',
          en: 'A declined lunch is taken as a rejection of the person, a long meal as an hour gone. Neither was meant that way.',
        },
        question: {
          de: 'Was gehört für Sie zu einer Pause, die diesen Namen verdient?',
          en: 'What belongs to a break that deserves the name, in your eyes?',
        },
        proposals: [
          {
            de: 'Dienstags essen wir zusammen und stehen nach 45 Minuten auf. An den anderen Tagen macht jede Person Pause nach eigener Art.',
            en: 'On Tuesdays we eat together and get up after 45 minutes. On other days each of us takes a break in our own way.',
          },
          {
            de: 'Bei Einladungen nach außen wählt das Lokal, wer Freude daran hat. Das Ende legt am Vortag fest, wer es gern kurz hält.',
            en: 'When we invite others, whoever enjoys it chooses the place. Whoever likes it short sets the finishing time the day before.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Aus Besuchen werden kleine Feste, und doch bleiben die Arbeitstage schlank. Gäste erleben Gastlichkeit und pünktliche Abläufe.',
          en: 'Visits turn into small celebrations, yet working days stay lean. Guests experience hospitality and punctual routines.',
        },
        hurts: {
          de: 'Die Rechnung für das Buffet liest man hier als Beziehungspflege und dort als Verschwendung. Das belegte Brot gilt umgekehrt als sparsam oder als unhöflich.',
          en: 'The bill for the buffet reads as care for relationships here and as waste there. The sandwich, in turn, counts as thrifty or as impolite.',
        },
        question: {
          de: 'Bei welchen Anlässen verbindet ein Essen beide Teams, und bei welchen täte es auch ein Kaffee?',
          en: 'On which occasions does a meal bring both teams together, and on which would a coffee do as well?',
        },
        proposals: [
          {
            de: 'Wir unterscheiden drei Anlässe: Kaffee, Imbiss, Essen. Beide Leitungen ordnen bis Monatsende jedem wiederkehrenden Termin einen davon zu.',
            en: 'We distinguish three occasions: coffee, snack, meal. By the end of the month both team leads assign one to every recurring meeting.',
          },
          {
            de: 'Sitzungen über drei Stunden bekommen eine Pause von 60 Minuten: 30 am gemeinsamen Tisch, 30 frei. Das einladende Team achtet auf die Uhr.',
            en: 'Meetings of more than three hours get a 60-minute break: 30 at a shared table, 30 free. The inviting team watches the clock.',
          },
        ],
      },
    },
  },
};
