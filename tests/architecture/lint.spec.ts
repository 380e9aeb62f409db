import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';

/** A file that breaks one rule of the house, or none. */
interface Probe {
  readonly name: string;
  readonly filePath: string;
  readonly text: string;
  readonly rules: readonly string[];
}

const boundary = '@nx/enforce-module-boundaries';
const imports = (from: string, name = 'it') =>
  `import { ${name} } from '${from}';\nexport const kept = ${name};\n`;
const says = (statement: string) => `export const kept = () => ${statement};\n`;

const forbidden: readonly Probe[] = [
  ...(
    [
      ['domain', 'libs', '@rapport/event-store'],
      ['domain', 'libs', '@rapport/content'],
      ['domain', 'libs', '@rapport/platform'],
      ['psychometrics', 'libs', '@rapport/jobs'],
      ['charts', 'libs', '@rapport/reports'],
      ['content', 'libs', '@rapport/event-store'],
      ['content', 'libs', '@rapport/platform'],
      ['event-store', 'libs', '@rapport/read-models'],
      ['read-models', 'libs', '@rapport/jobs'],
      ['reports', 'libs', '@rapport/platform'],
      ['jobs', 'libs', '@rapport/testing'],
      ['platform', 'libs', '@rapport/event-store'],
      ['testing', 'libs', '@rapport/gateway'],
      ['gateway', 'apps', '@rapport/assessment'],
      ['reporting', 'apps', '@rapport/profiling'],
      ['profiling', 'apps', '@rapport/testing'],
      ['portal', 'apps', '@rapport/domain'],
      ['portal', 'apps', '@rapport/read-models'],
    ] as const
  ).map(([room, group, target]) => ({
    name: `${room} does not import ${target}`,
    filePath: `${group}/${room}/src/planted.ts`,
    text: imports(target),
    rules: [boundary],
  })),
  {
    name: 'a room is not entered through the wall',
    filePath: 'apps/gateway/src/planted.ts',
    text: imports('../../../libs/domain/src/kernel/ids.js'),
    rules: [boundary],
  },
  {
    name: 'a test does not widen what its room imports otherwise',
    filePath: 'libs/domain/src/planted.spec.ts',
    text: imports('@rapport/event-store'),
    rules: [boundary],
  },
  {
    name: 'two modules do not import each other',
    filePath: 'libs/psychometrics/src/numeric/moments.ts',
    text: imports('../scoring.js'),
    rules: ['import-x/no-cycle'],
  },
  ...['Date.now()', 'new Date()', 'Date()', 'Math.random()'].map((statement) => ({
    name: `a pure room does not say ${statement}`,
    filePath: 'libs/domain/src/planted.ts',
    text: says(statement),
    rules: ['no-restricted-syntax'],
  })),
  ...(
    [
      ['read-models', 'libs', 'Math.sqrt(2)'],
      ['reports', 'libs', '[1, 2].reduce((a, b) => a + b) / [1, 2].length'],
      ['gateway', 'apps', '2 ** 3'],
      ['portal', 'apps', 'Math.log(2)'],
    ] as const
  ).map(([room, group, statement]) => ({
    name: `${room} computes no statistic: ${statement}`,
    filePath: `${group}/${room}/src/planted.ts`,
    text: says(statement),
    rules: ['no-restricted-syntax'],
  })),
  ...['process.env', 'fetch("/")', 'performance.now()', 'setTimeout(() => 1, 1)', 'crypto.randomUUID()'].map(
    (statement) => ({
      name: `a pure room does not say ${statement}`,
      filePath: 'libs/psychometrics/src/planted.ts',
      text: says(statement),
      rules: ['no-restricted-globals'],
    }),
  ),
  ...(
    [
      ['domain', 'node:crypto'],
      ['domain', '@nestjs/common'],
      ['domain', 'typeorm'],
      ['psychometrics', 'zod'],
      ['psychometrics', 'fs'],
      ['charts', 'pg'],
      ['charts', 'react'],
      ['content', 'node:fs'],
      ['event-store', '@nestjs/common'],
      ['read-models', '@nestjs/cqrs'],
      ['testing', '@nestjs/testing'],
    ] as const
  ).map(([room, target]) => ({
    name: `${room} does not import ${target}`,
    filePath: `libs/${room}/src/planted.ts`,
    text: imports(target),
    rules: ['no-restricted-imports'],
  })),
  {
    name: 'the portal does not import Node built-ins',
    filePath: 'apps/portal/src/planted.ts',
    text: imports('node:path'),
    rules: ['no-restricted-imports'],
  },
  ...[
    'query(`set app.tenant = ${1}`)',
    "query('SET SESSION app.tenant = 1')",
    "query(`select set_config('app.tenant', $1, false)`)",
  ].map((statement) => ({
    name: `a tenant is not set for a session: ${statement}`,
    filePath: 'libs/read-models/src/planted.ts',
    text: `export const kept = (query: (sql: string) => unknown) => ${statement};\n`,
    rules: ['no-restricted-syntax'],
  })),
  {
    name: 'a rule cannot be switched off in a file',
    filePath: 'libs/domain/src/planted.ts',
    text: `/* ${'eslint'}-disable */\n${says('Date.now()')}`,
    rules: ['no-restricted-syntax'],
  },
  {
    name: 'nothing is any',
    filePath: 'apps/gateway/src/planted.ts',
    text: 'export const kept = (given: any) => given;\n',
    rules: ['@typescript-eslint/no-explicit-any'],
  },
  {
    name: 'nothing is left over',
    filePath: 'apps/gateway/src/planted.ts',
    text: 'const left = 1;\nexport {};\n',
    rules: ['@typescript-eslint/no-unused-vars'],
  },
  {
    name: 'what is used as a type is imported as a type',
    filePath: 'apps/gateway/src/planted.ts',
    text: "import { TenantId } from '@rapport/domain';\nexport type Kept = TenantId;\n",
    rules: ['@typescript-eslint/consistent-type-imports'],
  },
];

const allowed: readonly Probe[] = (
  [
    ['libs/charts/src/planted.ts', imports('@rapport/psychometrics')],
    ['libs/domain/src/planted.ts', imports('zod')],
    ['libs/domain/src/planted.ts', says('new Date(0)')],
    ['libs/content/src/planted.ts', imports('@rapport/psychometrics')],
    ['libs/reports/src/planted.ts', imports('@rapport/content')],
    ['libs/event-store/src/planted.ts', imports('@rapport/domain')],
    ['libs/event-store/src/planted.int.spec.ts', imports('@rapport/testing/embedded')],
    ['libs/event-store/src/planted.int.spec.ts', imports('@rapport/platform/database')],
    ['libs/platform/src/planted.ts', imports('@nestjs/common')],
    ['libs/testing/src/planted.ts', imports('@rapport/event-store')],
    ['libs/read-models/src/planted.ts', says("`set local app.tenant = '1'`")],
    ['libs/read-models/src/planted.ts', says("`select set_config('app.tenant', $1, true)`")],
    ['apps/gateway/src/planted.ts', imports('@rapport/read-models')],
    ['apps/gateway/src/planted.ts', says('Date.now()')],
    ['apps/portal/src/planted.ts', imports('@rapport/charts')],
    ['apps/solo/src/planted.ts', imports('@rapport/gateway')],
    ['apps/solo/src/planted.ts', imports('@rapport/testing/embedded')],
  ] as const
).map(([filePath, text]) => ({ name: `${filePath}: ${text.split('\n')[0]}`, filePath, text, rules: [] }));

jest.setTimeout(120_000);

describe('the rules of the house', () => {
  const found = new Map<Probe, readonly string[]>();

  beforeAll(() => {
    const probes = [...forbidden, ...allowed];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [new URL('./lint-texts.mjs', import.meta.url).pathname],
      { input: JSON.stringify(probes), encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
    );
    if (!stdout) throw new Error(stderr);
    const findings = JSON.parse(stdout) as { rule: string | null }[][];
    probes.forEach((probe, at) =>
      found.set(probe, [...new Set((findings[at] ?? []).flatMap(({ rule }) => rule ?? []))]),
    );
  });

  for (const probe of forbidden) it(probe.name, () => expect(found.get(probe)).toEqual(probe.rules));

  for (const probe of allowed)
    it(`lets pass ${probe.name}`, () => expect(found.get(probe)).toEqual(probe.rules));
});
