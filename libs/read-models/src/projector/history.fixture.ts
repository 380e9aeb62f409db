import { streamOf, type DomainEvent, type Recorded, type TenantId } from '@rapport/domain';
import type { LogSource, ReadEvent } from '../projection.js';

export const CLIENT = '22222222-0000-4000-8000-000000000002' as never;
export const teamId = (n: number) => `11111111-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const personId = (n: number) => `33333333-0000-4000-8000-${String(n).padStart(12, '0')}` as never;

/** A log that is a list of lists; events are added at the end and readers wait for nothing. */
export class ListLog implements LogSource {
  readonly #events = new Map<TenantId, ReadEvent[]>();

  constructor(private readonly batch = 3) {}

  add(tenant: TenantId, team: number, ...events: readonly DomainEvent[]): void {
    for (const event of events) this.#list(tenant).push(this.#recorded(tenant, teamId(team), event));
  }

  addRaw(tenant: TenantId, make: (position: string) => ReadEvent): void {
    this.#list(tenant).push(make(this.#nextPosition(tenant)));
  }

  #list(tenant: TenantId): ReadEvent[] {
    const list = this.#events.get(tenant) ?? [];
    this.#events.set(tenant, list);
    return list;
  }

  readonly #nextPosition = (tenant: TenantId) =>
    (this.#list(tenant).length + 1).toString(16).padStart(16, '0');

  #recorded(tenant: TenantId, id: string, event: DomainEvent): Recorded<DomainEvent> {
    const position = this.#nextPosition(tenant);
    const at = '2026-01-01T00:00:00.000Z';
    const actorId = 'a';
    const meta = {
      tenantId: tenant,
      actorId,
      commandId: position,
      $correlationId: 'c',
      $causationId: null,
      at,
    };
    const stream = streamOf('Team', tenant, id);
    return { event, stream, revision: 0, eventId: `${tenant}-${position}`, position, meta };
  }

  read = async (tenant: TenantId, after: string, limit: number) =>
    this.#list(tenant)
      .filter((e) => e.position > after)
      .slice(0, Math.min(this.batch, limit));
  stream = async (tenant: TenantId, stream: string) =>
    this.#list(tenant).filter((e) => 'stream' in e && e.stream === stream);
  head = async (tenant: TenantId) => this.#list(tenant).at(-1)?.position ?? '';
  tenants = async () => [...this.#events.keys()];
  instrument = async () => ({ documents: [], norms: [] });
  woken = (_: TenantId, timeoutMs: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, Math.min(timeoutMs, 2)));
  behind = async (tenant: TenantId, after: string, most: number) => {
    const events = this.#list(tenant).filter((e) => e.position > after);
    const since = events.length > 0 ? '2026-01-01T00:00:00.000Z' : null;
    return { events: Math.min(most, events.length), since };
  };
}

export const formed = (name: string): DomainEvent => ({
  type: 'TeamFormed',
  clientId: CLIENT,
  name,
  function: 'sales',
});
export const joined = (n: number): DomainEvent => ({
  type: 'TeamMemberAdded',
  personId: personId(n),
  validFrom: '2026-01-01',
});
export const renamed = (name: string): DomainEvent => ({ type: 'TeamRenamed', name, function: 'sales' });

/** Looks until it is so; fails with what was seen last when it never is. */
export async function eventually<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > deadline) throw new Error(`it never was so: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
