import { useSuspenseInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** One page of a list as the API gives it. */
export interface Connection<N> {
  readonly totalCount: number;
  readonly nodes: readonly N[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<N> {
  readonly nodes: readonly N[];
  readonly total: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly loadMore: () => void;
}

const EMPTY: Connection<never> = {
  totalCount: 0,
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** A list that is loaded page by page; `null` from the server is an empty list. */
export function usePages<N>(
  key: QueryKey,
  load: (after: string | null, signal: AbortSignal) => Promise<Connection<N> | null | undefined>,
): Pages<N> {
  const query = useSuspenseInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }): Promise<Connection<N>> =>
      (await load(pageParam, signal)) ?? EMPTY,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const { pages } = query.data;
  return {
    nodes: pages.flatMap((page) => page.nodes),
    total: pages.at(-1)?.totalCount ?? 0,
    more: query.hasNextPage,
    loading: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
