const WIDTH = 30;
const EVERY_MS = 200;
const EVERY_MS_IN_FILES = 5000;

export interface ProgressBar {
  at(done: number, of: number | null): void;
  end(): void;
}

/** A bar with rate and time left on a terminal; elsewhere a line every five seconds. */
export function progressBar(
  out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  what: string,
  now: () => number = () => performance.now(),
): ProgressBar {
  const began = now();
  let first: number | undefined;
  let shown = -Infinity;
  let last: string | undefined;
  return {
    at(done, of) {
      first ??= done;
      last = lineOf(done, of, (done - first) / Math.max(0.001, (now() - began) / 1000), what);
      if (now() - shown < (out.isTTY ? EVERY_MS : EVERY_MS_IN_FILES)) return;
      shown = now();
      out.write(out.isTTY ? `\r${last}\u001b[K` : `${last}\n`);
    },
    end() {
      if (last !== undefined) out.write(out.isTTY ? `\r${last}\u001b[K\n` : `${last}\n`);
    },
  };
}

function lineOf(done: number, of: number | null, perSecond: number, what: string): string {
  const rate = `${Math.round(perSecond).toLocaleString('en')} ${what}/s`;
  if (of === null || of === 0) return `${done.toLocaleString('en')} ${what}, ${rate}`;
  const part = Math.min(1, done / of);
  const full = Math.round(WIDTH * part);
  const left = perSecond > 0 ? Math.max(0, of - done) / perSecond : Infinity;
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.floor(100 * part)).padStart(3)} %  ${done.toLocaleString('en')} of ${of.toLocaleString('en')} ${what}, ${rate}, ${Number.isFinite(left) ? `${timeOf(left)} left` : 'no estimate'}`;
}

const timeOf = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;
