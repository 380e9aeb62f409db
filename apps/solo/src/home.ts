import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reachableForNobody } from '@rapport/testing/embedded';

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/**
 * Where the embedded services keep what they know: `.data` in the checkout, or what RAPPORT_DATA names. Root's
 * PostgreSQL runs as another account, so below a private folder root's data go under /var/lib.
 */
export async function dataFolder(): Promise<string> {
  const wished = process.env['RAPPORT_DATA'];
  if (wished) return resolve(wished);
  const beside = join(checkout, '.data');
  if (process.getuid?.() !== 0 || (await reachableForNobody(beside))) return beside;
  return join('/var/lib/rapport', createHash('sha256').update(checkout).digest('hex').slice(0, 12));
}

export interface Secrets {
  readonly keyEncryptionKey: string;
  readonly serviceTokenSecret: string;
}

/** Secrets of this installation, made once and readable by its owner alone. */
export function secretsIn(folder: string): Secrets {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    const fresh = () => randomBytes(32).toString('base64');
    writeFileSync(file, JSON.stringify({ keyEncryptionKey: fresh(), serviceTokenSecret: fresh() }), {
      mode: 0o600,
      flag: 'wx',
    });
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}
