import { projections } from '../../libs/read-models/dist/index.js';

/** The name that the broken release cannot take. */
export const POISON = 'poison';

const teams = projections.find(({ name }) => name === 'teams');
const isPoison = ({ event }) => event.type === 'TeamRenamed' && event.name.startsWith(POISON);

const TEAMS = {
  /** A release with a mistake that only some events meet. */
  'cannot take an event': (row, recorded, ...rest) => {
    if (isPoison(recorded)) throw new TypeError('cannot read properties of undefined');
    return teams.apply(row, recorded, ...rest);
  },
  /** The same mistake, and nobody hears of it. */
  'silent skip': (row, recorded, ...rest) => (isPoison(recorded) ? row : teams.apply(row, recorded, ...rest)),
  /** A row that depends on when it was folded. */
  'clock in a projection': (row, recorded, ...rest) => {
    const next = teams.apply(row, recorded, ...rest);
    return next === row ? row : next && { ...next, foldedAt: Date.now() };
  },
};

/** The projections of the product, with a planted mistake in that of teams. */
export const projectionsWith = (mistake) =>
  projections.map((each) => (each === teams && TEAMS[mistake] ? { ...teams, apply: TEAMS[mistake] } : each));
