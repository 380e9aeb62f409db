import type { InstrumentDocument, Item, ResponseScale, Scale } from '@rapport/psychometrics';

import { motiveTexts } from '../motives.js';
import { MOTIVES, PRIVATE_MOTIVES } from '../types.js';
import type { MotiveId } from '../types.js';
import { personItems } from './items-person.js';
import { workItems } from './items-work.js';
import type { MotiveItems } from './motive-items.js';

const itemsOf: Record<MotiveId, MotiveItems> = { ...workItems, ...personItems };

/**
 * The displayed order: six rounds over all motives, poles mixed (at most two of a pole in a row), the same motive
 * at least nine places apart. Leaving out the private motives keeps the rules for the business edition.
 */
const ORDER = `
  structure-l2 autonomy-h2 safety-h1 social-contact-l1
  principles-l2 possession-h2 sensuality-h1 status-l3
  social-recognition-l2 social-commitment-h1 curiosity-l2 influence-h1
  family-h3 physical-activity-l2 food-l1 competition-h2

  status-l1 safety-h3 possession-h1 social-commitment-l2
  sensuality-l1 social-recognition-h3 social-contact-h2 structure-l1
  competition-h3 autonomy-l3 food-l3 family-h1
  principles-l3 influence-h3 physical-activity-h2 curiosity-l3

  safety-l3 sensuality-h2 structure-h1 possession-l3
  status-h1 family-l1 social-commitment-h3 food-h2
  social-contact-l3 autonomy-h3 principles-h1 physical-activity-l3
  social-recognition-l1 curiosity-h2 competition-l2 influence-l1

  social-commitment-h2 status-h3 social-contact-l2 possession-h3
  family-l2 structure-l3 social-recognition-h1 competition-h1
  safety-l1 influence-l3 food-h1 sensuality-l3
  principles-h3 curiosity-l1 autonomy-l1 physical-activity-h1

  social-contact-h1 competition-l3 possession-l1 social-recognition-h2
  safety-h2 social-commitment-l1 structure-h3 food-l2
  curiosity-h1 family-h2 autonomy-l2 influence-h2
  sensuality-l2 physical-activity-h3 status-l2 principles-l1

  structure-h2 curiosity-h3 possession-l2 food-h3
  safety-l2 family-l3 sensuality-h3 social-contact-h3
  social-commitment-l3 autonomy-h1 status-h2 influence-l2
  social-recognition-l3 principles-h2 competition-l1 physical-activity-l1
`;

const response: ResponseScale = {
  min: 1,
  max: 5,
  labels: [
    { de: 'trifft gar nicht zu', en: 'does not apply at all' },
    { de: 'trifft eher nicht zu', en: 'tends not to apply' },
    { de: 'teils, teils', en: 'applies in part' },
    { de: 'trifft eher zu', en: 'tends to apply' },
    { de: 'trifft völlig zu', en: 'applies completely' },
  ],
};

function scaleOf(id: MotiveId): Scale {
  const { name, high, low } = motiveTexts[id];
  return {
    id,
    name,
    high: high.label,
    low: low.label,
    keys: [
      ...itemsOf[id].high.map(({ id: item }) => ({ item, key: 1 as const })),
      ...itemsOf[id].low.map(({ id: item }) => ({ item, key: -1 as const })),
    ],
  };
}

function itemsInOrder(scales: readonly Scale[]): readonly Item[] {
  const asked = new Map(
    scales.flatMap(({ id }) => {
      const { high, low } = itemsOf[id as MotiveId];
      return [...high, ...low].map((item): [string, Item] => [item.id, item]);
    }),
  );
  return ORDER.trim()
    .split(/\s+/u)
    .flatMap((id) => asked.get(id) ?? []);
}

function editionOf(
  head: Pick<InstrumentDocument, 'id' | 'edition' | 'title'>,
  motives: readonly MotiveId[],
): InstrumentDocument {
  const scales = motives.map(scaleOf);
  return {
    ...head,
    version: '1.0.0',
    source: 'Rapport project, own work: items and keys written for this instrument',
    licence: 'CC-BY-4.0',
    provisional: true,
    response,
    scales,
    items: itemsInOrder(scales),
    minimumAnswered: 0.8,
  };
}

/** All sixteen motives, 96 items. */
export const rapportMotives = editionOf(
  { id: 'rapport-motives', edition: 'full', title: { de: 'Rapport Motive', en: 'Rapport Motives' } },
  MOTIVES,
);

/** Without family, food, physical activity and sensuality: 72 items. */
export const rapportMotivesBusiness = editionOf(
  {
    id: 'rapport-motives-business',
    edition: 'business',
    title: { de: 'Rapport Motive, Business-Edition', en: 'Rapport Motives, business edition' },
  },
  MOTIVES.filter((motive) => !PRIVATE_MOTIVES.includes(motive)),
);
