type Search = Readonly<Record<string, unknown>>;

/** The named texts of an address; anything else in it is left out. */
export const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Search): { readonly [N in Name]?: string | undefined } =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ) as { readonly [N in Name]?: string | undefined };

/** One of a few words of an address, or nothing. */
export const oneOf = <Word extends string>(words: readonly Word[], given: unknown): Word | undefined =>
  words.find((word) => word === given);

/** A path of this portal to go back to; never another site. */
export const pathWithin = (given: unknown): string | undefined =>
  typeof given === 'string' && /^\/(?![/\\])/u.test(given) ? given : undefined;
