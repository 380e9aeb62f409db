import type pg from 'pg';
import { rowsOf, type Values } from './statement.js';

/** 1 to 100 items after a cursor. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

/** The page asked for is none: a size out of bounds or a cursor that no answer has given. */
export class InvalidPage extends Error {
  constructor(
    readonly argument: 'first' | 'after',
    message: string,
  ) {
    super(message);
    this.name = 'InvalidPage';
  }
}

const MOST = 100;

/** A sorted list in SQL. Its texts are constants of this folder; values go through `Values`. */
export interface Listing {
  /** `read.teams t`, with joins where needed; `parent.id` is the row the list belongs to. */
  readonly from: string;
  readonly where: string;
  /** Unique within the list. */
  readonly id: string;
  readonly doc: string;
  readonly sort: {
    readonly by: string;
    readonly type: 'text' | 'date' | 'timestamptz';
    readonly down?: true;
  };
}

interface Place {
  readonly sort: string;
  readonly id: string;
}

export const cursorOf = ({ sort, id }: Place): string =>
  Buffer.from(JSON.stringify([sort, id])).toString('base64url');

export function placeOf(cursor: string): Place {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [sort, id] = parsed as [unknown, unknown];
      if (typeof sort === 'string' && typeof id === 'string') return { sort, id };
    }
  } catch {
    // Not one of ours either.
  }
  throw new InvalidPage('after', 'after is not a cursor of this list');
}

/** Pages of one list for several parents in one round trip, so that lists of lists stay at one statement each. */
export async function pagesOf<Doc extends object, Node>(
  client: pg.PoolClient,
  parents: readonly string[],
  listing: Listing,
  { first, after }: PageRequest,
  values: Values,
  nodeOf: (row: { readonly id: string; readonly doc: Doc }) => Node,
): Promise<ReadonlyMap<string, Page<Node>>> {
  const place = checked({ first, after });
  const { from, where, id, doc, sort } = listing;
  const beyond = place ? ` and ${beyondOf(listing, place, values)}` : '';
  const order = `${sort.by} ${sort.down ? 'desc' : 'asc'}, ${id}`;
  const rows = await rowsOf<{ parent: string; total: number; id: string | null; sort: string; doc: Doc }>(
    client,
    `select parent.id as parent, counted.total, page.id, page.sort, page.doc
     from unnest(${values.add(parents)}::text[]) as parent(id)
     cross join lateral (select count(*)::int as total from ${from} where ${where}) counted
     left join lateral (
       select ${id} as id, (${sort.by})::text as sort, ${doc} as doc, row_number() over (order by ${order}) as n
       from ${from} where ${where}${beyond} order by ${order} limit ${values.add(first + 1)}) page on true
     order by parent.id, page.n`,
    values,
  ).catch((error: { code?: string }) => {
    // A cursor of another list: its sort key is no date, say.
    if (place && error.code?.startsWith('22'))
      throw new InvalidPage('after', 'after is not a cursor of this list');
    throw error;
  });
  const pages = new Map<string, Page<Node>>();
  for (const parent of parents) {
    const own = rows.filter((row) => row.parent === parent);
    const found = own.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
    pages.set(parent, {
      edges: found.slice(0, first).map((row) => ({ cursor: cursorOf(row), node: nodeOf(row) })),
      hasNextPage: found.length > first,
      hasPreviousPage: place !== null,
      totalCount: own[0]?.total ?? 0,
    });
  }
  return pages;
}

function checked({ first, after }: PageRequest): Place | null {
  if (!Number.isInteger(first) || first < 1 || first > MOST)
    throw new InvalidPage('first', `first must be a number from 1 to ${MOST}`);
  return after === null ? null : placeOf(after);
}

/** The page of somebody to whom the list is empty, if it is a page at all. */
export function noneFor<Node>(request: PageRequest): Page<Node> {
  checked(request);
  return emptyPage();
}

function beyondOf({ sort, id }: Listing, place: Place, values: Values): string {
  const key = `${values.add(place.sort)}::${sort.type}`;
  const more = sort.down ? '<' : '>';
  return `(${sort.by} ${more} ${key} or (${sort.by} = ${key} and ${id} > ${values.add(place.id)}))`;
}

/** One page of a list that belongs to nobody else. */
export async function pageOf<Doc extends object, Node>(
  client: pg.PoolClient,
  listing: Listing,
  request: PageRequest,
  values: Values,
  nodeOf: (row: { readonly id: string; readonly doc: Doc }) => Node,
): Promise<Page<Node>> {
  const pages = await pagesOf(client, [''], listing, request, values, nodeOf);
  return pages.get('')!;
}

export const emptyPage = <Node>(): Page<Node> => ({
  edges: [],
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: 0,
});
