/**
 * The texts come in parts, by the first word of their keys: what stands before the sign-in, what participants read, and
 * `office`, all the rest, for everybody else. A page that is opened first waits for its own part only.
 */
export const PARTS = {
  entrance: [
    ...['pending', 'entrance', 'signIn', 'invitation', 'form', 'problem', 'notFound', 'language', 'password'],
    ...['factor', 'rights'],
  ],
  participant: [
    ...['shell', 'list', 'chart', 'participant', 'client', 'engagement', 'status', 'basis', 'band', 'pole'],
    ...['origin', 'profiles', 'quality', 'accounts', 'account'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Part = keyof typeof PARTS | 'office';

const known: readonly string[] = [...PARTS.entrance, ...PARTS.participant];

/** The part of a whole catalogue. */
export const partOf = (catalogue: Readonly<Record<string, unknown>>, part: Part): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(catalogue).filter(([key]) =>
      part === 'office' ? !known.includes(key) : (PARTS[part] as readonly string[]).includes(key),
    ),
  );
