import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'physical-activity',
  name: { de: 'Bewegung', en: 'Physical activity' },
  about: {
    de: 'Manche Menschen suchen im Arbeitsalltag die Anstrengung, andere genießen die Bequemlichkeit: Zwischen beidem liegt dieses Motiv.',
    en: 'Some people seek exertion in their working day, others enjoy comfort: this motive lies between the two.',
  },
  high: {
    label: { de: 'sich bewegen und verausgaben', en: 'move and exert yourself' },
    want: {
      de: 'Sie möchten in Schwung bleiben und Ihren Körper spüren. Ein Tag, an dem Sie viel auf den Beinen waren, fühlt sich lebendig an.',
      en: 'You want to keep moving and to feel your body at work. A day spent mostly on your feet feels alive.',
    },
    easy: {
      de: 'Ein Rundgang durch drei Hallen, der Aufbau eines Standes, das Gespräch im Gehen: Sie sind gern dabei. Über die Treppe sind Sie oben, während andere auf den Aufzug warten.',
      en: 'A tour of three halls, setting up a stand, a conversation on foot: you are glad to join in. You are upstairs while others still wait for the lift.',
    },
    costs: {
      de: 'Vier Stunden am Stück in einem Sitzungsraum machen Sie unruhig. Auch lange Fahrten und Tage, die nur am Bildschirm stattfinden, kosten Sie Kraft.',
      en: 'Four hours on end in a meeting room make you fidget. Long drives, and days that happen only on a screen, drain you as well.',
    },
    seenByOther: {
      de: 'Stehen Sie mitten in der Sitzung auf, kann das nach Ungeduld mit dem Thema aussehen. In bequemer Runde gelten Sie womöglich als rastlos.',
      en: 'When you stand up in mid-meeting, it can look like impatience with the subject. Among people who like comfort you may pass for restless.',
    },
    helps: {
      de: 'Legen Sie Telefonate in einen Gang um das Haus und wählen Sie in Sitzungen einen Platz am Rand. Ein Satz genügt: „Ich höre im Stehen zu.“',
      en: 'Take phone calls on a walk around the building, and choose a seat at the edge in meetings. One sentence is enough: “I listen standing up.”',
    },
  },
  low: {
    label: { de: 'bequem arbeiten, Gemächlichkeit genießen', en: 'settle in and enjoy comfort' },
    want: {
      de: 'Sie möchten es bequem haben und in Ihrem eigenen, ruhigen Takt bleiben. Ein guter Stuhl und kurze Wege machen den Tag angenehm.',
      en: 'You want to be comfortable and keep to your own unhurried pace. A good chair and short distances make the day pleasant.',
    },
    easy: {
      de: 'Stundenlang an einer Sache zu sitzen, ist für Sie ganz natürlich. In langen Sitzungen bleiben Sie ruhig am Platz und mit dem Kopf beim Thema, auch am späten Nachmittag.',
      en: 'Sitting over one thing for hours is quite natural for you. In long meetings you stay calmly in your seat and with the subject, even late in the afternoon.',
    },
    costs: {
      de: 'Ein Teamtag mit Kletterwand und Staffellauf kostet Sie Überwindung. Das gilt auch für Tage mit weiten Wegen, schweren Kisten und wenigen Stühlen.',
      en: 'A team day with climbing wall and relay race takes an effort. So do days of long distances, heavy boxes and few chairs.',
    },
    seenByOther: {
      de: 'Wer sich gern bewegt, hält Sie vielleicht für schwer in Gang zu bringen. Dass Sie gerade im Sitzen hellwach sind, ist von außen kaum zu sehen.',
      en: 'Someone who likes to move may think you are hard to get going. That you are wide awake while seated is difficult to see from outside.',
    },
    helps: {
      de: 'Richten Sie Ihren Arbeitsplatz so ein, dass alles in Reichweite liegt. Schlagen Sie für Treffen einen bequemen Ort vor, bevor es jemand im Gehen plant.',
      en: 'Arrange your workplace so that everything is within reach. Suggest a comfortable spot for a meeting before someone plans it as a walk.',
    },
  },
  balanced: {
    de: 'Je nach Situation zieht es Sie nach draußen oder in den bequemen Sessel. Nach langem Sitzen lockt der Weg zu Fuß, nach einem Tag auf den Beinen die Ruhe.',
    en: 'Depending on the situation you are drawn outdoors or into an armchair. After long sitting a walk is tempting; after a day on your feet, rest is.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Besprechungen finden im Gehen statt, und wo angepackt wird, sind beide zur Stelle. Sie stecken einander mit ihrem Schwung an.',
          en: 'Conversations happen on foot, and wherever hands are needed, both turn up. They infect each other with their energy.',
        },
        hurts: {
          de: 'In langen Sitzungen werden beide zugleich unruhig, und Feinarbeit am Bildschirm wandert auf morgen. Wer langsamer geht, verliert den Anschluss an ihr Gespräch.',
          en: 'In long meetings both grow restless at the same moment, and detailed screen work moves to tomorrow. Anyone who walks more slowly falls out of their conversation.',
        },
        question: {
          de: 'Welche Arbeit braucht Sitzfleisch, und wie teilen Sie diese unter sich auf?',
          en: 'Which work calls for staying seated, and how do you share it between you?',
        },
        proposals: [
          {
            de: 'Unsere Absprache am Montag um 8:30 Uhr halten wir im Gehen. Zurück am Platz diktiert eine Person innerhalb von zehn Minuten die Ergebnisse.',
            en: 'We hold our Monday 8:30 catch-up on foot. Back at the desk, one of us dictates the results within ten minutes.',
          },
          {
            de: 'Gemeinsame Bildschirmarbeit teilen wir in Abschnitte von 45 Minuten. Danach gehen wir beide für zehn Minuten hinaus.',
            en: 'We divide joint screen work into stretches of 45 minutes. After each one we both go outside for ten minutes.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Aktionen draußen verbinden die Teams: ein Rundgang durch das Werk, ein gemeinsamer Aufbau, ein Weg zu Fuß zum Termin. Energie ist reichlich vorhanden.',
          en: 'Activities outdoors unite the teams: a tour of the plant, setting up together, walking to an appointment. There is plenty of energy around.',
        },
        hurts: {
          de: 'Teamtage geraten zum Sportfest, und wer es gemütlich mag, steht als Zaungast dabei. Geht es um lange Auswertungen, hebt sich kaum eine Hand.',
          en: 'Team days turn into sports days, and those who like it leisurely look on over the fence. Hardly a hand goes up for long evaluations.',
        },
        question: {
          de: 'Welche gemeinsame Unternehmung würde auch den Ruhigeren in beiden Teams Freude machen?',
          en: 'Which joint outing would also please the calmer members of both teams?',
        },
        proposals: [
          {
            de: 'Jeder gemeinsame Teamtag bietet zu jeder Aktivität ein Programm im Sitzen an. Je eine Person pro Team plant beides bis drei Wochen vorher.',
            en: 'Every joint team day pairs each activity with a seated programme. One person per team plans both, three weeks ahead.',
          },
          {
            de: 'Sitzungen über 60 Minuten finden zur Hälfte im Stehen oder Gehen statt. Wer moderiert, kündigt den Wechsel in der Einladung an.',
            en: 'Meetings of over 60 minutes are held standing or walking for half of the time. Whoever chairs announces the change in the invitation.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Beide machen es sich bequem und bleiben lange an einer Sache. Gespräche haben Zeit, und niemand drängt zum Aufbruch.',
          en: 'Both make themselves comfortable and stay with a task for a long time. Conversations are unhurried, and nobody presses to leave.',
        },
        hurts: {
          de: 'Der Gang in die Werkhalle oder ins andere Haus unterbleibt, eine Mail ist ja schneller geschrieben. So sehen beide manches nur aus der Ferne.',
          en: 'The walk to the shop floor or the other building is put off, since an email is quicker. They see some things only from afar.',
        },
        question: {
          de: 'Welcher Weg würde sich lohnen, obwohl eine Nachricht bequemer wäre?',
          en: 'Which walk would be worth it although a message would be more convenient?',
        },
        proposals: [
          {
            de: 'Am zweiten Dienstag im Monat besuchen wir zusammen einen Ort, den wir sonst nur aus Unterlagen kennen. Das Ziel bestimmen wir abwechselnd.',
            en: 'On the second Tuesday of the month we visit a place we otherwise know only from documents. We take turns choosing it.',
          },
          {
            de: 'Für Aufbauarbeiten bitten wir zwei Wochen vorher um Hilfe. Im Gegenzug übernehmen wir bis zum dritten Tag danach die Nachbereitung am Schreibtisch.',
            en: 'For setting up we ask for help two weeks ahead. In return we do the follow-up at the desk within three days.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Beide Teams schätzen kurze Wege und einen festen Platz. Die Arbeit am gemeinsamen Dokument geht ruhig voran, und Klausuren dürfen lange dauern.',
          en: 'Both teams value short distances and a place of their own. Work on a shared document proceeds calmly, and retreats may take their time.',
        },
        hurts: {
          de: 'Man trifft sich vor allem am Bildschirm, und Eindrücke vor Ort bleiben selten. Wer sich gern bewegt, findet in beiden Teams kaum Begleitung.',
          en: 'They meet mainly on screen, and first-hand impressions stay rare. Anyone who likes to move finds little company in either team.',
        },
        question: {
          de: 'Was lässt sich nur erkennen, wenn jemand hingeht und es sich ansieht?',
          en: 'What can only be seen if someone goes there and takes a look?',
        },
        proposals: [
          {
            de: 'Jedes Quartal besuchen drei Personen aus beiden Teams einen Einsatzort. In der nächsten gemeinsamen Sitzung zeigen sie fünf Bilder davon.',
            en: 'Each quarter three people from both teams visit a site. At the next joint meeting they show five pictures of it.',
          },
          {
            de: 'Nach jeweils 50 Minuten Sitzung gibt es zehn Minuten Pause, dafür sorgt die Moderation. Wer mag, dreht eine Runde; wer mag, bleibt sitzen.',
            en: 'After every 50 minutes the chair calls a ten-minute break. Those who like take a turn around the block; those who like remain seated.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Schwung für die Wege und Ausdauer am Tisch sind hier beide vorhanden. Vom Aufbau bis zur Auswertung findet jede Person den Teil, der ihr Freude macht.',
          en: 'Between them they have drive for the errands and staying power at the table. From setting up to writing up, each finds the part they enjoy.',
        },
        hurts: {
          de: 'Wer umhergeht, stört die andere Person in ihrer Sammlung. Wer sitzen bleibt, bremst ihr den Schwung. Beide lesen die Haltung des Gegenübers als Urteil über das Gespräch.',
          en: 'The one who paces disturbs the other’s composure. The one who stays seated slows the other’s momentum. Both read posture as a verdict on the conversation.',
        },
        question: {
          de: 'In welcher Haltung denken Sie gern: im Sitzen, im Stehen oder im Gehen?',
          en: 'In which posture do you like to think: sitting, standing or walking?',
        },
        proposals: [
          {
            de: 'Absprachen bis 15 Minuten halten wir im Gehen, längere im Sitzen. Wer einlädt, schreibt die Form in den Termin.',
            en: 'We hold talks of up to 15 minutes on foot and longer ones sitting down. Whoever invites puts the form in the calendar entry.',
          },
          {
            de: 'Wer Bewegung mag, übernimmt Wege und Aufbau. Wer gern sitzt, liefert bis zum Abend des Folgetags Protokoll und Auswertung.',
            en: 'Whoever likes to move takes on errands and setting up. Whoever likes to sit delivers minutes and evaluation by the following evening.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Ein Team ist viel unterwegs und packt vor Ort an, das andere führt im Büro zusammen, was zurückkommt. So ist immer jemand dort und jemand hier.',
          en: 'One team is out and about and lends a hand on site, the other brings the results together in the office. Someone is always there and someone here.',
        },
        hurts: {
          de: 'Die einen sind angeblich nie am Platz, die anderen angeblich nur dort. Solche Sätze beschreiben eine Art zu arbeiten und sagen wenig über den Einsatz.',
          en: 'One team is said to be never at its desks, the other never anywhere else. Such remarks describe a way of working and say little about commitment.',
        },
        question: {
          de: 'Wozu sind die einen unterwegs und die anderen am Platz, und wer hat jeweils etwas davon?',
          en: 'What is one team out for and the other at its desks for, and who benefits from each?',
        },
        proposals: [
          {
            de: 'Je eine Person aus beiden Teams plant den nächsten Teamtag: vormittags Bewegung draußen, nachmittags eine Runde im Sitzen. Die Teilnahme an beiden Teilen ist freiwillig.',
            en: 'One person from each team plans the next team day: movement outdoors in the morning, a seated round in the afternoon. Joining either part is voluntary.',
          },
          {
            de: 'Das Team unterwegs meldet sich werktags um 16 Uhr mit drei Stichpunkten. Das Team am Platz arbeitet sie bis 10 Uhr am nächsten Morgen ein.',
            en: 'On working days the team on the road sends three points at 4 pm. The team in the office works them in by 10 the next morning.',
          },
        ],
      },
    },
  },
};
