import { describe, expect, it } from '@jest/globals';
import type {
  Provenance,
  TeamChangeDocument,
  TeamMotive,
  TeamPersonalityDocument,
} from '@rapport/psychometrics';
import { blindSpotModel, changeModel, profileModel, teamDotsModel, timelineModel } from './from-documents.js';

const motives = [
  { id: 'autonomy', name: 'Autonomie', low: 'Konsens', high: 'unabhängig' },
  { id: 'influence', name: 'Einfluss', low: 'dient', high: 'führt' },
];

const provenance: Provenance = {
  instrument: { id: 'i', version: '1' },
  norm: null,
  bandRule: { id: 'b', version: '1', cut: 0.8 },
  assessments: [],
  scoring: '1',
};

const teamMotive = (motive: string, rest: Partial<TeamMotive> = {}): TeamMotive => ({
  motive,
  n: 5,
  mean: 0.2,
  sd: 0.9,
  min: -1,
  max: 1.2,
  quartiles: null,
  counts: { red: 1, balanced: 3, blue: 1 },
  interval: null,
  members: [
    { member: 'p1', value: 1.2, band: 'red' },
    { member: 'p2', value: -1, band: 'blue' },
  ],
  pattern: 'split',
  ...rest,
});

const team = (rest: Partial<TeamPersonalityDocument> = {}): TeamPersonalityDocument => ({
  n: 5,
  motives: [teamMotive('influence'), teamMotive('autonomy'), teamMotive('food')],
  blindSpots: [],
  teamBlindSpots: [],
  faultline: { kind: 'too-little-data', n: 5, needed: 6 },
  provenance,
  ...rest,
});

describe('models from documents', () => {
  it('list the motives in the order of their labels and leave out those without one', () => {
    const model = teamDotsModel(team(), { title: 'Team', motives });
    expect(model.rows.map((row) => row.motive.id)).toEqual(['autonomy', 'influence']);
  });

  it('leave out a motive the document lacks, as the business edition does', () => {
    const model = profileModel(
      { motives: [], quality: { answered: 0, of: 0, flags: [] }, provenance },
      { title: 'P', motives },
    );
    expect(model.rows).toEqual([]);
  });

  it('take cut, norm and provisional state from the provenance', () => {
    expect(teamDotsModel(team(), { title: 'T', motives }).scale).toEqual({
      basis: 'response-scale',
      cut: 0.8,
    });
    const norm = { id: 'n', version: '2', n: 88, provisional: true };
    const normed = team({ provenance: { ...provenance, norm } });
    expect(teamDotsModel(normed, { title: 'T', motives }).scale).toEqual({
      basis: 'norm',
      cut: 0.8,
      provisional: true,
      normSize: 88,
    });
  });

  it('name members only through the caller', () => {
    const plain = teamDotsModel(team(), { title: 'T', motives });
    expect(JSON.stringify(plain)).not.toMatch(/p1|p2/u);
    const named = teamDotsModel(team(), {
      title: 'T',
      motives,
      nameOf: (id) => (id === 'p1' ? 'Anna' : undefined),
    });
    expect(named.rows[0]?.members).toEqual([
      { value: 1.2, band: 'red', label: 'Anna' },
      { value: -1, band: 'blue' },
    ]);
  });

  it('suppress the counts where the team is too small', () => {
    const small = team({
      motives: [teamMotive('influence', { pattern: 'too-little-data', members: [], mean: null })],
    });
    expect(teamDotsModel(small, { title: 'T', motives }).rows[0]?.counts).toBeNull();
  });

  it('count the opposite motives of each pair in both directions', () => {
    const spot = (motive: string, red: string, blue: string) => ({
      motive,
      red,
      blue,
      gap: 2,
      limit: 1,
      strength: 2,
    });
    const document = team({
      blindSpots: [
        spot('influence', 'p1', 'p2'),
        spot('autonomy', 'p2', 'p1'),
        spot('influence', 'p1', 'p3'),
      ],
    });
    const members = [
      { id: 'p1', code: 'A1', name: 'Anna' },
      { id: 'p2', code: 'A2' },
      { id: 'p3', code: 'A3' },
    ];
    const model = blindSpotModel(document, { title: 'B', motives, members });
    expect(model.counts).toEqual([
      [null, 2, 1],
      [2, null, 0],
      [1, 0, null],
    ]);
    expect(model.motives?.[0]?.[1]).toEqual(['Autonomie', 'Einfluss']);
    expect(model.rows).toEqual([{ code: 'A1', name: 'Anna' }, { code: 'A2' }, { code: 'A3' }]);
  });

  it('bring two waves of a team to one row a motive', () => {
    const document: TeamChangeDocument = {
      n: { first: 5, second: 5, stayed: 5, joined: 0, left: 0 },
      motives: [
        {
          motive: 'influence',
          first: 0,
          second: 1,
          difference: 1,
          within: 1,
          entry: 0,
          exit: 0,
          stayed: 5,
          interval: null,
          p: 0.03,
          finding: 'reliable-change',
        },
      ],
      provenance: { first: provenance, second: provenance },
    };
    const model = changeModel(document, { title: 'C', motives, waves: { first: 'W1', second: 'W2' } });
    expect(model.rows).toEqual([{ motive: motives[1], first: 0, second: 1, finding: 'reliable-change' }]);
  });

  it('show a wave without the motive as a gap', () => {
    const model = timelineModel(
      [
        { label: 'W1', document: team() },
        { label: 'W2', document: team({ motives: [] }) },
      ],
      { title: 'T', motives: motives.slice(0, 1) },
    );
    expect(model.motives[0]?.points).toEqual([
      { mean: 0.2, sd: 0.9, n: 5 },
      { mean: null, sd: null, n: 0 },
    ]);
  });
});
