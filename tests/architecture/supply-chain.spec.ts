import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');

type Versions = Readonly<Record<string, string>>;
interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
  readonly scripts?: Versions;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}
interface Locked {
  /** Where a package stands under another name. */
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
interface Chain {
  /** By path, as every package.json of the repository says it. */
  readonly manifests: Readonly<Record<string, Manifest>>;
  readonly lock: Readonly<Record<string, Locked>>;
  readonly npmrc: string;
}

/** Licences under which others may be given the product without more than their notice. */
const PERMISSIVE = [
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'Zlib', 'Python-2.0'],
];
/** Bound to their own files, which nobody changes here: a library, fonts, and a table of browsers. */
const OWN_FILES = ['MPL-2.0', 'OFL-1.1', 'CC-BY-4.0'];
const allowed = new Set([...PERMISSIVE, ...OWN_FILES]);

/** An SPDX expression without brackets in brackets: one of the alternatives must be allowed, with everything it asks for. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((each) => allowed.has(each)));

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
const HOOKS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** Everything about where the product's packages come from that nobody has explained. */
function unexplained({ manifests, lock, npmrc }: Chain): readonly string[] {
  const found: string[] = [];
  for (const [path, manifest] of Object.entries(manifests)) {
    const { dependencies, devDependencies, optionalDependencies, scripts } = manifest;
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    }))
      if (!EXACT.test(version)) found.push(`${path}: ${name} is not pinned but ${version}`);
    for (const hook of HOOKS)
      if (scripts?.[hook] !== undefined) found.push(`${path}: runs something at ${hook}`);
  }
  const packages = Object.entries(lock).filter(([place]) => place.includes('node_modules/'));
  for (const [place, { link, integrity, resolved, license = 'none' }] of packages) {
    if (link === true) continue;
    if (!SHA512.test(integrity ?? '')) found.push(`${place}: no hash to compare with`);
    // Without an address npm takes a package from the registry it is set to, and the hash says which one it must be.
    if (resolved !== undefined) found.push(`${place}: comes from an address of its own, ${resolved}`);
    if (!isAllowed(license)) found.push(`${place}: licence ${license}`);
  }
  const { allowScripts = {} } = manifests['package.json'] ?? {};
  const withScript = new Set(packages.filter(([, p]) => p.hasInstallScript).map(([place]) => nameOf(place)));
  for (const name of withScript)
    if (allowScripts[name] === undefined) found.push(`${name}: its install script is not in allowScripts`);
  for (const [name, runs] of Object.entries(allowScripts)) {
    if (!withScript.has(name)) found.push(`${name}: in allowScripts without an install script`);
    if (runs) found.push(`${name}: may run its install script`);
  }
  if (!/^ignore-scripts=true$/m.test(npmrc)) found.push('.npmrc: install scripts may run');
  return found;
}

const folders = ['apps', 'libs'].flatMap((group) =>
  readdirSync(new URL(`${group}/`, root)).map((name) => `${group}/${name}/package.json`),
);
const manifests: Record<string, Manifest> = Object.fromEntries(
  ['package.json', ...folders]
    .filter((path) => existsSync(new URL(path, root)))
    .map((path) => [path, JSON.parse(textOf(path)) as Manifest]),
);
const { packages: lock } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> };
const chain: Chain = { manifests, lock, npmrc: textOf('.npmrc') };

describe(`${Object.keys(lock).length} packages`, () => {
  it('are pinned, hashed, from the one registry, under a licence that is allowed, and run nothing when installed', () => {
    expect(Object.keys(lock).length).toBeGreaterThan(500);
    expect(unexplained(chain)).toEqual([]);
  });

  const main = manifests['package.json'] as Manifest;
  const plant = (place: string, change: Partial<Locked>): Partial<Chain> => ({
    lock: { ...lock, [place]: { ...lock['node_modules/zod'], ...change } },
  });
  const declare = (change: Partial<Manifest>): Partial<Chain> => ({
    manifests: { ...manifests, 'package.json': { ...main, ...change } },
  });
  it.each<readonly [string, Partial<Chain>, RegExp]>([
    ['a range', declare({ dependencies: { zod: '^4.6.7' } }), /zod is not pinned but \^4/],
    ['a tag', declare({ dependencies: { zod: 'latest' } }), /zod is not pinned but latest/],
    ['a repository', declare({ devDependencies: { zod: 'github:x/zod' } }), /zod is not pinned/],
    ['a hook of our own', declare({ scripts: { postinstall: 'node x' } }), /runs something at postinstall/],
    [
      'a script that may run',
      declare({ allowScripts: { ...main.allowScripts, nx: true } }),
      /nx: may run its install script/,
    ],
    [
      'a new install script',
      plant('node_modules/a/node_modules/@new/one', { hasInstallScript: true }),
      /@new\/one: its install script is not in allowScripts/,
    ],
    ['a weak hash', plant('node_modules/new', { integrity: `sha1-${'a'.repeat(27)}=` }), /new: no hash/],
    [
      'another place',
      plant('node_modules/new', { resolved: 'https://evil.example/new.tgz' }),
      /new: comes from/,
    ],
    ['a strong copyleft', plant('node_modules/new', { license: 'GPL-3.0-only' }), /licence GPL/],
    ['one of two that is not allowed', plant('node_modules/new', { license: 'MIT AND AGPL-3.0' }), /AGPL/],
    ['scripts that are not ignored', { npmrc: 'save-exact=true\n' }, /install scripts may run/],
  ])('with %s would be noticed', (_, planted, said) => {
    expect(unexplained({ ...chain, ...planted }).join('\n')).toMatch(said);
  });
  it('with a choice of licences is one that may be chosen', () => {
    expect(unexplained({ ...chain, ...plant('node_modules/new', { license: '(GPL-2.0 OR MIT)' }) })).toEqual(
      [],
    );
  });
  it('without a hash or a licence would be noticed', () => {
    const bare = { ...lock, 'node_modules/new': { version: '1.0.0' } };
    expect(unexplained({ ...chain, lock: bare })).toEqual([
      'node_modules/new: no hash to compare with',
      'node_modules/new: licence none',
    ]);
  });
});

describe('the bill of materials', () => {
  it('names every package with version, hash and licence', () => {
    const npm = process.env['npm_execpath'];
    const [command, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
    const text = execFileSync(command, [...args, 'run', '--silent', 'sbom'], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const bill = JSON.parse(text) as {
      bomFormat: string;
      components: readonly { name: string; version: string; licenses?: unknown; hashes?: unknown }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const missing = Object.entries(lock)
      .filter(([place, { link }]) => place.includes('node_modules/') && link !== true)
      // One that stands under another name is listed under either.
      .map(([place, { name, version = '' }]) => [name, nameOf(place)].map((each) => `${each}@${version}`))
      .filter((names) => !names.some((each) => listed.has(each)));
    expect(missing).toEqual([]);
    const bare = bill.components.filter(({ name, licenses }) => !name.startsWith('@rapport/') && !licenses);
    expect(bare).toEqual([]);
  }, 60_000);
});
