import type { TenantId } from './ids.js';

/** Who asks, on whose behalf, and when: travels beside the command, never inside it. */
export interface CommandMeta {
  readonly tenantId: TenantId;
  /** The signed-in user or person, or `system:<service>` for reactors and workers. */
  readonly actorId: string;
  /** Chosen by the caller; the same id again is the same command. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** When the caller's clock says it happened (ISO instant); the core reads no clock. */
  readonly now: string;
}

/** Metadata stored with every event. */
export interface EventMeta {
  readonly tenantId: TenantId;
  readonly actorId: string;
  readonly commandId: string;
  readonly $correlationId: string;
  readonly $causationId: string | null;
  readonly at: string;
}

/** An event as every reader meets it: decoded, raised to its latest version, unsealed where the key lives. */
export interface Recorded<E = DomainEventShape> {
  readonly event: E;
  readonly meta: EventMeta;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  /** Opaque, sorts as text in log order. */
  readonly position: string;
}

export interface DomainEventShape {
  readonly type: string;
}
