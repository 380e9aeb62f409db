import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
