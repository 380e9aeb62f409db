const WAY = ['teams', 'waves', 'profiles', 'personality', 'comparison', 'agreements', 'reports'] as const;
type Station = (typeof WAY)[number];

/** Stations that name persons or hold what was agreed: only for those who accompany the engagement. */
const WITH_PERSONS: readonly Station[] = ['profiles', 'agreements', 'reports'];

/** The station behind another one in the order of the method; the change of a team leads to what was agreed. */
export function stationAfter(station: string, seesPersons: boolean): Station | null {
  const at = WAY.findIndex((name) => name === (station === 'change' ? 'comparison' : station));
  if (at < 0) return null;
  return WAY.slice(at + 1).find((next) => seesPersons || !WITH_PERSONS.includes(next)) ?? null;
}
