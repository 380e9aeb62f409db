import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { typeDefs } from '../../apps/gateway/src/graphql/schema.js';

export const schema = buildSchema(typeDefs);

/** One field at the top of the schema, with how to ask it and what it is given. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly text: string;
  readonly args: readonly GraphQLArgument[];
}

const SCALARS: Readonly<Record<string, unknown>> = {
  ...{ Int: 5, Float: 1, Boolean: false, Day: '2026-03-01', Instant: '2026-03-01T09:00:00.000Z' },
  ...{ String: 'Something' },
};

/** A value for an argument: what `there` names, else something plain of its type. */
export function plain(
  name: string,
  type: GraphQLInputType,
  there: Readonly<Record<string, unknown>>,
): unknown {
  if (isNonNullType(type)) return plain(name, type.ofType, there);
  if (name in there) return isListType(type) ? [there[name]].flat() : there[name];
  if (isListType(type)) return [plain(name, type.ofType, there)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, plain(field.name, field.type, there)]),
    );
  return SCALARS[getNamedType(type).name] ?? there['id'];
}

/** Where ids stand in the arguments, as paths. */
export function* idPlaces(args: readonly GraphQLArgument[]): Generator<readonly string[]> {
  const below = function* (type: GraphQLInputType, path: readonly string[]): Generator<readonly string[]> {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) return yield* below(inner.ofType as GraphQLInputType, [...path, '0']);
    if (isInputObjectType(inner)) {
      for (const field of Object.values(inner.getFields())) yield* below(field.type, [...path, field.name]);
      return;
    }
    if (getNamedType(inner).name === 'ID') yield path;
  };
  for (const arg of args) yield* below(arg.type, [arg.name]);
}

/** A copy of the value with another one at the place. */
export function put(value: unknown, [first, ...rest]: readonly string[], other: unknown): unknown {
  if (first === undefined) return other;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  (copy as Record<string, unknown>)[first] = put((value as Record<string, unknown>)[first], rest, other);
  return copy;
}

/** Plain fields of a type, two levels down: what an answer could tell. */
function selection(field: GraphQLField<unknown, unknown>, levels = 3): string {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return '{ __typename ... on Refusal { message } }';
  if (!isObjectType(type)) return '';
  const inside = Object.values(type.getFields()).flatMap((each) => {
    if (each.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const composite = isObjectType(getNamedType(each.type)) || isUnionType(getNamedType(each.type));
    if (!composite) return [each.name];
    return levels > 1 &&
      /Connection$|^(nodes|engagement|team|wave|person|clientOrganisation)$/.test(each.name)
      ? [`${each.name} ${selection(each, levels - 1)}`]
      : [];
  });
  return `{ __typename ${inside.join(' ')} }`;
}

/** Every field at the top. */
export const operations: readonly Operation[] = (['query', 'mutation'] as const).flatMap((kind) =>
  Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {}).map(
    (field): Operation => {
      const { name, args } = field;
      const parameters = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const call = args.length > 0 ? `${name}(${passed})` : name;
      const head = args.length > 0 ? `${kind} (${parameters})` : kind;
      return { kind, name, args, text: `${head} { ${call} ${selection(field)} }` };
    },
  ),
);
