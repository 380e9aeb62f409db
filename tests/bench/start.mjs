/** First and second start of the whole platform, in steps. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/solo/dist/main.js', import.meta.url));

/** Starts once and answers the seconds at which each step began. */
function startOnce(data) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        RAPPORT_DATA: data,
        PORT: process.env.BENCH_PORT ?? '4791',
        RAPPORT_STARTED_AT: String(Date.now()),
      },
    });
    const steps = [];
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      for (const line of text.split('\n').slice(0, -1)) {
        const match = /^\s*([\d.]+) s {2}(.*)$/.exec(line);
        if (match && !/of \d+ steps/.test(match[2])) steps.push({ step: match[2], at: Number(match[1]) });
      }
      text = text.slice(text.lastIndexOf('\n') + 1);
      if (steps.at(-1)?.step === 'ready') child.kill('SIGTERM');
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part) => (said += part));
    child.on('exit', (code) => (code === 0 ? resolve(steps) : reject(new Error(said || `exit ${code}`))));
  });
}

export async function run() {
  const data = mkdtempSync('/var/tmp/rapport-bench-');
  // Root's PostgreSQL runs as another account.
  chmodSync(data, 0o755);
  try {
    return table(await startOnce(`${data}/data`), await startOnce(`${data}/data`));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function table(first, second) {
  const lasting = (steps) =>
    new Map(steps.slice(0, -1).map(({ step, at }, n) => [step, steps[n + 1].at - at]));
  const [one, two] = [lasting(first), lasting(second)];
  const rows = [...one.keys()].map((step) => ({
    step,
    'first start, s': one.get(step).toFixed(1),
    'second start, s': two.has(step) ? two.get(step).toFixed(1) : '-',
  }));
  rows.push({
    step: 'in all',
    'first start, s': first.at(-1).at.toFixed(1),
    'second start, s': second.at(-1).at.toFixed(1),
  });
  return { title: 'Start', note: 'Packages installed and built; seconds each step takes.', rows };
}
