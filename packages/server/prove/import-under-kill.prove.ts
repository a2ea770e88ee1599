import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {databaseProcesses, killHard, postmasterOf} from '../src/testing/kill-hard.ts';
import {randomNumbers} from '../src/testing/random-numbers.ts';

const launcher = fileURLToPath(new URL('../bin/buurtkit.mjs', import.meta.url));
const {seed, figure, note, write} = proof('import-under-kill');
const random = randomNumbers(seed);
const rowCount = 5000;
const batchSize = 500;

let folder = '';
let environment: NodeJS.ProcessEnv = {};
let server: ChildProcess;
let databaseUrl = '';
let postmaster = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtkit-kill-'));
  // As root PostgreSQL runs as another user, who has to reach it.
  await chmod(folder, 0o755);
  environment = {...process.env, BUURTKIT_DATA: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'development'};
  delete environment['DATABASE_URL'];
  delete environment['DATABASE_APP_URL'];
  await startServer();
});

afterAll(async () => {
  server.kill('SIGTERM');
  await ended(server);
  await rm(folder, {recursive: true, force: true});
});

type Killed = {name: string; victims(importer: ChildProcess): Promise<number[]>};

const kills: Killed[] = [
  {name: 'server and database', victims: async () => [pidOf(server), ...(await databaseProcesses(postmaster))]},
  {name: 'import command', victims: async (importer) => [pidOf(importer)]},
];

test.each(kills)(
  'five thousand rows, $name killed ten times with a batch in flight: what was acknowledged is there once, and none half',
  async ({name, victims}) => {
    const file = join(folder, 'rows.csv');
    await writeFile(file, rows());
    const acknowledgedEach: number[] = [];
    let unacknowledged = 0;
    for (let round = 0; acknowledgedEach.length < 10; round += 1) {
      if (round > 60) throw new Error('Too many imports were over before the kill.');
      const community = `${name.replaceAll(' ', '-')}-${round}`;
      await command('communities', 'create', community, '--name', community, '--kind', 'municipality');

      const importer = start('import', file, '--community', community, '--commit', '--json');
      const isInFlight = await killAtRandom(importer, victims);
      const acknowledged = lastAcknowledgedLine(importer.output());
      if (hasEnded(server)) await startServer();
      if (!isInFlight) continue;
      await lastTransactionEnds();

      const kept = await whatIsThere(community);
      expect(kept.half).toBe(0);
      expect(kept.lines.length % batchSize).toBe(0);
      expect(new Set(kept.lines).size).toBe(kept.lines.length);
      expect(kept.lines.length).toBeGreaterThanOrEqual(Math.max(acknowledged - 1, 0));
      expect(kept.lines).toEqual(Array.from({length: kept.lines.length}, (_, index) => index + 2));
      unacknowledged += kept.lines.length - Math.max(acknowledged - 1, 0);

      const again = await command('import', file, '--community', community, '--commit', '--json');
      expect(JSON.parse(again.trim().split('\n').at(-1) ?? '')).toMatchObject({
        counts: {created: rowCount - kept.lines.length, unchanged: kept.lines.length},
      });
      const whole = await whatIsThere(community);
      expect(whole).toMatchObject({half: 0, initiatives: rowCount, events: rowCount, lastEvent: rowCount});
      acknowledgedEach.push(Math.max(acknowledged - 1, 0));
    }
    figure(`${name}: kills with a batch in flight`, acknowledgedEach.length);
    figure(`${name}: rows acknowledged before each kill`, acknowledgedEach.join(', '));
    figure(`${name}: acknowledged rows lost, rows doubled, rows half there`, '0, 0, 0');
    figure(`${name}: rows kept whose acknowledgement the kill cut off`, unacknowledged);
  },
);

afterAll(async () => {
  note(
    `An import of ${rowCount.toLocaleString('en')} rows tells each batch of ${batchSize} once it is committed. The processes are killed with -9 at a random moment while it runs; ` +
      'then all acknowledged rows are there once, each with its name elsewhere, its event and its log row, and repeating the import ends with every row once.',
  );
  await write();
});

function rows(): string {
  const lines = Array.from(
    {length: rowCount},
    (_, index) => `Initiatief ${index + 2},other,Regel ${index + 2} van het bestand.,bron,${index + 2}`,
  );
  return ['name,kind,summary_nl,externalSource,externalId', ...lines, ''].join('\n');
}

async function killAtRandom(importer: Started, victims: Killed['victims']): Promise<boolean> {
  const batches = Math.floor(random() * (rowCount / batchSize));
  while (!hasEnded(importer.child) && countAcknowledged(importer.output()) < batches) await sleep(1);
  if (batches === 0) while (!hasEnded(importer.child) && !(await isImporting())) await sleep(1);
  await sleep(random() * 120);
  const pids = await victims(importer.child);
  const isInFlight = !hasEnded(importer.child) && countAcknowledged(importer.output()) < rowCount / batchSize;
  for (const pid of pids) killHard(pid);
  await importer.isOver;
  if (pids.includes(pidOf(server))) await ended(server);
  return isInFlight && countAcknowledged(importer.output()) < rowCount / batchSize;
}

async function isImporting(): Promise<boolean> {
  const [row] = await query<{count: string}>(`select count(*) from imports where state = 'committing' and committed_line = 0`);
  return Number(row?.count) > 0;
}

function countAcknowledged(output: string): number {
  return output.split('\n').filter((line) => line.startsWith('{"committed"') && line.endsWith('}')).length;
}

function lastAcknowledgedLine(output: string): number {
  const lines = output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{"committed"'));
  return lines.length === 0 ? 0 : (JSON.parse(lines.at(-1) ?? '') as {committed: {line: number}}).committed.line;
}

/** What a community has of the file; half is an initiative without its name elsewhere, its event or its log row. */
async function whatIsThere(community: string) {
  const lines = await query<{line: number; isWhole: boolean}>(
    `select substring(i.name from '\\d+$')::integer as line,
       i.summary ->> 'nl' = 'Regel ' || substring(i.name from '\\d+$') || ' van het bestand.'
       and (select count(*) from external_ids x where x.community_id = i.community_id and x.target_id = i.id and x.external_id = substring(i.name from '\\d+$')) = 1
       and (select count(*) from events e where e.community_id = i.community_id and e.subject_id = i.id) = 1
       and (select count(*) from import_rows r where r.community_id = i.community_id and r.target_id = i.id) = 1 as "isWhole"
     from initiatives i join communities c using (community_id) where c.slug = $1 order by 1`,
    [community],
  );
  const [counts] = await query<{events: string; last: string}>(
    `select (select count(*) from events e where e.community_id = h.community_id) as events, h.sequence as last
     from event_heads h join communities c using (community_id) where c.slug = $1`,
    [community],
  );
  return {
    lines: lines.map((row) => row.line),
    half: lines.filter((row) => !row.isWhole).length,
    initiatives: lines.length,
    events: Number(counts?.events),
    lastEvent: Number(counts?.last),
  };
}

type Started = {child: ChildProcess; output(): string; isOver: Promise<unknown>};

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [launcher, ...args], {env: environment, stdio: ['ignore', 'pipe', 'ignore']});
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  // Its output is whole when its pipe is closed, which is later than its end.
  return {child, output: () => output, isOver: once(child, 'close')};
}

async function command(...args: string[]): Promise<string> {
  const {child, output, isOver} = start(...args);
  await isOver;
  if (child.exitCode !== 0) throw new Error(`buurtkit ${args.join(' ')} ended with ${child.exitCode}: ${output()}`);
  return output();
}

async function startServer(): Promise<void> {
  const started = start('serve');
  server = started.child;
  while (!started.output().includes('Buurtkit: ')) {
    if (hasEnded(server)) throw new Error(`serve ended with ${server.exitCode}`);
    await sleep(10);
  }
  databaseUrl = (await command('database-url')).trim();
  postmaster = await postmasterOf(databaseUrl);
}

/** PostgreSQL notices only after a moment that a client is gone, and may just have been told to commit. */
async function lastTransactionEnds(): Promise<void> {
  const busy = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start is not null`;
  while ((await query(busy)).length > 0) await sleep(5);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('a process did not start');
  return child.pid;
}

async function query<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({connectionString: databaseUrl});
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
