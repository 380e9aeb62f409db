import { z } from 'zod';

/** Ids are UUIDs, branded by what they name and parsed once at the edge. */
export type Id<B extends string> = string & { readonly __id: B };

export type TenantId = Id<'Tenant'>;
export type UserId = Id<'User'>;
export type PersonId = Id<'Person'>;
export type ClientId = Id<'ClientOrganisation'>;
export type EngagementId = Id<'Engagement'>;
export type TeamId = Id<'Team'>;
export type WaveId = Id<'Wave'>;
export type AssessmentId = Id<'Assessment'>;
export type AgreementId = Id<'Agreement'>;
export type ReportId = Id<'Report'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Zod schema of one kind of id: a lower-case UUID. */
export const idOf = <B extends string>() =>
  z.custom<Id<B>>((v) => typeof v === 'string' && uuid.test(v), 'must be a UUID');

/** A UTC instant, ISO 8601 with milliseconds: `2026-03-01T09:00:00.000Z`. */
export const instant = z.iso.datetime();
/** A calendar day: `2026-03-01`. */
export const day = z.iso.date();

/** Text as a person writes it: trimmed, NFC, without control characters, 1..max characters. */
export const text = (max: number) =>
  z
    .string()
    .transform((s) => s.normalize('NFC').trim())
    .refine((s) => s.length >= 1 && s.length <= max, `must have 1 to ${max} characters`)
    .refine((s) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(s), 'contains control characters')
    .refine((s) => s.isWellFormed(), 'is not well-formed Unicode');

/**
 * The stream of one aggregate of one tenant: `Assessment-{tenant}_{id}`.
 * Instruments are named by text, so their id part may be any text without `_`.
 */
export function streamOf(category: string, tenant: TenantId, id: string): string {
  if (id === '' || id.includes('_'))
    throw new RangeError(`a stream id must be non-empty and without "_": ${id}`);
  return `${category}-${tenant}_${id}`;
}

/** The parts of a stream name. Throws on a name that `streamOf` cannot have made. */
export function partsOf(stream: string): { category: string; tenant: TenantId; id: string } {
  const match = /^([A-Za-z]+)-([^_]+)_([^_]+)$/.exec(stream);
  if (!match) throw new RangeError(`not a stream name: ${stream}`);
  return { category: match[1]!, tenant: match[2] as TenantId, id: match[3]! };
}
