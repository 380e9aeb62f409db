import type { DomainEvent } from '../catalogue.js';
import type { Recorded } from '../kernel/envelope.js';
import { partsOf, type PersonId } from '../kernel/ids.js';

/**
 * Finds what the log holds about one person, event by event in the order of the log: everything in the person's own
 * streams and in those of their assessments, everything that names the person, and the agreements the person owns. Of
 * others nothing is left in it: where an event counts people, only the person's own entry stays.
 *
 * Pure; keeps what it has seen, so give it every event of the firm once. Answers `null` for what is about others.
 *
 * @example
 * const about = eventsAbout(personId);
 * const mine = log.flatMap((event) => about(event) ?? []);
 */
export function eventsAbout(
  personId: PersonId,
): (recorded: Recorded<DomainEvent>) => Recorded<DomainEvent> | null {
  const streams = new Set<string>();
  return (recorded) => {
    const { event, stream } = recorded;
    const { category, id } = partsOf(stream);
    const named = mentions(event, personId);
    if (named && (category === 'Assessment' || category === 'Agreement')) streams.add(stream);
    if (!named && !streams.has(stream) && !(category === 'Person' && id === personId)) return null;
    return { ...recorded, event: ownPart(event, personId) };
  };
}

function mentions(value: unknown, personId: string): boolean {
  if (value === personId) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => mentions(each, personId));
}

/** A release lists everybody behind its figures: of others only how many they are. */
function ownPart(event: DomainEvent, personId: PersonId): DomainEvent {
  if (event.type !== 'ReleasePublished') return event;
  return {
    ...event,
    cells: event.cells
      .filter((cell) => cell.contributors.includes(personId))
      .map((cell) => ({ ...cell, contributors: [personId] })),
  };
}
