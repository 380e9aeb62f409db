import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { settings, type ServiceName } from '@rapport/platform';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');
const readersOfAny = Object.keys(settings) as ServiceName[];
const services = readersOfAny.filter((name) => 'PORT' in settings[name].shape);

/** The rows of the table of variables: name, who reads it, default. */
const rows = [...textOf('README.md').matchAll(/^\| `([A-Z_]+)` +\| ([^|]+?) +\| ([^|]+?) +\|/gm)].map(
  ([, name = '', readers = '', standard = '']) => ({ name, readers, standard }),
);

describe('the table of variables in the README', () => {
  const read = new Set(readersOfAny.flatMap((name) => Object.keys(settings[name].shape)));

  it('names every variable that a service reads, and no other', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...read].sort());
  });

  it.each(rows)(
    'says rightly who reads $name and whether it must be given',
    ({ name, readers, standard }) => {
      const shapes = readersOfAny.map((reader) => [reader, settings[reader].shape] as const);
      const reading = shapes.filter(([, shape]) => name in shape).map(([service]) => service);
      expect(readers).toBe(
        reading.length === readersOfAny.length
          ? 'all'
          : reading.join() === services.join()
            ? 'all services'
            : reading.join(', '),
      );
      const schemas = shapes.flatMap(([, shape]) => Object.entries(shape)).filter(([key]) => key === name);
      expect(standard === 'required').toBe(
        schemas.some(([, schema]) => !schema.safeParse(undefined).success),
      );
    },
  );
});

describe('links between documents', () => {
  const below = (folder: string) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}${name}`);
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...below('docs/adr/'),
    ...below('docs/guide/'),
  ];

  it.each(documents)('all lead somewhere in %s', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '');
    const broken = links.filter((link) => !existsSync(new URL(link, new URL(path, root))));
    expect(broken).toEqual([]);
  });
});

describe('the access guide and the annexes for works councils', () => {
  it('say what the policy says', () => {
    const script = fileURLToPath(new URL('tools/access-documents.mjs', root));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  }, 60_000);
});
