import { describe, expect, it } from '@jest/globals';
import type { InstrumentDocument } from '@rapport/psychometrics';
import { together } from './problems.js';
import { readParticipants, type ReadingOptions } from './participants.js';

const text = (word: string) => ({ de: word, en: word });
/** Two scales of two items each, answered from 1 to 5; three of the four items must be answered. */
const instrument: InstrumentDocument = {
  id: 'tiny',
  version: '1.0.0',
  edition: 'full',
  title: text('Tiny'),
  source: 'test',
  licence: 'none',
  provisional: true,
  response: { min: 1, max: 5, labels: [1, 2, 3, 4, 5].map((n) => text(String(n))) },
  scales: ['status', 'safety'].map((id) => ({
    id,
    name: text(id),
    high: text('high'),
    low: text('low'),
    keys: [
      { item: `${id}.1`, key: 1 as const },
      { item: `${id}.2`, key: -1 as const },
    ],
  })),
  items: ['status.1', 'safety.1', 'status.2', 'safety.2'].map((id) => ({ id, text: text(id) })),
  minimumAnswered: 0.75,
};

const options: ReadingOptions = {
  delimiter: 'auto',
  instrument,
  normed: true,
  metric: 'raw',
  locale: 'de',
  validFrom: '2026-03-01',
};
const read = (csv: string, change: Partial<ReadingOptions> = {}) =>
  readParticipants(csv, { ...options, ...change });
/** Row, column and reason of every problem. */
const problems = (csv: string, change: Partial<ReadingOptions> = {}) =>
  read(csv, change).problems.map(({ row, column, reason }) => [row, column, reason.en]);

const ANNA = {
  row: 2,
  name: 'Anna',
  email: 'anna@x.example',
  team: 'Sales',
  function: null,
  locale: 'de',
  validFrom: '2026-03-01',
  measurement: null,
};

describe('the form of a file', () => {
  it.each([
    ['commas', 'name,email,team\nAnna,anna@x.example,Sales\n'],
    ['semicolons', 'name;email;team\nAnna;anna@x.example;Sales\n'],
    ['tabs', 'name\temail\tteam\nAnna\tanna@x.example\tSales\n'],
    ['a byte order mark', '\uFEFFname;email;team\nAnna;anna@x.example;Sales\n'],
    ['line ends of Windows', 'name;email;team\r\nAnna;anna@x.example;Sales\r\n'],
    ['line ends of old Macs', 'name;email;team\rAnna;anna@x.example;Sales\r'],
    ['no line end at the end', 'name;email;team\nAnna;anna@x.example;Sales'],
    ['quotes', '"name";"email";"team"\n"Anna";"anna@x.example";"Sales"\n'],
    ['spaces around cells', 'name ; email; team\n Anna ;anna@x.example ; Sales\n'],
    ['other columns first', 'team;name;email\nSales;Anna;anna@x.example\n'],
    ['names in capitals', 'Name;EMAIL;Team\nAnna;anna@x.example;Sales\n'],
    ['German names', 'Name;E-Mail;Team\nAnna;anna@x.example;Sales\n'],
    ['empty lines', 'name;email;team\n\nAnna;anna@x.example;Sales\n;;\n'.replace('\n\nAnna', '\nAnna')],
    ['a nameless empty column', 'name;email;team;\nAnna;anna@x.example;Sales;\n'],
  ])('is read with %s', (_, csv) => {
    expect(read(csv)).toEqual({ file: { kind: 'none', participants: [ANNA] }, problems: [] });
  });

  it('keeps umlauts, and brings both ways of writing them together in the header', () => {
    const { file } = read('name;email;team\nJörg Müßig;j@x.example;Süd\n');
    expect(file.participants[0]).toMatchObject({ name: 'Jörg Müßig', team: 'Süd' });
  });
  it('reads newlines and delimiters inside quotes as part of the cell', () => {
    const { file, problems: found } = read(
      'name;email;team\n"Anna\nMaria; ""Mia""";a@x.example;Sales\nBert;b@x.example;Sales\n',
    );
    expect(found).toEqual([]);
    expect(file.participants.map((p) => [p.row, p.name])).toEqual([
      [2, 'Anna Maria; "Mia"'],
      [3, 'Bert'],
    ]);
  });
  it('counts rows as a spreadsheet does, empty ones too', () => {
    expect(problems('name;email;team\n\n;;\nAnna;;Sales\n')).toEqual([
      [4, 'email', 'nobody can be invited without an e-mail address'],
    ]);
  });
  it('takes the delimiter it is told', () => {
    const csv = 'name;email;team\nAnna;a@x.example;Sales, South\n';
    expect(read(csv, { delimiter: 'semicolon' }).file.participants[0]?.team).toBe('Sales, South');
    expect(problems(csv, { delimiter: 'comma' })).toContainEqual([1, 'name', 'this column is missing']);
  });
  it('takes cells that look like formulas as text', () => {
    const { file, problems: found } = read(
      'name;email;team\n=cmd|/c calc;a@x.example;+1\n@SUM(A1);b@x.example;-2\n',
    );
    expect(found).toEqual([]);
    expect(file.participants.map((p) => [p.name, p.team])).toEqual([
      ['=cmd|/c calc', '+1'],
      ['@SUM(A1)', '-2'],
    ]);
  });

  it.each([
    ['Windows-1252', 'name;email;team\nA;a@x.example;S\nJ\uFFFDrg;j@x.example;S\uFFFDd\n', ['name', 'team']],
    [
      'UTF-8 read as Windows-1252',
      'name;email;team\nA;a@x.example;S\nJÃ¶rg;j@x.example;SÃœD\n',
      ['name', 'team'],
    ],
    ['half a surrogate', 'name;email;team\nA;a@x.example;S\n\uD800;j@x.example;x\n', ['name']],
    ['a zero byte', 'name;email;team\nA;a@x.example;S\nA\u0000;j@x.example;x\n', ['name']],
  ])('is refused with what to do and every destroyed cell: %s', (_, csv, columns) => {
    expect(problems(csv)).toEqual([
      [0, null, expect.stringContaining('Please save it as “CSV UTF-8”')],
      ...columns.map((column) => [3, column, 'this holds characters that were destroyed in saving']),
    ]);
  });
  it('is refused in UTF-16', () => {
    expect(problems('n\u0000a\u0000m\u0000e\u0000')[0]).toEqual([
      0,
      null,
      expect.stringContaining('Please save it as “CSV UTF-8”'),
    ]);
  });
  it.each(['JOÃO', 'Âme', 'Ãngela', 'Müller–Straße „Süd“'])(
    'takes letters that only look rare: %s',
    (name) => {
      expect(problems(`name;email;team\n${name};a@x.example;S\n`)).toEqual([]);
    },
  );
  it('is refused when it is empty, or has nothing below its header', () => {
    expect(problems('')).toEqual([[0, null, expect.stringContaining('the file is empty')]]);
    expect(problems('\n\n')).toEqual([[0, null, expect.stringContaining('the file is empty')]]);
    expect(problems('name;email;team\n')).toEqual([[0, null, 'the file has no rows below its header']]);
  });
  it('is refused when quotes do not match, naming the row', () => {
    expect(problems('name;email;team\nAnna;a@x.example;Sales\n"Bert;b@x.example;Sales\n')).toEqual([
      [3, null, expect.stringContaining('quotes do not match')],
    ]);
    expect(problems('name;email;team\n"An"na;a@x.example;Sales\n')[0]).toEqual([
      2,
      null,
      expect.stringContaining('quotes'),
    ]);
  });
  it('is refused with rows of other lengths, naming each', () => {
    expect(
      problems('name;email;team\nAnna;a@x.example\nBert;b@x.example;Sales;more\nCleo;c@x.example;Sales;\n'),
    ).toEqual([
      [2, null, 'the row has 2 cells instead of 3'],
      [3, null, 'the row has 4 cells instead of 3'],
    ]);
  });
  it('is refused with a column twice, without a name, or unknown', () => {
    expect(problems('name;name;email;team\nA;B;a@x.example;S\n')).toEqual([
      [1, 'name', 'the column appears twice'],
    ]);
    expect(problems('name;email;team;\nA;a@x.example;S;x\n')).toEqual([[1, null, 'column 4 has no name']]);
    expect(problems('name;email;team;shoe size\nA;a@x.example;S;42\n')).toEqual([
      [1, 'shoe size', expect.stringContaining('unknown column')],
    ]);
  });
  it('is refused without the columns it needs', () => {
    expect(problems('email\na@x.example\n')).toEqual([
      [1, 'name', 'this column is missing'],
      [1, 'team', 'this column is missing'],
    ]);
  });
  it('is refused with more rows than one import takes, without reading them all', () => {
    const many = (n: number) =>
      `name;email;team\n${Array.from({ length: n }, (_, i) => `P${i};p${i}@x.example;S`).join('\n')}`;
    expect(problems(many(2000))).toEqual([]);
    const began = performance.now();
    expect(problems(many(200_000))).toEqual([
      [0, null, expect.stringContaining('more rows than go at once (2000); please split it')],
    ]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('the persons of a file', () => {
  it('have a language and a first day of their own where the file says so', () => {
    const { file } = read(
      'name;email;team;locale;validFrom\nA;a@x.example;S;EN;2026-04-01\nB;b@x.example;S;;1.5.2026\n',
    );
    expect(file.participants.map((p) => [p.locale, p.validFrom])).toEqual([
      ['en', '2026-04-01'],
      ['de', '2026-05-01'],
    ]);
  });
  it('are refused with a language or a day that is none', () => {
    expect(problems('name;email;team;locale;validFrom\nA;a@x.example;S;fr;2026-02-30\n')).toEqual([
      [2, 'locale', 'must be de or en'],
      [2, 'validFrom', 'must be a day such as 2026-03-01'],
    ]);
  });
  it('are refused once, not in every row, without a column for their addresses', () => {
    expect(problems('name;team\nA;S\nB;S\n')).toEqual([
      [1, 'email', expect.stringContaining('this column is missing')],
    ]);
  });
  it('are refused without name or team', () => {
    expect(problems('name;email;team\n;a@x.example;\n')).toEqual([
      [2, 'name', 'a value is missing here'],
      [2, 'team', 'a value is missing here'],
    ]);
  });
  it('have an address each, in any spelling', () => {
    expect(problems('name;email;team\nA;a@x.example;S\nB;b@x.example;S\nC;A@X.example;S\n')).toEqual([
      [4, 'email', 'this address stands in row 2 already'],
    ]);
  });
  it('without an address have a name each in their team', () => {
    const header = 'name;team;status.1;safety.1;status.2;safety.2';
    expect(problems(`${header}\nKim;S;1;2;3;4\nKim;T;1;2;3;4\n kim ;s;1;2;3;4\n`)).toEqual([
      [4, 'name', expect.stringContaining('stands in row 2 with this team already')],
    ]);
  });
  it('need no address when they bring their measurement', () => {
    const csv = 'name;team;status.1;safety.1;status.2;safety.2\nA;S;1;2;3;4\nB;S;1;2;3;4\n';
    expect(read(csv)).toMatchObject({ problems: [], file: { kind: 'answers' } });
  });
});

describe('answers in a file', () => {
  const header = 'name;email;team;status.1;safety.1;status.2;safety.2';
  it('are read by item, gaps and whole decimals included', () => {
    const { file, problems: found } = read(`${header}\nA;a@x.example;S;1;5,0;;"3.0"\n`);
    expect(found).toEqual([]);
    expect(file).toMatchObject({
      kind: 'answers',
      participants: [
        {
          measurement: {
            kind: 'answers',
            answers: { 'status.1': 1, 'safety.1': 5, 'safety.2': 3 },
            seconds: {},
          },
        },
      ],
    });
  });
  it.each(['0', '6', '2,5', 'x', '1e1', '=1', '١', '--1', '1.000,0'])(
    'are refused outside of the options: %s',
    (cell) => {
      expect(problems(`${header}\nA;a@x.example;S;${cell};1;1;1\n`)).toEqual([
        [2, 'status.1', 'must be a whole number from 1 to 5'],
      ]);
    },
  );
  it('must be enough, in every row', () => {
    expect(
      problems(`${header}\nA;a@x.example;S;1;1;;\nB;b@x.example;S;;;;\nC;c@x.example;S;1;1;1;\n`),
    ).toEqual([
      [2, null, 'only 2 of 4 items are answered; 3 are needed'],
      [3, null, 'only 0 of 4 items are answered; 3 are needed'],
    ]);
  });
  it('need a column for every item', () => {
    expect(problems('name;email;team;status.1;safety.1;status.2\nA;a@x.example;S;1;1;1\n')).toEqual([
      [1, 'safety.2', 'the column for this item is missing'],
    ]);
  });
  it('do not mix with scale scores', () => {
    expect(problems(`${header};safety\nA;a@x.example;S;1;1;1;1;3\n`)).toEqual([
      [1, 'safety', 'answers and scale scores cannot stand in one file'],
    ]);
  });
});

describe('scale scores in a file', () => {
  const header = 'name;email;team;status;safety';
  it('are read by scale with a decimal comma or point, in the metric that is said', () => {
    const { file, problems: found } = read(`${header}\nA;a@x.example;S;-1,25;0.5\nB;b@x.example;S;;+2\n`, {
      metric: 'z',
    });
    expect(found).toEqual([]);
    expect(file.participants.map((p) => p.measurement)).toEqual([
      { kind: 'scale-scores', metric: 'z', scores: { status: -1.25, safety: 0.5 } },
      { kind: 'scale-scores', metric: 'z', scores: { safety: 2 } },
    ]);
  });
  it.each([
    ['raw', '5.5', 1, 5],
    ['z', '55', -6, 6],
    ['t', '-3', 0, 100],
    ['sten', '11', 1, 10],
  ] as const)('are refused when they are in another metric than %s', (metric, cell, min, max) => {
    expect(problems(`${header}\nA;a@x.example;S;${cell};2\n`, { metric })).toEqual([
      [2, 'status', `must be a number from ${min} to ${max}`],
    ]);
  });
  it('must be numbers, at least one a row', () => {
    expect(problems(`${header}\nA;a@x.example;S;high;2\nB;b@x.example;S;;\n`)).toEqual([
      [2, 'status', 'must be a number from 1 to 5'],
      [3, null, 'the row has no scale score at all'],
    ]);
  });
  it('that are normed need a wave with a norm group', () => {
    const csv = `${header}\nA;a@x.example;S;1;2\n`;
    expect(problems(csv, { metric: 't', normed: false })).toEqual([
      [0, null, expect.stringContaining('only raw scores')],
    ]);
    expect(problems(csv, { metric: 'raw', normed: false })).toEqual([]);
  });
});

it('says one thing about one cell, and nothing about a row that follows from its cells', () => {
  const found = (row: number, column: string | null) => ({ row, column, reason: { de: 'x', en: 'y' } });
  const first = [found(2, 'name'), found(3, 'status'), found(4, null)];
  expect(together(first, [found(2, 'name'), found(2, 'email'), found(3, null), found(5, null)])).toEqual([
    ...first,
    found(2, 'email'),
    found(5, null),
  ]);
});

it('shows every problem at once, in both languages', () => {
  const { problems: found } = read('name;email;team;locale;x\n;a@x.example;S;fr;1\nB;A@x.example;;de;\n');
  expect(found.map(({ row, column }) => [row, column])).toEqual([
    [1, 'x'],
    [2, 'name'],
    [2, 'locale'],
    [3, 'team'],
    [3, 'email'],
  ]);
  for (const { reason } of found) expect(reason.de).not.toBe(reason.en);
});
