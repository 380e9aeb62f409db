import { item } from './motive-items.js';
import type { MotiveItems } from './motive-items.js';

/** Items of the motives that mostly show in how somebody works: influence to social commitment. */
export const workItems = {
  influence: {
    high: [
      item(
        'influence-h1',
        'Ich genieße es, in einer Gruppe die Richtung vorzugeben.',
        'I enjoy setting the direction in a group.',
      ),
      item(
        'influence-h2',
        'Ich treffe gern Entscheidungen, die für viele gelten.',
        'I like making decisions that apply to many people.',
      ),
      item(
        'influence-h3',
        'Ich möchte für die Ergebnisse anderer die Verantwortung tragen.',
        'I want to be responsible for what others deliver.',
      ),
    ],
    low: [
      item(
        'influence-l1',
        'Ich unterstütze gern ein Vorhaben, das andere leiten.',
        'I like supporting a project that others lead.',
      ),
      item(
        'influence-l2',
        'Ich setze gern um, was andere entschieden haben.',
        'I like carrying out what others have decided.',
      ),
      item(
        'influence-l3',
        'Ich genieße es, einer Führungskraft zuzuarbeiten.',
        'I enjoy assisting someone who leads.',
      ),
    ],
  },
  autonomy: {
    high: [
      item(
        'autonomy-h1',
        'Ich möchte meinen Weg zum Ziel selbst bestimmen.',
        'I want to choose my own way to a goal.',
      ),
      item(
        'autonomy-h2',
        'Ich genieße es, eine Aufgabe ganz allein zu lösen.',
        'I enjoy solving a task entirely on my own.',
      ),
      item(
        'autonomy-h3',
        'Ich brauche Freiraum, um mich bei der Arbeit wohlzufühlen.',
        'I need a free hand to feel at ease at work.',
      ),
    ],
    low: [
      item(
        'autonomy-l1',
        'Ich genieße es, mit anderen eine gemeinsame Lösung zu finden.',
        'I enjoy finding a solution together with others.',
      ),
      item(
        'autonomy-l2',
        'Ich stimme mich gern eng mit anderen ab.',
        'I like coordinating closely with others.',
      ),
      item(
        'autonomy-l3',
        'Ich möchte, dass Entscheidungen im Team gemeinsam fallen.',
        'I want decisions to be made together in the team.',
      ),
    ],
  },
  curiosity: {
    high: [
      item(
        'curiosity-h1',
        'Ich will verstehen, welche Theorie hinter einer Methode steckt.',
        'I want to understand the theory behind a method.',
      ),
      item(
        'curiosity-h2',
        'Ich vertiefe mich gern in ein Fachthema.',
        'I like immersing myself in a specialist subject.',
      ),
      item(
        'curiosity-h3',
        'Ich genieße es, eine Frage gründlich zu durchdenken.',
        'I enjoy thinking a question through in depth.',
      ),
    ],
    low: [
      item(
        'curiosity-l1',
        'Ich lerne gern, indem ich etwas ausprobiere.',
        'I like learning by trying something out.',
      ),
      item(
        'curiosity-l2',
        'Mich reizt Wissen, das sofort anwendbar ist.',
        'I am drawn to knowledge that is ready to use.',
      ),
      item(
        'curiosity-l3',
        'Ich fange gern gleich mit der praktischen Arbeit an.',
        'I like getting straight down to practical work.',
      ),
    ],
  },
  'social-recognition': {
    high: [
      item(
        'social-recognition-h1',
        'Ich wünsche mir Rückmeldung zu meiner Arbeit.',
        'I wish for feedback on my work.',
      ),
      item(
        'social-recognition-h2',
        'Ich blühe auf, wenn andere meine Arbeit loben.',
        'I flourish when others praise my work.',
      ),
      item(
        'social-recognition-h3',
        'Mir liegt viel daran, dass andere mich schätzen.',
        'It matters a lot to me that others appreciate me.',
      ),
    ],
    low: [
      item(
        'social-recognition-l1',
        'Ich verlasse mich gern auf mein eigenes Urteil über meine Arbeit.',
        'I like relying on my own judgement of my work.',
      ),
      item(
        'social-recognition-l2',
        'Ich nehme Kritik gern als reine Information auf.',
        'I like taking criticism simply as information.',
      ),
      item(
        'social-recognition-l3',
        'Mir genügt es, selbst von meiner Arbeit überzeugt zu sein.',
        'Being convinced of my own work is enough for me.',
      ),
    ],
  },
  structure: {
    high: [
      item(
        'structure-h1',
        'Ich möchte einen Plan haben, bevor ich anfange.',
        'I want to have a plan before I start.',
      ),
      item('structure-h2', 'Ich genieße es, an Details zu feilen.', 'I enjoy polishing details.'),
      item('structure-h3', 'Ich mag feste Abläufe bei meiner Arbeit.', 'I like set procedures in my work.'),
    ],
    low: [
      item(
        'structure-l1',
        'Ich genieße es, spontan auf Unvorhergesehenes zu reagieren.',
        'I enjoy reacting on the spot to the unforeseen.',
      ),
      item('structure-l2', 'Ich halte meinen Arbeitstag gern offen.', 'I like keeping my working day open.'),
      item(
        'structure-l3',
        'Ich mag es, wenn ein Vorhaben erst unterwegs Form annimmt.',
        'I like it when a project takes shape along the way.',
      ),
    ],
  },
  possession: {
    high: [
      item(
        'possession-h1',
        'Ich bewahre gern auf, was einen Wert hat.',
        'I like keeping things that have value.',
      ),
      item('possession-h2', 'Ich sehe gern zu, wie Rücklagen wachsen.', 'I like watching reserves grow.'),
      item(
        'possession-h3',
        'Ich möchte, dass Arbeitsmittel lange erhalten bleiben.',
        'I want working equipment to last a long time.',
      ),
    ],
    low: [
      item('possession-l1', 'Ich gebe gern weiter, was ich habe.', 'I like passing on what I have.'),
      item(
        'possession-l2',
        'Ich genieße es, ein Budget für eine gute Idee auszugeben.',
        'I enjoy spending a budget on a good idea.',
      ),
      item(
        'possession-l3',
        'Ich trenne mich gern von Dingen, die ausgedient haben.',
        'I like letting go of things that have had their day.',
      ),
    ],
  },
  principles: {
    high: [
      item(
        'principles-h1',
        'Ich möchte bei jeder Entscheidung meinen Grundsätzen folgen.',
        'I want to follow my principles in every decision.',
      ),
      item(
        'principles-h2',
        'Ich richte mich gern nach einem klaren Verhaltenskodex.',
        'I like going by a clear code of conduct.',
      ),
      item(
        'principles-h3',
        'Ich halte gern an dem fest, was vereinbart ist.',
        'I like holding to what has been agreed.',
      ),
    ],
    low: [
      item(
        'principles-l1',
        'Ich wähle gern den Weg, der am schnellsten zum Ziel führt.',
        'I like choosing the quickest way to a goal.',
      ),
      item(
        'principles-l2',
        'Ich lege Regeln gern so aus, dass sie dem Zweck dienen.',
        'I like reading rules in the light of their purpose.',
      ),
      item('principles-l3', 'Ich entscheide gern von Fall zu Fall.', 'I like deciding case by case.'),
    ],
  },
  'social-commitment': {
    high: [
      item(
        'social-commitment-h1',
        'Ich will mit meiner Arbeit die Welt ein Stück gerechter machen.',
        'I want my work to make the world a little fairer.',
      ),
      item(
        'social-commitment-h2',
        'Ich setze mich gern für Menschen ein, die Hilfe brauchen.',
        'I like standing up for people who need help.',
      ),
      item(
        'social-commitment-h3',
        'Mich reizen Aufgaben, die der Gesellschaft dienen.',
        'I am drawn to tasks that serve society.',
      ),
    ],
    low: [
      item(
        'social-commitment-l1',
        'Ich arbeite gern mit dem, was heute machbar ist.',
        'I like working with what is feasible today.',
      ),
      item(
        'social-commitment-l2',
        'Ich richte meine Kraft gern auf das Naheliegende.',
        'I like putting my energy into what is close at hand.',
      ),
      item(
        'social-commitment-l3',
        'Mich reizen Aufgaben mit einem greifbaren Nutzen für den Betrieb.',
        'I am drawn to tasks with a tangible benefit for the company.',
      ),
    ],
  },
} satisfies Record<string, MotiveItems>;
