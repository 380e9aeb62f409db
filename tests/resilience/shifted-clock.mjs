/** Loaded before a service, lets its clock go wrong by `CLOCK_SHIFT_MS`; durations are not touched. */
const shift = Number(process.env.CLOCK_SHIFT_MS);
const Real = Date;

globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }
  static now() {
    return Real.now() + shift;
  }
};
