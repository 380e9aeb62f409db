import { item } from './motive-items.js';
import type { MotiveItems } from './motive-items.js';

/** Items of the motives that mostly show in how somebody lives with others: social contact to safety. */
export const personItems = {
  'social-contact': {
    high: [
      item(
        'social-contact-h1',
        'Ich genieße es, bei der Arbeit neue Menschen kennenzulernen.',
        'I enjoy meeting new people at work.',
      ),
      item(
        'social-contact-h2',
        'Ich plaudere gern, bevor es zur Sache geht.',
        'I like some small talk before getting down to business.',
      ),
      item(
        'social-contact-h3',
        'Ich verbringe meine Pausen gern in großer Runde.',
        'I like spending my breaks in a large group.',
      ),
    ],
    low: [
      item(
        'social-contact-l1',
        'Ich genieße Arbeitstage, an denen es um mich herum still ist.',
        'I enjoy working days when it is quiet around me.',
      ),
      item(
        'social-contact-l2',
        'Ich habe bei der Arbeit gern mit wenigen vertrauten Menschen zu tun.',
        'At work I like dealing with a few familiar people.',
      ),
      item(
        'social-contact-l3',
        'Ich ziehe mich zum Arbeiten gern zurück.',
        'I like withdrawing to a place of my own to work.',
      ),
    ],
  },
  family: {
    high: [
      item(
        'family-h1',
        'Ich kümmere mich gern um Menschen, die mir nahestehen.',
        'I like looking after people who are close to me.',
      ),
      item(
        'family-h2',
        'Ich möchte für andere da sein, wenn sie mich brauchen.',
        'I want to be there for others when they need me.',
      ),
      item(
        'family-h3',
        'Ich richte meine Arbeitszeit gern nach Menschen, die mir nahestehen.',
        'I like arranging my working hours around people close to me.',
      ),
    ],
    low: [
      item(
        'family-l1',
        'Ich begegne Menschen, die mir nahestehen, gern auf Augenhöhe.',
        'I like meeting people close to me on an equal footing.',
      ),
      item(
        'family-l2',
        'Ich mag es, wenn Menschen in meinem Umfeld ihr eigenes Leben führen.',
        'I like it when people around me lead lives of their own.',
      ),
      item(
        'family-l3',
        'Ich lasse Menschen, die mir nahestehen, gern ihren Weg selbst finden.',
        'I like letting people close to me find their own way.',
      ),
    ],
  },
  status: {
    high: [
      item('status-h1', 'Ich möchte, dass mein Erfolg sichtbar ist.', 'I want my success to be visible.'),
      item(
        'status-h2',
        'Ich genieße es, vor anderen ausgezeichnet zu werden.',
        'I enjoy being honoured in front of others.',
      ),
      item(
        'status-h3',
        'Mich reizt eine Stellung, die Ansehen mit sich bringt.',
        'I am drawn to a position that brings prestige.',
      ),
    ],
    low: [
      item(
        'status-l1',
        'Ich mag es, wenn im Team alle gleich behandelt werden.',
        'I like it when everyone in the team is treated alike.',
      ),
      item('status-l2', 'Ich reihe mich gern in eine Gruppe ein.', 'I like blending into a group.'),
      item(
        'status-l3',
        'Ich fühle mich wohl, wenn Titel im Alltag in den Hintergrund treten.',
        'I feel at ease when titles fade into the background.',
      ),
    ],
  },
  competition: {
    high: [
      item('competition-h1', 'Ich messe mich gern mit anderen.', 'I like measuring myself against others.'),
      item(
        'competition-h2',
        'Ich genieße es, einen Wettbewerb zu gewinnen.',
        'I enjoy winning a competition.',
      ),
      item(
        'competition-h3',
        'Mich reizt eine Auseinandersetzung, in der es hart zur Sache geht.',
        'I am drawn to a debate that is fought hard.',
      ),
    ],
    low: [
      item(
        'competition-l1',
        'Ich fühle mich wohl, wenn bei der Arbeit Frieden herrscht.',
        'I feel at ease when there is peace at work.',
      ),
      item('competition-l2', 'Ich lege einen Streit gern rasch bei.', 'I like settling a dispute quickly.'),
      item(
        'competition-l3',
        'Ich gebe gern nach, wenn es dem Miteinander dient.',
        'I like giving way when it helps people get along.',
      ),
    ],
  },
  sensuality: {
    high: [
      item(
        'sensuality-h1',
        'Ich genieße es, an einem schön gestalteten Ort zu arbeiten.',
        'I enjoy working in a beautifully designed place.',
      ),
      item(
        'sensuality-h2',
        'Ich nehme gern Materialien in die Hand, die sich gut anfühlen.',
        'I like handling materials that feel good.',
      ),
      item(
        'sensuality-h3',
        'Ich möchte, dass auch ein sachliches Dokument schön aussieht.',
        'I want even a factual document to look beautiful.',
      ),
    ],
    low: [
      item(
        'sensuality-l1',
        'Ich mag Räume, die rein zweckmäßig eingerichtet sind.',
        'I like rooms that are furnished purely for their purpose.',
      ),
      item(
        'sensuality-l2',
        'Ich wähle Dinge gern allein nach ihrer Funktion aus.',
        'I like choosing things purely by their function.',
      ),
      item(
        'sensuality-l3',
        'Ich fühle mich in einer nüchternen Umgebung wohl.',
        'I feel at ease in plain surroundings.',
      ),
    ],
  },
  food: {
    high: [
      item(
        'food-h1',
        'Ich freue mich schon am Morgen auf das Mittagessen.',
        'From the morning on I look forward to lunch.',
      ),
      item('food-h2', 'Ich probiere gern neue Gerichte aus.', 'I like trying new dishes.'),
      item(
        'food-h3',
        'Ich genieße es, bei einer Feier im Team gut zu essen.',
        'I enjoy eating well at a team celebration.',
      ),
    ],
    low: [
      item(
        'food-l1',
        'Mir reicht in der Pause ein einfaches Essen.',
        'A simple meal in the break is enough for me.',
      ),
      item(
        'food-l2',
        'Ich halte Mahlzeiten an Arbeitstagen gern kurz.',
        'I like keeping meals short on working days.',
      ),
      item('food-l3', 'Ich esse gern, was gerade da ist.', 'I like eating whatever is at hand.'),
    ],
  },
  'physical-activity': {
    high: [
      item(
        'physical-activity-h1',
        'Ich bin an einem Arbeitstag gern in Bewegung.',
        'I like being on the move during a working day.',
      ),
      item(
        'physical-activity-h2',
        'Ich genieße es, mich körperlich anzustrengen.',
        'I enjoy physical exertion.',
      ),
      item(
        'physical-activity-h3',
        'Mir gefällt die Idee, Besprechungen im Gehen abzuhalten.',
        'I like the idea of holding meetings on foot.',
      ),
    ],
    low: [
      item(
        'physical-activity-l1',
        'Ich genieße es, einen Arbeitstag in Ruhe am Platz zu verbringen.',
        'I enjoy spending a working day quietly in my seat.',
      ),
      item(
        'physical-activity-l2',
        'Ich wähle gern den bequemen Weg durch das Haus.',
        'I like taking the comfortable way around the building.',
      ),
      item(
        'physical-activity-l3',
        'Ich erhole mich nach der Arbeit gern in aller Gemütlichkeit.',
        'I like unwinding in comfort after work.',
      ),
    ],
  },
  safety: {
    high: [
      item('safety-h1', 'Ich möchte wissen, was auf mich zukommt.', 'I want to know what lies ahead of me.'),
      item(
        'safety-h2',
        'Ich sichere mich gern ab, bevor ich etwas wage.',
        'I like to make sure of things before I venture anything.',
      ),
      item(
        'safety-h3',
        'Ich fühle mich wohl, wenn meine Arbeit in ruhigen Bahnen läuft.',
        'I feel at ease when my work runs a calm course.',
      ),
    ],
    low: [
      item(
        'safety-l1',
        'Mich reizt ein Vorhaben mit offenem Ausgang.',
        'I am drawn to a project with an open outcome.',
      ),
      item(
        'safety-l2',
        'Ich genieße es, wenn es bei der Arbeit hoch hergeht.',
        'I enjoy it when things get hectic at work.',
      ),
      item('safety-l3', 'Ich gehe gern ein Wagnis ein.', 'I like taking a chance.'),
    ],
  },
} satisfies Record<string, MotiveItems>;
