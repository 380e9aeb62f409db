import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'family',
  name: { de: 'Familie', en: 'Family' },
  about: {
    de: 'Dieses Motiv beschreibt, ob jemand bei der Arbeit gern für andere sorgt oder ihnen lieber partnerschaftlich begegnet.',
    en: 'This motive describes whether someone likes to look after others at work or prefers to meet them as partners.',
  },
  high: {
    label: { de: 'umsorgen und behüten', en: 'care and look after' },
    want: {
      de: 'Sie möchten für andere da sein und spüren, dass man auf Sie zählt. Es freut Sie, wenn jemand unter Ihrer Obhut wächst.',
      en: 'You want to be there for others and feel that they count on you. It pleases you to see someone grow in your care.',
    },
    easy: {
      de: 'Neue Kolleginnen und Kollegen nehmen Sie selbstverständlich unter Ihre Fittiche. Sie merken sich, wer vor einer schweren Woche steht, und schauen vorbei.',
      en: 'You take new colleagues under your wing as a matter of course. You remember who is facing a hard week, and drop by.',
    },
    costs: {
      de: 'Schwer wird es, wenn Sie zusehen sollen, wie sich jemand allein durch eine Aufgabe kämpft. In einer Runde, in der alle nur für sich arbeiten, kühlen Sie aus.',
      en: 'It is hard to stand by while someone struggles through a task alone. A group in which everyone works for themselves leaves you cold as well.',
    },
    seenByOther: {
      de: 'Menschen, die Eigenständigkeit schätzen, fühlen sich von Ihrer Fürsorge vielleicht eng begleitet. Was Sie als Angebot meinen, klingt für sie nach Zweifel an ihnen.',
      en: 'People who value standing on their own feet may feel crowded by your care. What you mean as an offer sounds to them like doubt.',
    },
    helps: {
      de: 'Fragen Sie, bevor Sie einspringen, welche Hilfe gewünscht ist. Eine Patenschaft für neue Mitarbeitende gibt Ihrer Fürsorge einen festen Ort.',
      en: 'Before you step in, ask what kind of help is wanted. Being the contact for new members of staff gives your care a settled place.',
    },
  },
  low: {
    label: { de: 'partnerschaftlich begegnen, zutrauen', en: 'trust others as partners' },
    want: {
      de: 'Sie möchten anderen als Erwachsene unter Erwachsenen begegnen. Alle tragen ihren Teil, und Hilfe gibt es, wenn jemand darum bittet.',
      en: 'You want to meet others as one adult among adults. All carry their share, and help comes when someone asks for it.',
    },
    easy: {
      de: 'Eine Aufgabe geben Sie ganz aus der Hand und vertrauen darauf, dass sie gelingt. Auch in vertrauter Zusammenarbeit lassen Sie anderen ihren Freiraum.',
      en: 'You hand a task over completely and trust that it will turn out well. Even with close colleagues you leave room to breathe.',
    },
    costs: {
      de: 'Anstrengend wird es, wenn Sie jemanden über Wochen an die Hand nehmen sollen. Auch selbst umsorgt zu werden, engt Sie eher ein, so freundlich es gemeint ist.',
      en: 'Taking someone by the hand for weeks is tiring. Being looked after yourself tends to hem you in as well, however kindly it is meant.',
    },
    seenByOther: {
      de: 'Auf fürsorgliche Kolleginnen und Kollegen wirken Sie womöglich kühl oder unbeteiligt. Dass Ihr Abstand Zutrauen bedeutet, können sie erst mit der Zeit erkennen.',
      en: 'To caring colleagues you may seem cool or detached. It takes them time to see that your distance is a form of trust.',
    },
    helps: {
      de: 'Sprechen Sie Ihr Zutrauen laut aus, etwa beim Übergeben einer Aufgabe. Mit festen Sprechzeiten bleiben Sie erreichbar, ohne ständig nachzufragen.',
      en: 'Say your trust out loud, for instance when you hand over a task. With set hours for questions you stay within reach without having to check.',
    },
  },
  balanced: {
    de: 'Ob Sie jemanden begleiten oder machen lassen, entscheidet die Situation: wie vertraut der Mensch ist, wie neu die Aufgabe, wie voll Ihr eigener Tag.',
    en: 'Whether you accompany someone or leave them to it depends on the situation. How well you know them, how new the task and how full your own day is all play a part.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Unterstützung kommt, bevor jemand fragen muss, denn man achtet aufeinander. In dichten Wochen entsteht daraus ein Gefühl von Geborgenheit bei der Arbeit.',
          en: 'Support arrives before anyone has to ask, for the two look out for each other. In busy weeks this makes the workplace feel like shelter.',
        },
        hurts: {
          de: 'Vor lauter Rücksicht sagen beide spät, was sie stört. Und kümmern sich beide um dieselbe neue Person, bekommt diese zwei Ratschläge zu jeder Frage.',
          en: 'Out of consideration, both say late what bothers them. And a newcomer in their joint care receives two pieces of advice for every question.',
        },
        question: {
          de: 'Wann hat Ihnen Fürsorge zuletzt gutgetan, und wann hätten Sie es lieber allein versucht?',
          en: 'When did care last do you good, and when would you rather have tried on your own?',
        },
        proposals: [
          {
            de: 'Für jede neue Person im Team benennen wir am ersten Tag eine von uns als Ansprechperson. Die andere gibt Rat, wenn sie gefragt wird.',
            en: 'For each newcomer we name one of us as their contact on the first day. The other gives advice when asked.',
          },
          {
            de: 'Freitags um 14 Uhr nehmen wir uns zehn Minuten: Was war in dieser Woche zu viel, und was möchten wir abgeben?',
            en: 'On Fridays at 2 pm we take ten minutes: what was too much this week, and what would we like to hand over?',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Über Teamgrenzen hinweg hält man zusammen: Wer Rat sucht, findet eine offene Tür. Einarbeitung und Vertretung geschehen mit viel Herz.',
          en: 'People stick together across team lines: anyone looking for advice finds an open door. Induction and cover are done with a lot of heart.',
        },
        hurts: {
          de: 'Jedes Team stellt sich schützend vor die eigenen Leute. Ein kritisches Wort von drüben gilt rasch als Angriff, und die Klärung bleibt aus.',
          en: 'Each team shields its own people. A critical word from across the hall quickly counts as an attack, and nothing gets cleared up.',
        },
        question: {
          de: 'Wen schützt Ihr Team gerade, und was davon könnte diese Person selbst regeln?',
          en: 'Whom is your team protecting just now, and which part of it could that person handle alone?',
        },
        proposals: [
          {
            de: 'Rückmeldungen gehen innerhalb von zwei Tagen direkt an die betroffene Person. Die Leitungen kommen dazu, wenn eine Seite darum bittet.',
            en: 'Feedback goes straight to the person concerned within two days. The team leads join when one side asks them to.',
          },
          {
            de: 'Jede neue Person verbringt in den ersten vier Wochen zwei Tage im anderen Team. Dort übernimmt eine vorab benannte Person die Begleitung.',
            en: 'Every newcomer spends two days with the other team in the first four weeks. A person named beforehand looks after them there.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Freiraum und Zutrauen sind zwischen beiden selbstverständlich. Hilfe ist ein Angebot, das man annehmen oder ausschlagen darf.',
          en: 'Space and trust go without saying between the two. Help is an offer that may be taken or declined.',
        },
        hurts: {
          de: 'In einer dichten Woche arbeitet jede Person still für sich weiter. Dass Unterstützung willkommen gewesen wäre, zeigt sich erst im Rückblick.',
          en: 'In a busy week each goes on working quietly alone. That support would have been welcome only shows in hindsight.',
        },
        question: {
          de: 'Woran ließe sich bei Ihnen erkennen, dass eine helfende Hand gerade recht käme?',
          en: 'What signs would show that a helping hand is welcome to you just now?',
        },
        proposals: [
          {
            de: 'Montags um 9 Uhr nennen wir beide unsere Auslastung von eins bis fünf. Ab vier verschieben wir gemeinsam mindestens eine Aufgabe.',
            en: 'On Mondays at 9 both of us rate our workload from one to five. From four upwards we move at least one task together.',
          },
          {
            de: 'Vor jeder Abwesenheit von mehr als drei Tagen übergibt die abwesende Person am Vortag ihre offenen Punkte auf einer Seite.',
            en: 'Before any absence of more than three days, the person leaving hands over their open points on one page the day before.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Die Teams arbeiten zusammen wie zwei eigenständige Häuser mit klaren Verträgen. Beide Seiten halten Wort und mischen sich wenig ein.',
          en: 'The teams work together like two independent houses with clear contracts. Both sides keep their word and interfere little.',
        },
        hurts: {
          de: 'Wer neu dazukommt, sucht lange nach einem warmen Wort und einer Hand beim Einstieg. Überlast auf einer Seite bleibt der anderen verborgen.',
          en: 'Newcomers search a long while for a warm word and a hand at the start. When one side is overloaded, the other does not see it.',
        },
        question: {
          de: 'Wer hat in den letzten Wochen bei Ihnen neu begonnen, und wie verlief der Einstieg?',
          en: 'Who has joined you in recent weeks, and how did they find their way in?',
        },
        proposals: [
          {
            de: 'Für neue Kolleginnen und Kollegen benennt jedes Team ab dem ersten Tag eine Ansprechperson. Sie reserviert drei Monate lang wöchentlich zwanzig Minuten.',
            en: 'From day one, each team names a contact for new colleagues. The contact sets aside twenty minutes a week for three months.',
          },
          {
            de: 'In der Monatsrunde sagt jedes Team, wo es eng wird. Das andere bietet eine konkrete Hilfe im Umfang von höchstens einem Tag an.',
            en: 'In the monthly meeting each team says where things are getting tight. The other offers one concrete piece of help, up to one day.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'Gemeinsam finden beide das Maß zwischen Begleiten und Loslassen. Gesehen werden die Menschen, die Zuwendung brauchen, und ebenso jene, die Freiraum brauchen.',
          en: 'Together they find the measure between accompanying and letting go. People who need attention are noticed, and so are those who need room.',
        },
        hurts: {
          de: 'Gut gemeinte Nachfragen wirken auf die eine Seite wie Aufsicht. Knappe Antworten wirken auf die andere wie Kälte. Dahinter stehen zwei Arten von Respekt: sorgen und zutrauen.',
          en: 'Kindly meant questions feel like supervision to one side. Brief answers feel like coldness to the other. Behind them are two kinds of respect: caring and trusting.',
        },
        question: {
          de: 'Welche Art von Hilfe kommt bei Ihnen als Hilfe an?',
          en: 'What kind of help reaches you as help?',
        },
        proposals: [
          {
            de: 'Bei neuen Aufgaben vereinbaren wir zu Beginn zwei feste Termine für Nachfragen. Dazwischen meldet sich, wer Unterstützung möchte.',
            en: 'When a new task begins, we fix two dates for questions. In between, whoever wants support gets in touch.',
          },
          {
            de: 'Wer gern begleitet, übernimmt die ersten zwei Wochen der Einarbeitung. Wer gern Raum gibt, überträgt in der dritten Woche eine Aufgabe zur freien Gestaltung.',
            en: 'Whoever likes to accompany takes the first two weeks of induction. Whoever likes to give room hands over a task for free design in week three.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Wer Halt sucht, findet ihn in einem Team; wer Freiraum sucht, findet ihn im anderen. Bei Umbrüchen sind beide Haltungen gefragt.',
          en: 'Those who seek support find it in one team, those who seek freedom in the other. In times of change both attitudes are called for.',
        },
        hurts: {
          de: 'Im fürsorglichen Team heißt es, drüben seien alle sich selbst überlassen. Im partnerschaftlichen Team heißt es, dort werde behütet statt gefordert. Beide möchten Menschen gerecht werden.',
          en: 'The caring team says that over there people are left to themselves. The team of partners says that people there are sheltered, not challenged. Both want to do people justice.',
        },
        question: {
          de: 'Was tut das andere Team für seine Leute, das Ihnen bisher entgangen ist?',
          en: 'What does the other team do for its people that you have not noticed so far?',
        },
        proposals: [
          {
            de: 'Beim Start gemeinsamer Vorhaben fragen beide Leitungen alle Beteiligten, wie eng sie begleitet werden möchten. Die Antworten stehen im Projektplan.',
            en: 'At the start of joint projects both team leads ask everyone how closely they wish to be accompanied. The answers go into the project plan.',
          },
          {
            de: 'Wird es in einem Team eng, meldet es bis Mittwoch genau eine Bitte. Das andere antwortet bis Donnerstag mit Ja, Nein oder Gegenvorschlag.',
            en: 'When things get tight, a team sends exactly one request by Wednesday. The other answers by Thursday with yes, no or a counter-offer.',
          },
        ],
      },
    },
  },
};
