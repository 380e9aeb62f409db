import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** So many tokens may stand in one operation. */
export const MOST_TOKENS = 2000;
/** So deep may fields stand in fields. */
export const MOST_DEPTH = 12;
/** So many fields may be asked for under another name. */
export const MOST_ALIASES = 30;
export const MOST_DIRECTIVES = 10;
/** So many fields may stand at the top of one operation. */
export const MOST_AT_ONCE = 20;
/** So many list items may an operation ask for, lists in lists multiplied. */
export const MOST_ITEMS = 20_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

/**
 * Folds a tree of selections; every fragment once, however often it is spread, so that fragments in fragments cost
 * nothing here. A fragment that spreads itself is another rule's business and counts as empty.
 */
function fold(
  set: SelectionSetNode | undefined,
  fragments: Fragments,
  together: (values: readonly number[]) => number,
  ofField: (field: FieldNode, inside: number) => number,
  known: Map<string, number> = new Map(),
): number {
  const values = (set?.selections ?? []).map((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return ofField(selection, fold(selection.selectionSet, fragments, together, ofField, known));
      case Kind.INLINE_FRAGMENT:
        return fold(selection.selectionSet, fragments, together, ofField, known);
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const before = known.get(name);
        if (before !== undefined) return before;
        known.set(name, 0);
        const value = fold(fragments.get(name)?.selectionSet, fragments, together, ofField, known);
        known.set(name, value);
        return value;
      }
    }
  });
  return together(values);
}

/** Fields at the top of an operation, fragments unfolded; a field that is asked for twice is there twice. */
export function topFields(document: DocumentNode, operation: OperationDefinitionNode): readonly FieldNode[] {
  const fragments = fragmentsOf(document);
  const below = (set: SelectionSetNode, spread: ReadonlySet<string>): readonly FieldNode[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet, spread);
      const name = selection.name.value;
      const fragment = spread.has(name) ? undefined : fragments.get(name);
      return fragment ? below(fragment.selectionSet, new Set([...spread, name])) : [];
    });
  return below(operation.selectionSet, new Set());
}

/** Validation rule: no operation deeper than `MOST_DEPTH`. */
export const depthLimit = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const deepest = (values: readonly number[]) => Math.max(0, ...values);
    const fragments = fragmentsOf(context.getDocument());
    const depth = fold(operation.selectionSet, fragments, deepest, (_, inside) => inside + 1);
    if (depth > MOST_DEPTH)
      context.reportError(
        new GraphQLError(`The operation is ${depth} fields deep; at most ${MOST_DEPTH} are allowed.`),
      );
  },
});

/** How many list items an operation may bring, by its `first` arguments. */
export function itemsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  return fold(operation.selectionSet, fragmentsOf(document), sum, (field, inside) => {
    const first = firstOf(field, operation, variables);
    return first === undefined ? inside : first * (1 + inside);
  });
}

function firstOf(
  field: FieldNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  // A list without the argument brings its default, which is at most this.
  if (!value) return field.selectionSet && isConnection(field) ? 50 : undefined;
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const given = variables[value.name.value];
  if (typeof given === 'number') return given;
  const definition = operation.variableDefinitions?.find((v) => v.variable.name.value === value.name.value);
  return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : 50;
}

/** A page of a list, by what can be asked of nothing else. */
const isConnection = (field: FieldNode): boolean =>
  field.selectionSet?.selections.some(
    (selection) =>
      selection.kind === Kind.FIELD &&
      ['nodes', 'edges', 'pageInfo', 'totalCount'].includes(selection.name.value),
  ) ?? false;

/** Fields that open, change or end a way in; guessing and flooding get no second try in the same operation. */
const WAYS_IN: ReadonlySet<string> = new Set([
  ...['addUser', 'changeUserRoles', 'inviteUser', 'removeUser', 'resetSecondFactor', 'requireSecondFactor'],
  ...['setIdentityProvider', 'removeIdentityProvider', 'createApiKey', 'revokeApiKey'],
]);

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Validation rule: aliases and directives, fields at the top, and ways in are bounded; fragments count as often as spread. */
export const countLimits = (context: ValidationContext): ASTVisitor => {
  const refuse = (count: number, most: number, what: string) => {
    if (count > most)
      context.reportError(
        new GraphQLError(`The operation has ${count} ${what}; at most ${most} are allowed.`),
      );
  };
  let directives = 0;
  return {
    Directive() {
      directives++;
    },
    Document: { leave: () => refuse(directives, MOST_DIRECTIVES, 'directives') },
    OperationDefinition(operation) {
      const fragments = fragmentsOf(context.getDocument());
      const count = (of: (field: FieldNode) => boolean, deep: boolean) =>
        fold(
          operation.selectionSet,
          fragments,
          sum,
          (field, inside) => Number(of(field)) + (deep ? inside : 0),
        );
      refuse(
        count((field) => field.alias !== undefined, true),
        MOST_ALIASES,
        'aliases',
      );
      refuse(
        count(() => true, false),
        MOST_AT_ONCE,
        'fields at the top',
      );
      if (operation.operation === 'mutation')
        refuse(
          count((field) => WAYS_IN.has(field.name.value), false),
          1,
          'fields that open, change or end a way in',
        );
    },
  };
};

/** Values so deep, lists so long and texts so large may come as variables. */
export const MOST_VALUE_DEPTH = 8;
export const MOST_VALUES = 500;
export const MOST_TEXT_BYTES = 20_000;
/** These two take whole documents and files; how large is bounded where they are read. */
const WHOLE_FILES: ReadonlySet<string> = new Set(['csv', 'document']);

/** What is too much about variables, or `null`; never walks deeper or further than allowed. */
export function tooMuch(value: unknown, path = 'variables', depth = 0): string | null {
  if (typeof value === 'string') {
    const isFile = depth === 2 && WHOLE_FILES.has(path.split('.').at(-1) ?? '');
    return !isFile && Buffer.byteLength(value) > MOST_TEXT_BYTES
      ? `${path} is longer than ${MOST_TEXT_BYTES} bytes.`
      : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MOST_VALUE_DEPTH) return `${path} is nested deeper than ${MOST_VALUE_DEPTH} levels.`;
  const entries = Object.entries(value);
  if (entries.length > MOST_VALUES) return `${path} holds more than ${MOST_VALUES} values.`;
  for (const [key, inner] of entries) {
    const found = tooMuch(inner, `${path}.${key.slice(0, 60)}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
