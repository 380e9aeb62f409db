import { GraphQLEnumType, GraphQLError, GraphQLScalarType, Kind, type GraphQLSchema } from 'graphql';

/** `MARKED_DIFFERENCE` outside is `marked-difference` inside, for every enum; names that are lower-case stay. */
export const inside = (name: string): string =>
  name === name.toUpperCase() ? name.toLowerCase().replaceAll('_', '-') : name;

/** Internal values of every enum of the schema, as resolvers. */
export function enumResolvers(schema: GraphQLSchema): Record<string, Record<string, string>> {
  const resolvers: Record<string, Record<string, string>> = {};
  for (const type of Object.values(schema.getTypeMap()))
    if (type instanceof GraphQLEnumType && !type.name.startsWith('__'))
      resolvers[type.name] = Object.fromEntries(type.getValues().map(({ name }) => [name, inside(name)]));
  return resolvers;
}

const textual = (name: string, description: string, pattern: RegExp, isReal: (text: string) => boolean) => {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && pattern.test(value) && isReal(value)) return value;
    throw new GraphQLError(`${name} must be ${description}`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
};

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** The schema's own scalars; each is a text of one form. */
export const scalars = {
  Day: textual('Day', 'a calendar day such as 2026-03-01', /^\d{4}-\d{2}-\d{2}$/, isDay),
  Instant: textual(
    'Instant',
    'a UTC instant such as 2026-03-01T09:00:00.000Z',
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    (text) => !Number.isNaN(Date.parse(text)),
  ),
  LogPosition: textual(
    'LogPosition',
    'a position that a mutation has answered',
    /^[!-~]{1,200}$/,
    () => true,
  ),
};
