import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A configuration that cannot be started with; the message says what to do, one line a variable. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not complete:\n  ${problems.join('\n  ')}`);
    this.name = 'ConfigurationError';
  }
}

/** What stands in examples and in nobody's safe. */
const examples = new Set([
  ...[
    'changeme',
    'change-me',
    'change_me',
    'secret',
    'password',
    'passwort',
    'passw0rd',
    'example',
    'default',
  ],
  ...['postgres', 'rapport', 'admin', 'root', 'test', 'todo', 'xxx', '123456', '12345678', 'your-password'],
]);

/** Bytes that somebody has typed or counted: no source of chance gives 32 printable letters, or 32 even steps. */
const isMadeUp = (bytes: Buffer): boolean =>
  new Set(bytes).size < 8 ||
  bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ||
  new Set(bytes.subarray(1).map((byte, n) => byte - bytes[n]!)).size === 1;

/** 32 bytes as base64: `openssl rand -base64 32`. */
const key = z.string().superRefine((value, context) => {
  const bytes = Buffer.from(value, 'base64');
  const weak = examples.has(value.toLowerCase()) || isMadeUp(bytes);
  if (bytes.length !== 32 || weak)
    context.addIssue({
      code: 'custom',
      message: 'must be 32 random bytes as base64, for example from `openssl rand -base64 32`',
    });
});
const port = z.coerce.number().int().min(0).max(65535);
const url = (...protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol);
      } catch {
        return false;
      }
    },
    `must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  );

const log = {
  /** Log in PostgreSQL, read models, sign-in; the user owns the database. */
  DATABASE_URL: url('postgres:', 'postgresql:'),
  /** Data keys of sealed personal data; a database of its own in production, so that backups part. */
  KEYS_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  /** The log on KurrentDB instead of PostgreSQL. */
  KURRENTDB_URL: url('kurrentdb:', 'kurrentdb+discover:', 'esdb:', 'esdb+discover:').optional(),
  /** Wraps the data keys; losing it loses all personal data. */
  KEY_ENCRYPTION_KEY: key,
  /** Earlier ones, parted by commas, until `rapport keys rotate` has wrapped everything anew. */
  FORMER_KEY_ENCRYPTION_KEYS: z
    .string()
    .refine((value) => value.split(',').every((each) => key.safeParse(each).success), {
      message: 'must be keys of 32 random bytes as base64, parted by commas',
    })
    .optional(),
};
const jobs = {
  /** Jobs on Redis instead of PostgreSQL. */
  REDIS_URL: url('redis:', 'rediss:').optional(),
};
const common = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
};
const toAssessment = {
  ASSESSMENT_URL: url('http:', 'https:'),
  /** Signs the short-lived tokens by which services trust each other. */
  SERVICE_TOKEN_SECRET: key,
};

/** Every variable that a service reads, and nothing else. */
export const settings = {
  gateway: z.object({
    ...common,
    ...log,
    ...jobs,
    ...toAssessment,
    PORT: port.default(4000),
    /** Where people reach the portal; decides cookie flags and links in mails. */
    PUBLIC_URL: url('http:', 'https:'),
    /**
     * Addresses or networks of the proxies in front, parted by commas: only what they say of a visitor's address is
     * believed. Without it the address of the connection counts.
     */
    TRUSTED_PROXIES: z
      .string()
      .regex(/^[0-9a-f.:/]+(?:\s*,\s*[0-9a-f.:/]+)*$/i, 'must be addresses or networks, parted by commas')
      .optional(),
    /**
     * What browser sessions may send: the `portal`'s own documents, by their hash, or `any` under the limits. API keys
     * may always send any. In development `any`, else `portal`.
     */
    GRAPHQL_DOCUMENTS: z.enum(['portal', 'any']).optional(),
    /** How often in a minute one caller may ask for one field; counted by each gateway. */
    READS_PER_MINUTE: z.coerce.number().int().min(1).default(200_000),
    CHANGES_PER_MINUTE: z.coerce.number().int().min(1).default(3000),
    /** `allow` lets firms name identity providers inside the own network or without HTTPS. */
    PRIVATE_IDENTITY_PROVIDERS: z.enum(['allow', 'refuse']).default('refuse'),
  }),
  assessment: z.object({ ...common, ...log, SERVICE_TOKEN_SECRET: key, PORT: port.default(4001) }),
  profiling: z.object({ ...common, ...log, ...jobs, PORT: port.default(4002) }),
  reporting: z.object({
    ...common,
    ...log,
    ...jobs,
    ...toAssessment,
    PORT: port.default(4003),
    PUBLIC_URL: url('http:', 'https:'),
    SMTP_URL: url('smtp:', 'smtps:').optional(),
    MAIL_FROM: z.string().default('Rapport <no-reply@localhost>'),
  }),
  /** The command line: no service, so it listens nowhere. */
  cli: z.object({
    LOG_LEVEL: common.LOG_LEVEL,
    ...log,
    ...jobs,
    /** For commands that put something into the log, which the assessment service alone does. */
    ASSESSMENT_URL: toAssessment.ASSESSMENT_URL.optional(),
    SERVICE_TOKEN_SECRET: toAssessment.SERVICE_TOKEN_SECRET.optional(),
    PUBLIC_URL: url('http:', 'https:').optional(),
  }),
} as const;

export type ServiceName = keyof typeof settings;
export type Settings<S extends ServiceName> = z.infer<(typeof settings)[S]>;

const secrets = [
  'KEY_ENCRYPTION_KEY',
  'FORMER_KEY_ENCRYPTION_KEYS',
  'SERVICE_TOKEN_SECRET',
  'DATABASE_URL',
  'KEYS_DATABASE_URL',
  'SMTP_URL',
];

/**
 * Settings of a service from its environment. A secret may stand in a file instead: `NAME_FILE` names it.
 * Throws ConfigurationError with every problem at once.
 */
export function readSettings<S extends ServiceName>(
  service: S,
  env: Readonly<Record<string, string | undefined>>,
): Settings<S> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && value !== '') given[name] = value;
  const problems: string[] = [];
  for (const name of secrets) {
    const file = given[`${name}_FILE`];
    if (file === undefined || name in given) continue;
    try {
      given[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      problems.push(`${name}_FILE: ${(error as Error).message}`);
    }
  }
  const parsed = settings[service].safeParse(given);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const name = issue.path.join('.');
      problems.push(`${name} ${name in given ? issue.message : 'is missing'}`);
    }
  for (const [name, value] of Object.entries(given))
    if (name in settings[service].shape) problems.push(...examplePassword(name, value));
  const { KEY_ENCRYPTION_KEY, SERVICE_TOKEN_SECRET } = given;
  if (
    KEY_ENCRYPTION_KEY !== undefined &&
    KEY_ENCRYPTION_KEY === SERVICE_TOKEN_SECRET &&
    'SERVICE_TOKEN_SECRET' in settings[service].shape
  )
    problems.push('SERVICE_TOKEN_SECRET must not be the KEY_ENCRYPTION_KEY: whoever signs must not open');
  if (problems.length > 0) throw new ConfigurationError(problems);
  return parsed.data as Settings<S>;
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]', '']);

/** An address that leads to another machine with a password out of an example. */
function examplePassword(name: string, value: string): readonly string[] {
  if (!name.endsWith('_URL') || !URL.canParse(value)) return [];
  const { hostname, username, password } = new URL(value);
  if (password === '' || LOCAL.has(hostname)) return [];
  const plain = decodeURIComponent(password).toLowerCase();
  return examples.has(plain) || plain === decodeURIComponent(username).toLowerCase()
    ? [`${name} has a password out of an example: choose another one`]
    : [];
}
