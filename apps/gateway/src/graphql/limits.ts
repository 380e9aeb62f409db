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
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
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
