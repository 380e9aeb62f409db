import type { Item } from '@rapport/psychometrics';

/** The six items of one motive: three for each pole, so that agreeing with everything cancels out. */
export interface MotiveItems {
  readonly high: readonly [Item, Item, Item];
  readonly low: readonly [Item, Item, Item];
}

/** The id names motive and pole and says nothing about the place in the questionnaire. */
export function item(id: string, de: string, en: string): Item {
  return { id, text: { de, en } };
}
