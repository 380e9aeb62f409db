import { clocks } from './clocks.mjs';
import { consumers } from './consumers.mjs';
import { durability } from './durability.mjs';
import { poison } from './poison.mjs';
import { product } from './product.mjs';
import { queue } from './queue.mjs';
import { readers } from './readers.mjs';
import { rebuilds } from './rebuild.mjs';
import { redisIsThere } from './redis.mjs';
import { conflicts, retries } from './retries.mjs';
import { stalls } from './stalls.mjs';
import { stops } from './stops.mjs';

/**
 * Every scenario with what is done to the system, what must come of it, and the mistakes that its checker must find:
 * `shows` names the violation by which one must be found. `long` ones are not part of the short run.
 */
export const scenarios = ({ kills, file }) => [
  {
    faults: ['F4'],
    name: 'readers among slow writers',
    injected: 'sixteen writers whose transactions last up to 12 ms; one in ten rolls back',
    expected: 'a reader sees every committed event once',
    run: (place, chance) => readers(place, chance, { ms: Math.max(2000, kills * 300) }),
    mistakes: [
      {
        name: 'sequence as order',
        shows: 'skipped',
        run: (place, chance) => readers(place, chance, { ms: 2000, mutant: true }),
      },
    ],
  },
  {
    faults: ['F3', 'F5', 'F6'],
    name: 'consumers killed and frozen',
    injected: 'two instances race for the same events; killed, or frozen and woken, in the middle of a batch',
    expected: 'every event takes effect once',
    run: (place, chance) => consumers(place, chance, { kills: Math.ceil(kills / 4), events: kills * 40 }),
    mistakes: [
      ['no compare-and-set', 'effectTwice'],
      ['checkpoint after', 'effectTwice'],
      ['checkpoint before', 'skipped'],
    ].map(([name, shows], nth) => ({
      name,
      shows,
      long: nth > 0,
      run: (place, chance) => consumers(place, chance, { kills: 6, events: 900, mutant: name }),
    })),
  },
  {
    faults: ['F2'],
    name: 'replies cut off',
    injected:
      'the connection to the database is cut after it has stored and before it has said so; callers try again',
    expected: 'the same event is stored once',
    run: (place, chance) => retries(place, chance, { operations: Math.max(80, kills * 5) }),
    mistakes: [
      {
        name: 'another event id for each try',
        shows: 'duplicated',
        run: (place, chance) => retries(place, chance, { operations: 160, mutant: true }),
      },
    ],
  },
  {
    faults: ['F21'],
    name: 'writers on one revision',
    injected: 'fifty writers append to the same streams at the revision that they have read',
    expected: 'one wins each revision, nobody overwrites what he has not seen',
    run: (place, chance) => conflicts(place, chance, { streams: Math.max(2, Math.round(kills / 2)) }),
    mistakes: [
      {
        name: 'any revision will do',
        shows: 'lostUpdate',
        run: (place, chance) => conflicts(place, chance, { streams: 2, mutant: true }),
      },
    ],
  },
  {
    faults: ['F15'],
    name: 'PostgreSQL killed',
    injected: 'SIGKILL of the server while 32 callers append',
    expected: 'what was acknowledged is there after recovery; the pool reconnects by itself',
    run: (place, chance) =>
      durability(place, chance, {
        kills: Math.ceil(kills / 2),
        acknowledgedBetween: kills < 20 ? 100 : 1000,
      }),
    mistakes: [
      {
        name: 'synchronous_commit off',
        shows: 'lost',
        long: true,
        run: (place, chance) =>
          durability(place, chance, { kills: 12, acknowledgedBetween: 300, mutant: true }),
      },
    ],
  },
  {
    faults: ['F19'],
    name: 'a black hole before the database',
    injected: 'the database takes what the command door sends and answers nothing; thirty clients ask',
    expected: 'every caller is answered in time, the door says that it is not ready, and goes on by itself',
    long: true,
    run: (place, chance) =>
      stalls(place, chance, { kind: 'hole', stalls: Math.max(1, Math.round(kills / 40)) }),
    mistakes: [
      {
        name: 'a driver without time limits',
        shows: 'hung',
        run: (place, chance) => stalls(place, chance, { mutant: true }),
      },
    ],
  },
  {
    faults: ['F28'],
    name: 'connections used up',
    injected: 'every connection of the command door waits for a lock; thirty clients ask',
    expected: 'every caller is answered in time, the door says that it is not ready, and goes on by itself',
    long: true,
    run: (place, chance) =>
      stalls(place, chance, { kind: 'pool', stalls: Math.max(1, Math.round(kills / 40)) }),
  },
  {
    faults: ['F20'],
    name: 'clocks that are wrong',
    injected:
      'command doors 45 s off either way, projections two hours behind, callers whose time jumps by hours',
    expected: 'order is that of the log; no time decides what a reader sees',
    long: true,
    run: (place, chance) => clocks(place, chance, { operations: Math.max(30, kills) }),
    mistakes: [
      {
        name: 'following the log by time',
        shows: 'skipped',
        run: (place, chance) => clocks(place, chance, { operations: 100, mutant: true }),
      },
    ],
  },
  {
    faults: ['F26'],
    name: 'told to end under load',
    injected: 'SIGTERM to the command door while 200 requests are on their way',
    expected: 'each is answered whole, done or not taken; the process ends by itself',
    run: (place, chance) => stops(place, chance, { stops: Math.max(1, Math.round(kills / 20)) }),
    mistakes: [
      {
        name: 'killed instead',
        shows: 'cut',
        run: (place, chance) => stops(place, chance, { stops: 1, mutant: true }),
      },
    ],
  },
  {
    faults: ['F7'],
    name: 'events that a release cannot take',
    injected:
      'a release whose projection breaks at some events, killed meanwhile; then a repaired one and a replay',
    expected: 'their streams are parked with an alarm, the others go on, a replay puts all right',
    run: (place, chance) => poison(place, chance, { kills: Math.max(2, Math.round(kills / 10)) }),
    mistakes: [
      {
        name: 'silent skip',
        shows: 'skipped',
        long: true,
        run: (place, chance) => poison(place, chance, { kills: 1, mutant: 'silent skip' }),
      },
    ],
  },
  {
    faults: ['F8', 'F9', 'F23', 'F25'],
    name: 'rebuilds beside live read models',
    injected:
      'rebuild and projections are killed while a firm writes, persons are forgotten and a newer release stores events',
    expected: 'readers see whole teams at any time; every table equals its rebuilt twin by hash',
    long: true,
    run: (place, chance) => rebuilds(place, chance, { kills: Math.max(3, Math.round(kills / 10)) }),
    mistakes: [
      {
        name: 'clock in a projection',
        shows: 'differs',
        run: (place, chance) => rebuilds(place, chance, { kills: 0, mutant: 'clock in a projection' }),
      },
    ],
  },
  ...['PostgreSQL', 'Redis'].map((backend) => jobsOn(backend, kills)),
  {
    faults: ['F1', 'F2', 'F15'],
    name: 'services and PostgreSQL',
    injected:
      'the command door and two instances of profiling (projections and relay) are killed, frozen, told to end, cut off; PostgreSQL is killed',
    expected: 'nothing acknowledged is lost, nothing twice, read models catch up without help',
    run: (place, chance) => product(place, chance, { kills, file }),
  },
];

/** F10-F14 on one of the two queues. */
const jobsOn = (backend, kills) => {
  const onRedis = backend === 'Redis';
  const run = (options) => async (place, chance) =>
    onRedis && !redisIsThere()
      ? { missing: 'no redis-server' }
      : queue(place, chance, { backend, ...options });
  const some = Math.max(3, Math.round(kills * 0.25));
  const faults = ['worker', 'worker', 'worker', 'worker', 'relay', 'frozen', 'forgotten'];
  return {
    faults: onRedis ? ['F10', 'F11', 'F12', 'F13', 'F14'] : ['F11', 'F13', 'F14'],
    name: `jobs on ${backend}`,
    injected: `workers and relay killed, workers frozen or too busy to keep their lock, the queue emptied${onRedis ? ', Redis killed (it comes back empty) and full' : ''}`,
    expected: 'every job written down has exactly one result',
    long: onRedis,
    run: run({
      faults: onRedis ? [...faults, 'queue killed', 'queue killed', 'queue full'] : faults,
      jobs: Math.max(30, kills * 3),
      kills: some,
    }),
    mistakes: [
      ['no reconciler', 'lost', { faults: ['forgotten'], jobs: 60, kills: 2, reconciles: false }],
      ['handed before taken', 'lost', { faults: ['relay'], jobs: 60, kills: 6, reconciles: false }],
      ['never started twice', 'lost', { faults: ['worker'], jobs: 40, kills: 6, reconciles: false }],
      ['two results', 'effectTwice', { faults: ['worker'], jobs: 60, kills: 2 }],
    ]
      // Redis takes a job faster than a relay can be killed.
      .filter(([name]) => !(onRedis && name === 'handed before taken'))
      .map(([name, shows, options]) => ({ name, shows, long: true, run: run({ ...options, mutant: name }) })),
  };
};
