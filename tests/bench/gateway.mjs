/** One team profile of about 200 leaf values through the whole gateway, beside a plain handler that reads the same row. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import autocannon from 'autocannon';

const QUERY = `query Bench($wave: ID!, $team: ID!) {
  teamPersonality(waveId: $wave, teamId: $team) {
    n
    motives { motive n mean sd min max quartiles { q1 median q3 } counts { red balanced blue } pattern }
  }
}`;
const SECONDS = 8;
const SLICES = 3;

export async function run() {
  const data = mkdtempSync('/var/tmp/rapport-bench-');
  // Root's PostgreSQL runs as another account.
  chmodSync(data, 0o755);
  const open = [() => rmSync(data, { recursive: true, force: true })];
  try {
    return await measure(data, open);
  } finally {
    for (const close of open.reverse()) await close();
  }
}

async function measure(data, open) {
  process.env.RAPPORT_DATA = `${data}/data`;
  process.env.PORT = process.env.BENCH_PORT ?? '4790';
  // One caller stands for many here.
  process.env.READS_PER_MINUTE = '10000000';
  const { startSolo } = await import('../../apps/solo/dist/start.js');
  const { inTenant, tenantOf } = await import('../../libs/read-models/dist/index.js');
  const { appUrl, createPool } = await import('../../libs/platform/dist/database.js');
  const { startPostgres } = await import('../../libs/testing/dist/embedded/index.js');
  const solo = await startSolo(() => undefined);
  open.push(() => solo.close());
  const postgres = await startPostgres({ dataDir: `${data}/data/postgres`, durable: true });
  const pool = createPool(appUrl(postgres.url('rapport')), { max: 10 });
  open.push(() => pool.end());
  const tenant = tenantOf('demo');
  const { rows } = await inTenant(pool, tenant, (c) =>
    c.query('select id, doc from read.team_personalities order by id limit 1'),
  );
  const [wave, team] = rows[0].id.split(':');

  const row = (c) =>
    c.query({
      name: 'row',
      text: "select doc->'personality' as doc from read.team_personalities where id = $1",
      values: [`${wave}:${team}`],
    });
  const plain = createServer((_request, response) => {
    inTenant(pool, tenant, row).then(
      ({ rows: [found] }) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(found.doc));
      },
      // The last requests are left behind when their connections close.
      () => response.destroy(),
    );
  });
  await new Promise((resolve) => plain.listen(0, '127.0.0.1', resolve));
  // Closed connections leave their last requests behind; the pool ends after them.
  open.push(async () => {
    const closed = new Promise((resolve) => plain.close(resolve));
    plain.closeAllConnections();
    await closed;
  });

  const signIn = await fetch(`${solo.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: solo.url },
    body: JSON.stringify({
      firm: 'demo',
      email: 'tomasz.keller@brueckenbau.example',
      password: 'Rapport-Demo-2026',
    }),
  });
  const cookie = signIn.headers.get('set-cookie').split(';')[0];
  const load = async (options) => {
    const result = await autocannon({ connections: 32, duration: SECONDS, ...options });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${result.non2xx} refused, ${result.errors} errors`);
    return { rps: result.requests.average, p99: result.latency.p99 };
  };
  const gateway = () =>
    load({
      url: `${solo.url}/graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: solo.url },
      body: JSON.stringify({ query: QUERY, variables: { wave, team }, operationName: 'Bench' }),
    });
  const baseline = () => load({ url: `http://127.0.0.1:${plain.address().port}/` });
  await gateway();
  await baseline();
  const measured = [];
  for (let slice = 0; slice < SLICES; slice++)
    measured.push({ gateway: await gateway(), plain: await baseline() });
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const ratio = median(measured.map((m) => m.gateway.rps / m.plain.rps));
  const line = (name, pick) => ({
    server: name,
    'requests/s': median(measured.map((m) => m[pick].rps)).toFixed(0),
    'p99 ms': median(measured.map((m) => m[pick].p99)).toFixed(0),
    ratio: pick === 'gateway' ? ratio.toFixed(2) : '1',
  });
  return {
    title: 'Gateway',
    note: `One team personality from PostgreSQL through session, GraphQL and row-level security, 32 connections, ${SLICES} paired slices of ${SECONDS} s; goal: ratio >= 0.5 of a plain HTTP handler that reads the same row.`,
    rows: [line('gateway', 'gateway'), line('plain handler', 'plain')],
  };
}
