import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installationFolders } from '@rapport/cli';
import { reachableForNobody } from '@rapport/testing/embedded';

/**
 * Where the embedded services keep what they know: `.data` in the checkout, or what RAPPORT_DATA names. Root's
 * PostgreSQL runs as another account, so below a private folder root's data go under /var/lib.
 */
export async function dataFolder(): Promise<string> {
  const [wished, roots] = installationFolders();
  if (roots === undefined || process.getuid?.() !== 0 || (await reachableForNobody(wished))) return wished;
  return roots;
}

export interface Secrets {
  readonly keyEncryptionKey: string;
  readonly serviceTokenSecret: string;
}

/** Secrets that cannot be read. Fresh ones would lock every personal fact away for ever, so nothing makes them. */
export class BrokenSecrets extends Error {
  constructor(file: string, is: 'damaged' | 'missing') {
    super(
      `${file} is ${is}: restore it from a backup, because nobody can read the personal data without it; or move the whole data folder away to begin anew.`,
    );
    this.name = 'BrokenSecrets';
  }
}

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && Buffer.from(value, 'base64').length === 32;

/** Secrets of this installation, made once and readable by its owner alone. */
export function secretsIn(folder: string): Secrets {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'postgres'))) throw new BrokenSecrets(file, 'missing');
    const fresh = () => randomBytes(32).toString('base64');
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ keyEncryptionKey: fresh(), serviceTokenSecret: fresh() }), {
      mode: 0o600,
    });
    // Whole or not at all, however this process ends.
    renameSync(draft, file);
  }
  chmodSync(file, 0o600);
  let found: Partial<Record<keyof Secrets, unknown>>;
  try {
    found = JSON.parse(readFileSync(file, 'utf8')) as typeof found;
  } catch (error) {
    if (error instanceof SyntaxError) throw new BrokenSecrets(file, 'damaged');
    throw error;
  }
  const { keyEncryptionKey, serviceTokenSecret } = found;
  if (!isKey(keyEncryptionKey) || !isKey(serviceTokenSecret)) throw new BrokenSecrets(file, 'damaged');
  return { keyEncryptionKey, serviceTokenSecret };
}
