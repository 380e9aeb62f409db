import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process with this id exists. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process id and, where the system tells it, the start time: a reused id is another identity. */
export async function identityOf(pid: number): Promise<string | undefined> {
  if (!(pid > 0) || !alive(pid)) return undefined;
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const startedAt = line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${startedAt}`;
}

/** Lets one process at a time start a server in a folder; a lock whose holder died is taken over. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const me = (await identityOf(process.pid)) ?? String(process.pid);
  for (;;) {
    try {
      await writeFile(file, me, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await readFile(file, 'utf8').catch(() => '');
      const holds = (await identityOf(Number(holder.split(' ')[0]))) === holder;
      if (!holds && (await stillSays(file, holder))) await rm(file, { force: true });
      else await pause(100);
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** A lock just created may still be empty: look twice before calling its holder dead. */
async function stillSays(file: string, holder: string): Promise<boolean> {
  await pause(100);
  return (await readFile(file, 'utf8').catch(() => undefined)) === holder;
}
