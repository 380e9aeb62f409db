import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventCodec, type DomainEvent } from '../catalogue.js';
import { isUnknown } from '../kernel/codec.js';
import type { Recorded } from '../kernel/envelope.js';
import { streamOf, type PersonId, type TenantId } from '../kernel/ids.js';
import { eventsAbout } from './about-person.js';

const folder = new URL('../../fixtures/events/', import.meta.url);
const me = '00000000-0000-4000-8000-0000000000e1' as PersonId;
const other = '00000000-0000-4000-8000-0000000000e9' as PersonId;
const tenant = '10000000-0000-4000-8000-000000000000' as TenantId;

interface Sample {
  readonly streamId: string;
  readonly clear: object;
  readonly opened: readonly object[];
}

const CATEGORY_OF = (type: string): 'Person' | 'Assessment' | 'Agreement' | 'Team' =>
  /^(Person|Erasure)/.test(type)
    ? 'Person'
    : /^(Assessment|Answers|OwnResult|Profile|Participation|Aggregate)/.test(type)
      ? 'Assessment'
      : /^(Agreement|CheckIn)/.test(type)
        ? 'Agreement'
        : 'Team';

/** A sample of every version of every event ever stored, as if it were about one person. */
const stored = readdirSync(folder).map((file) => {
  const name = file.replace('.json', '');
  const sample = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sample;
  const clear = ofOnePerson(sample.clear) as object;
  const event = eventCodec.decode(name, clear, sample.opened.map(ofOnePerson) as object[]);
  if (isUnknown(event)) throw new Error(name);
  const category = CATEGORY_OF(event.type);
  const recorded = {
    event,
    stream: streamOf(category, tenant, category === 'Person' ? me : sample.streamId),
    revision: 0,
    eventId: name,
    position: '0',
    meta: { tenantId: tenant } as never,
  } as Recorded<DomainEvent>;
  const subjects = eventCodec.encode(event, category === 'Person' ? me : sample.streamId).sealed;
  return { name, recorded, subjects: subjects.map(({ subject }) => subject) };
});

/** Wherever a sample says `personId`, it is this person; who owns an agreement is too. */
function ofOnePerson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ofOnePerson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'personId' ? me : key === 'contributors' ? [me, other] : ofOnePerson(each),
    ]),
  );
}

const leaves = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

/** The inventory: every event that seals something under a person's key, or that says whose it is. */
const personal = stored.filter(
  ({ recorded, subjects }) =>
    subjects.some((subject) => subject.startsWith('person:')) ||
    /"(personId|contributors)"/.test(JSON.stringify(recorded.event)) ||
    recorded.stream.startsWith('Person-'),
);

describe('what the log holds about a person', () => {
  it('is every field of every event in the inventory, made from the schemas of the log', () => {
    expect(personal.length).toBeGreaterThan(20);
    const about = eventsAbout(me);
    const missing = personal.flatMap(({ name, recorded }) => {
      const found = about(recorded);
      if (!found) return [name];
      const kept = leaves(found.event);
      return leaves(recorded.event)
        .filter((leaf) => leaf !== other && !kept.includes(leaf))
        .map((leaf) => `${name}: ${String(leaf)}`);
    });
    expect(missing).toEqual([]);
  });
  it('seals nothing under a person’s key that does not say whose it is or stand in a stream of theirs', () => {
    const sealed = stored.filter(({ subjects }) => subjects.some((subject) => subject.startsWith('person:')));
    const about = eventsAbout(me);
    expect(sealed.filter(({ recorded }) => about(recorded) === null).map(({ name }) => name)).toEqual([]);
    expect(sealed.length).toBeGreaterThan(3);
  });
  it('holds nothing about anybody else', () => {
    const about = eventsAbout(other);
    const found = stored.flatMap(({ recorded }) => about(recorded) ?? []);
    expect(JSON.stringify(found)).not.toContain(me);
    expect(found.map(({ event }) => event.type)).toEqual(['ReleasePublished']);
  });
  it('goes on with an assessment and an agreement after they have named the person once', () => {
    const about = eventsAbout(me);
    const agreement = stored.find(({ name }) => name === 'AgreementProposed.v1')!.recorded;
    const owned = {
      ...agreement,
      event: { ...agreement.event, owner: { kind: 'person', personId: me } } as DomainEvent,
    };
    const checkIn = stored.find(({ name }) => name === 'CheckInRecorded.v1')!.recorded;
    expect(about({ ...checkIn, stream: owned.stream })).toBeNull();
    expect(about(owned)).not.toBeNull();
    expect(about({ ...checkIn, stream: owned.stream })).not.toBeNull();
  });
});
