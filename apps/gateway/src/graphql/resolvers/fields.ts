import type { Page, PageRequest } from '@rapport/read-models';
import { isId } from '../../commands/ids.js';
import type { RequestContext } from '../context.js';

/** Resolvers of the fields of one type that are more than a property of its source. */
export type Fields<Source> = Readonly<
  Record<string, (source: Source, args: never, context: RequestContext) => unknown>
>;

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

export const pageRequest = ({ first, after }: PageArguments): PageRequest => ({
  first,
  after: after ?? null,
});

/** A page as Relay has it. */
export function connection<Node>(page: Page<Node>) {
  const { edges, hasNextPage, hasPreviousPage, totalCount } = page;
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** What an id names, if it is an id at all; anything else names nothing. */
export const named = <T>(id: string, find: (id: string) => Promise<T | null>): Promise<T | null> | null =>
  isId(id) ? find(id) : null;
