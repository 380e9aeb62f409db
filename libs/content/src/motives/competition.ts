import type { MotiveTexts } from '../types.js';

export const motive: MotiveTexts = {
  id: 'competition',
  name: { de: 'Revanche', en: 'Competition' },
  about: {
    de: 'Treffen Interessen aufeinander, sucht ein Mensch eher den Wettstreit oder eher den Ausgleich: Davon handelt dieses Motiv.',
    en: 'When interests collide, a person may seek the contest or the common ground: this motive deals with that choice.',
  },
  high: {
    label: { de: 'wetteifern und sich messen', en: 'compete and compare' },
    want: {
      de: 'Sie möchten sich messen und gewinnen. Ein Gegenüber auf gleicher Höhe, ein knapper Punktestand, eine offene Rechnung: Das weckt Ihren Ehrgeiz.',
      en: 'You want to test yourself against others and win. An opponent of equal stature, a close score, an account to settle: that wakes you up.',
    },
    easy: {
      de: 'In einer harten Preisverhandlung bleiben Sie wach und halten dagegen. Widerspruch nehmen Sie sportlich, und nach einer Niederlage planen Sie schon die nächste Runde.',
      en: 'In a tough price negotiation you stay alert and hold your ground. You take opposition in a sporting spirit and plan the next round soon after losing one.',
    },
    costs: {
      de: 'Nachzugeben, nur damit Frieden herrscht, geht Ihnen gegen den Strich. Lange Abstimmungen, in denen am Ende niemand gewonnen hat, lassen Sie unruhig zurück.',
      en: 'Giving way just to keep the peace goes against your grain. Long rounds of talks that nobody has won in the end leave you restless.',
    },
    seenByOther: {
      de: 'Wer Einklang sucht, erlebt Sie vielleicht als streitbar oder nachtragend. Ihre Lust am Kräftemessen kann dort ankommen wie ein Angriff auf die Person.',
      en: 'Someone who seeks harmony may find you combative, or think you bear grudges. Your pleasure in a contest can land like an attack on the person.',
    },
    helps: {
      de: 'Ihnen dient ein Ziel außerhalb des Teams, etwa ein Angebot der Konkurrenz oder die eigene Zahl vom Vorjahr. Kündigen Sie es an, wenn Sie aus Freude am Streit widersprechen.',
      en: 'Choose a target outside the team, such as a rival offer or your own figure from last year. Announce it when you contradict for the joy of debate.',
    },
  },
  low: {
    label: { de: 'vermitteln und Frieden stiften', en: 'mediate and make peace' },
    want: {
      de: 'Sie möchten, dass Menschen gut miteinander auskommen und alle das Gesicht wahren. Eine Lösung, mit der beide Seiten leben können, freut Sie mehr als ein Sieg.',
      en: 'You want people to get along and everyone to save face. A solution both sides can live with pleases you more than a victory.',
    },
    easy: {
      de: 'Wenn die Stimmung kippt, finden Sie das verbindende Wort. Eine spitze Bemerkung lassen Sie vorbeiziehen, und nach einem Streit reichen Sie ohne Zögern die Hand.',
      en: 'When the mood turns, you find the word that connects. You let a pointed remark pass, and after an argument you hold out your hand without hesitation.',
    },
    costs: {
      de: 'Ein öffentlicher Punktestand unter Kolleginnen und Kollegen nimmt Ihnen die Freude. Auch eine Verhandlung, in der die andere Seite um jeden Preis gewinnen will, zehrt an Ihnen.',
      en: 'A public scoreboard among colleagues takes the pleasure out of work. A negotiation in which the other side wants to win at any price wears you down too.',
    },
    seenByOther: {
      de: 'Für streitlustige Menschen sehen Sie leicht nachgiebig aus, als wäre Ihnen der Ausgang einerlei. Dass Sie den Frieden mit Absicht wählen, bleibt von dort aus unbemerkt.',
      en: 'To people who love a contest you may look yielding, as if the outcome were all the same to you. That you choose peace on purpose easily goes unnoticed.',
    },
    helps: {
      de: 'Schreiben Sie vor einer Verhandlung auf, worauf Sie bestehen wollen. Nach einem Konflikt tut Ihnen ein kurzes Gespräch gut, das ihn ausdrücklich beendet.',
      en: 'Write down before a negotiation what you intend to insist on. After a conflict, a short conversation that expressly ends it does you good.',
    },
  },
  balanced: {
    de: 'Ob Sie kämpfen oder einlenken, machen Sie von der Situation abhängig. Für manche Sache steigen Sie gern in den Ring, bei einer anderen geht Ihnen der Friede vor.',
    en: 'Whether you fight or make peace depends on the situation. For some causes you gladly step into the ring; for others, harmony comes first.',
  },
  constellations: {
    'red-red': {
      persons: {
        helps: {
          de: 'Ein Wort gibt das andere, und das Tempo steigt: Beide mögen den Schlagabtausch. Nach außen treten sie als Gespann auf, das sich so leicht nichts nehmen lässt.',
          en: 'One word leads to another and the pace picks up: both enjoy a sharp exchange. To the outside they are a pair that does not give much away.',
        },
        hurts: {
          de: 'Aus dem Spiel wird Ernst, sobald beide um dasselbe Ziel laufen. Dann zählt, wer recht hatte, und alte Rechnungen sitzen mit am Tisch.',
          en: 'The game turns serious once both run for the same goal. Then it matters who was right, and old scores sit at the table too.',
        },
        question: {
          de: 'Welche alte Rechnung zwischen Ihnen könnten Sie heute für beglichen erklären?',
          en: 'Which old score between you could you declare settled today?',
        },
        proposals: [
          {
            de: 'Am Monatsersten wählen wir eine Zahl, an der wir uns vergleichen; am Monatsende sehen wir sie gemeinsam an. Andere Vergleiche lassen wir weg.',
            en: 'On the first of the month we choose one figure to compete on; at month’s end we look at it together. We leave out all other comparisons.',
          },
          {
            de: 'Dauert ein Schlagabtausch in einer Sitzung länger als zehn Minuten, beenden wir ihn dort. Wir klären die Sache am selben Tag zu zweit.',
            en: 'If an argument in a meeting goes on for more than ten minutes, we end it there. We settle the matter between us the same day.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Der Ehrgeiz beider Teams gibt Tempo, vor allem im Rennen mit anderen Unternehmen. Ein gemeinsames Gegenüber draußen schweißt zusammen.',
          en: 'The ambition of both teams sets the pace, above all in the race with other companies. A common rival outside welds them together.',
        },
        hurts: {
          de: 'Richtet sich der Ehrgeiz nach innen, werden Informationen zur Munition. Jede Seite sammelt Belege dafür, dass die andere den Auftrag gekostet hat.',
          en: 'Once ambition turns inward, information becomes ammunition. Each side collects evidence that the other one cost them the order.',
        },
        question: {
          de: 'Gegen wen tritt Ihr Team gerade an, und sitzt dieses Gegenüber wirklich am anderen Ende des Flurs?',
          en: 'Whom is your team competing against just now, and do they really sit at the other end of the corridor?',
        },
        proposals: [
          {
            de: 'Bis Quartalsbeginn vereinbaren beide Leitungen ein Ziel, das sich nur gemeinsam gewinnen lässt. Seinen Stand zeigen sie jeden Montag in beiden Teams.',
            en: 'Before the quarter starts, both team leads agree on one goal that can only be won together. They show its status to both teams every Monday.',
          },
          {
            de: 'Nach jedem verlorenen Auftrag setzen sich je zwei Personen binnen einer Woche zusammen. Sie notieren, was beide Seiten beim nächsten Mal tun.',
            en: 'After each lost order, two people from each team sit down within a week. They write down what both sides will do next time.',
          },
        ],
      },
    },
    'blue-blue': {
      persons: {
        helps: {
          de: 'Meinungsverschiedenheiten bleiben leise, und der Ton ist freundlich. Beide suchen früh den Mittelweg und freuen sich am Erfolg des Gegenübers.',
          en: 'Differences of opinion stay quiet and the tone is kind. Both look early for the middle way and enjoy the other’s success.',
        },
        hurts: {
          de: 'Um des Friedens willen bleibt Strittiges ungesagt. Am Ende steht womöglich eine Lösung, die keine der beiden Personen gewollt hat.',
          en: 'For the sake of peace, contested points go unsaid. They may end up with a solution that neither of them wanted.',
        },
        question: {
          de: 'In welcher Frage sind Sie uneins, ohne es bisher ausgesprochen zu haben?',
          en: 'On which question do you disagree without having said so yet?',
        },
        proposals: [
          {
            de: 'In unserem Gespräch am Monatsersten nennt jede Person einen Punkt, den sie anders sieht. Die andere hört fünf Minuten zu, bevor sie antwortet.',
            en: 'In our talk on the first of the month each names one point they see differently. The other listens for five minutes before replying.',
          },
          {
            de: 'Vor Verhandlungen mit Dritten schreiben wir am Vortag drei Forderungen auf, bei denen wir bleiben. Danach prüfen wir, was daraus wurde.',
            en: 'On the day before a negotiation with others we write down three demands we will stand by. Afterwards we check what became of them.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Zwischen den Teams herrscht ein Ton, in dem man gern um Hilfe bittet. Übergaben laufen ohne Gerangel um Zuständigkeit oder Verdienst.',
          en: 'The tone between the teams makes it pleasant to ask for help. Handovers happen without a tussle over territory or credit.',
        },
        hurts: {
          de: 'Heikle Entscheidungen wandern von Sitzung zu Sitzung, damit niemand verliert. Neben lauteren Bereichen geht das gemeinsame Anliegen leicht unter.',
          en: 'Delicate decisions travel from meeting to meeting so that nobody has to lose. Next to louder departments their common cause is easily drowned out.',
        },
        question: {
          de: 'Für welches gemeinsame Anliegen würden beide Teams einen Streit in Kauf nehmen?',
          en: 'For which common cause would both teams accept an argument?',
        },
        proposals: [
          {
            de: 'Bleibt ein Punkt nach zwei Sitzungen strittig, stellen je eine Person pro Team die Gegenpositionen vor. Die Leitungen entscheiden in derselben Woche.',
            en: 'If a point is still disputed after two meetings, one person per team presents the opposing views. The team leads decide that same week.',
          },
          {
            de: 'Vier Wochen vor jeder Budgetrunde benennen wir zwei Personen, die unsere gemeinsame Forderung vertreten. Sie stimmen sie bis zur Vorwoche mit allen ab.',
            en: 'Four weeks before each budget round we name two people to argue our joint request. They clear it with everyone by the week before.',
          },
        ],
      },
    },
    'red-blue': {
      persons: {
        helps: {
          de: 'In Verhandlungen können beide hart in der Sache und freundlich im Ton auftreten. Gegenhalten und Beziehungspflege liegen bei zwei Menschen und kommen einander nicht in die Quere.',
          en: 'As negotiators the two can be firm on substance and friendly in tone. Pushing back and preserving the relationship lie with two people and stay out of each other’s way.',
        },
        hurts: {
          de: 'Wer sich gern misst, hört im Einlenken Gleichgültigkeit. Wer Ausgleich sucht, hört im Widerspruch eine Kränkung. Die eine Seite wartet auf Gegenwehr, die andere auf Frieden.',
          en: 'Those who like a contest hear indifference in a concession. Those who seek harmony hear an insult in an objection. One waits for resistance, the other for peace.',
        },
        question: {
          de: 'Wann macht Sie eine Auseinandersetzung wach, und ab wann möchten Sie, dass sie endet?',
          en: 'When does an argument wake you up, and from which moment do you want it to end?',
        },
        proposals: [
          {
            de: 'Wer streiten möchte, sagt vorher: „Ich halte jetzt dagegen.“ Wer genug hat, sagt „Pause“; am nächsten Morgen um 9 Uhr sprechen wir weiter.',
            en: 'Whoever wants to argue says first: “I am going to push back now.” Whoever has had enough says “pause”; we continue at 9 the next morning.',
          },
          {
            de: 'Harte Verhandlungen führen wir zu zweit: Eine Person fordert, die andere fasst zusammen. Die Rollen legen wir am Vortag fest.',
            en: 'We conduct tough negotiations as a pair: one makes demands, the other sums up. We settle the roles the day before.',
          },
        ],
      },
      teams: {
        helps: {
          de: 'Biss nach außen und Eintracht nach innen ergänzen sich. Um den Auftrag wird gekämpft, und zwischen den vielen Beteiligten reißt der Faden nicht ab.',
          en: 'Bite towards the market and concord within complement each other. Orders are fought for, and the thread between the many people involved does not break.',
        },
        hurts: {
          de: 'Das kämpferische Team wundert sich, dass drüben kaum jemand gewinnen will. Das vermittelnde wundert sich, dass dort aus allem ein Wettkampf wird. Zwei Güter stehen sich gegenüber: Sieg und Zusammenhalt.',
          en: 'The fighting team wonders why hardly anyone over there wants to win. The mediating team wonders why everything there becomes a contest. Two goods stand face to face: victory and cohesion.',
        },
        question: {
          de: 'Wo hat der Kampfgeist des einen Teams beiden genützt, und wo die Vermittlung des anderen?',
          en: 'Where has the fighting spirit of one team served both, and where has the mediation of the other?',
        },
        proposals: [
          {
            de: 'Wettbewerbe mit Punktestand laufen innerhalb eines Teams; über Teamgrenzen hinweg setzen wir gemeinsame Ziele. Die Leitungen prüfen das am ersten Tag jedes Quartals.',
            en: 'Contests with a scoreboard run within one team; across teams we set joint goals. The team leads check this on the first day of each quarter.',
          },
          {
            de: 'Streitpunkte kommen in die Runde am Donnerstag: je fünf Minuten Standpunkt. Danach schlägt eine Person aus dem vermittelnden Team den ersten gemeinsamen Schritt vor.',
            en: 'Points of dispute go to the Thursday meeting: five minutes for each position. Then one person from the mediating team proposes the first joint step.',
          },
        ],
      },
    },
  },
};
