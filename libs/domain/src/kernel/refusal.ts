/**
 * The fact that prevents a command, with its data. Discriminated by `refusal`; becomes one member of the
 * mutation's result union. Never an exception, never an HTTP number.
 */
export interface Refusal {
  readonly refusal: string;
}
