import { createHash } from 'node:crypto';

/** One line of the audit log as it is stored. */
export interface AuditEntry {
  /** From 1, without a gap. */
  readonly seq: number;
  /** To the microsecond, UTC. */
  readonly at: string;
  /** A user or person by id, `system:<service>`, `api-key:<id>`, or `anonymous`. */
  readonly actor: string;
  /** For example `profile.read`. */
  readonly action: string;
  /** For example `Assessment/<id>`. */
  readonly object: string;
  readonly decision: 'allow' | 'deny';
  /** The consent by which it was allowed. */
  readonly consentRef: string | null;
  /** The person it is about. */
  readonly subject: string | null;
  /** Ciphertext under a key that an erasure destroys: the chain is over it, and stays whole. */
  readonly detail: string | null;
  readonly prevHash: string;
  readonly hash: string;
}

/** The end of a chain, to be kept where nobody who can change the chain can reach it. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export type ChainProblem =
  | { readonly kind: 'gap'; readonly seq: number; readonly found: number | null }
  | { readonly kind: 'changed'; readonly seq: number }
  | { readonly kind: 'not-linked'; readonly seq: number }
  /** The head that was kept elsewhere is not in the chain: its end was cut off or written anew. */
  | { readonly kind: 'head-missing'; readonly seq: number };

export const FIRST_PREVIOUS = '0'.repeat(64);

/** The hash of an entry: over every field with its length in bytes, so that nothing moves from field to field. */
export function hashOfEntry(tenant: string, e: Omit<AuditEntry, 'hash'>): string {
  const fields = [
    ...[tenant, String(e.seq), e.at, e.actor, e.action, e.object, e.decision],
    ...[e.consentRef, e.subject, e.detail, e.prevHash],
  ];
  const text = fields.map((f) => (f === null ? '-' : `${Buffer.byteLength(f)}:${f}`)).join(',');
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Walks a chain from its first entry and answers what is wrong with the first broken one; `null` when all is well. Takes
 * entries in portions, so that no chain is too long.
 */
export function chainWalk(tenant: string, head: ChainHead | null = null) {
  let last: ChainHead = { seq: 0, hash: FIRST_PREVIOUS };
  let met = head === null || head.seq === 0;
  return {
    /** The first problem among these entries; the walk ends there. */
    take(entries: readonly AuditEntry[]): ChainProblem | null {
      for (const entry of entries) {
        if (entry.seq !== last.seq + 1) return { kind: 'gap', seq: last.seq + 1, found: entry.seq };
        if (entry.hash !== hashOfEntry(tenant, entry)) return { kind: 'changed', seq: entry.seq };
        if (entry.prevHash !== last.hash) return { kind: 'not-linked', seq: entry.seq };
        last = { seq: entry.seq, hash: entry.hash };
        if (head?.seq === entry.seq) {
          if (head.hash !== entry.hash) return { kind: 'head-missing', seq: head.seq };
          met = true;
        }
      }
      return null;
    },
    /** After the last entry: whether the head that was kept has been met. */
    end(): ChainProblem | null {
      return met || head === null ? null : { kind: 'head-missing', seq: head.seq };
    },
    head: (): ChainHead => last,
  };
}
