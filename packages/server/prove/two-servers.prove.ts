import {writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Event} from '@buurtkit/contract';
import pg from 'pg';
import {afterAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess} from '../src/testing/own-process.ts';

const found = proof('two-servers');
const folder = await aDataFolder();
const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn'};
const one = await startServerProcess(environment);
const databaseUrl = (await runBuurtkit(['database-url'], environment)).stdout.trim();
const other = await startServerProcess({DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn'});
const servers = [one.url, other.url];
const database = new pg.Client({connectionString: databaseUrl});
await database.connect();

afterAll(async () => {
  await database.end();
  const ends = [await endProcess(other), await endProcess(one)];
  found.figure('answers 503 with Retry-After, all of them answered well later', comeAgain);
  found.figure('exit codes', ends.map(({code}) => code).join(', '));
  found.figure(
    'lines that either server logged as a warning or worse',
    (one.printed.stderr + other.printed.stderr).split('\n').filter((line) => line.startsWith('{')).length,
  );
  found.note('Two server processes on one PostgreSQL, over HTTP.');
  await found.write();
  await folder.remove();
  expect(ends.map(({code}) => code)).toEqual([0, 0]);
});

async function aCommunity(slug: string): Promise<{path: string; key: string}> {
  await runBuurtkit(['communities', 'create', slug], environment);
  const {stdout} = await runBuurtkit(['keys', 'create', '--community', slug, '--role', 'admin', '--json'], environment);
  return {path: `/v1/communities/${slug}`, key: (JSON.parse(stdout) as {key: string}).key};
}

const serverFor = (number: number) => servers[number % 2] ?? '';

let comeAgain = 0;

/** Writes as the SDK does: whoever hears that it is too busy now comes again with the same key. */
async function add({path, key}: {path: string; key: string}, number: number, name: string, idempotencyKey: string): Promise<Response> {
  const response = await fetch(`${serverFor(number)}${path}/initiatives`, {
    method: 'POST',
    body: JSON.stringify({name, kind: 'other', summary: {nl: 'Samen.'}}),
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': idempotencyKey},
  });
  const seconds = Number(response.headers.get('Retry-After'));
  if (response.status !== 503 || seconds === 0) return response;
  comeAgain += 1;
  await sleep(seconds * 1000);
  return add({path, key}, number, name, idempotencyKey);
}

async function countNamed(name: string): Promise<number> {
  const {rows} = await database.query<{count: string}>('select count(*) from initiatives where name = $1', [name]);
  return Number(rows[0]?.count);
}

const upTo = (count: number) => Array.from({length: count}, (_, index) => index + 1);
const isReplay = ({headers}: Response) => headers.get('Idempotency-Replayed') === 'true';

test('both serve the same', async () => {
  const read = async (server: string, path: string) => {
    const response = await fetch(`${server}${path}`);
    return {etag: response.headers.get('ETag'), text: (await response.text()).replaceAll(server.replace('127.0.0.1', 'localhost'), '')};
  };

  for (const path of [
    '/v1/communities?limit=100',
    '/v1/communities/buurtkracht/initiatives?facets=kind,theme&limit=100',
    '/v1/communities/buurtkracht/events?limit=100',
  ])
    expect((await read(one.url, path)).text).toBe((await read(other.url, path)).text);
  const [total] = await Promise.all(
    servers.map(
      async (server) => ((await (await fetch(`${server}/v1/communities/buurtkracht/initiatives`)).json()) as {total: number}).total,
    ),
  );
  found.figure('initiatives of buurtkracht on either', total ?? 0);
  expect(total).toBe(16);
});

test('a crowd with one key at two doors makes one thing', async () => {
  const community = await aCommunity('een-sleutel');
  let replays = 0;
  const rounds = 10;
  for (const round of upTo(rounds)) {
    const crowd = await Promise.all(upTo(100).map((number) => add(community, number, `Ronde ${round}`, `one-key-in-round-${round}`)));

    expect(crowd.map(({status}) => status)).toEqual(upTo(100).map(() => 201));
    expect(crowd.filter(isReplay)).toHaveLength(99);
    expect(new Set(await Promise.all(crowd.map((response) => response.text()))).size).toBe(1);
    expect(await countNamed(`Ronde ${round}`)).toBe(1);
    replays += crowd.filter(isReplay).length;
  }
  found.figure('writers with one key', `${rounds} × 100 → ${rounds} effects, ${replays} replays`);
});

test('a crowd with keys of their own makes as many things, each sent twice to either door', async () => {
  const community = await aCommunity('eigen-sleutels');
  const start = performance.now();
  const crowd = await Promise.all(upTo(400).map((number) => add(community, number, `Velen ${number % 200}`, `own-key-${number % 200}`)));
  const seconds = (performance.now() - start) / 1000;

  expect(new Set(crowd.map(({status}) => status))).toEqual(new Set([201]));
  expect(crowd.filter(isReplay)).toHaveLength(200);
  expect((await database.query(`select from initiatives where name like 'Velen %'`)).rowCount).toBe(200);
  found.figure('writers with 200 keys, each twice', `400 in ${seconds.toFixed(1)} s → 200 effects, 200 replays`);
});

test('who polls one door after the other, while both write and an import runs, misses nothing and sees nothing twice', async () => {
  const community = await aCommunity('peilen');
  await runBuurtkit(
    ['communities', 'create', 'peilstreek', '--kind', 'region', '--member', 'peilen', '--member', 'eemsdelta'],
    environment,
  );
  const file = join(dirname(folder.path), 'import.csv');
  await writeFile(
    file,
    ['slug,name,kind,summary_nl', ...upTo(3000).map((number) => `r-${number},Winkel ${number},shop,Samen.`), ''].join('\r\n'),
  );
  let isWriting = true;
  const poll = async (path: string) => {
    const seen: Event[] = [];
    let after = '';
    let polls = 0;
    for (;;) {
      const isLast = !isWriting;
      polls += 1;
      const response = await fetch(`${serverFor(polls)}${path}/events?limit=37${after && `&after=${after}`}`);
      const page = (await response.json()) as {data: Event[]; next: string; hasMore: boolean};
      seen.push(...page.data);
      after = page.next;
      if (isLast && !page.hasMore) return {seen, polls};
    }
  };

  const readers = [poll(community.path), poll(community.path), poll('/v1/communities/peilstreek')];
  const writers = upTo(300).map((number) => add(community, number, `Tuin ${number}`, `polled-write-${number}`));
  const [imported, ...written] = await Promise.all([
    runBuurtkit(['import', file, '--community', 'peilen', '--commit'], environment),
    ...writers,
  ]);
  isWriting = false;
  const results = await Promise.all(readers);

  expect(imported.code).toBe(0);
  expect(new Set(written.map(({status}) => status))).toEqual(new Set([201]));
  for (const {seen} of results) {
    const own = seen.filter(({data}) => data.community === 'peilen');
    expect(own.map(({sequence}) => Number(sequence))).toEqual(upTo(3300));
    expect(new Set(own.map(({data}) => data.id)).size).toBe(3300);
  }
  found.figure('changes read by each of three pollers', 3300);
  found.figure('polls', results.map(({polls}) => polls).join(', '));
});

test('of two editors at two doors one is told to look again, a hundred times', async () => {
  const community = await aCommunity('redactie');
  await add(community, 0, 'Samen bewerkt', 'make-the-shared-page');
  const path = `${community.path}/initiatives/samen-bewerkt`;
  let tag = (await fetch(`${one.url}${path}`)).headers.get('ETag') ?? '';
  const edit = (number: number, round: number) =>
    fetch(`${serverFor(number)}${path}`, {
      method: 'PATCH',
      body: JSON.stringify({name: `Ronde ${round}, redacteur ${number}`}),
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${community.key}`,
        'Idempotency-Key': `edit-${round}-by-${number}`,
        'If-Match': tag,
      },
    });

  for (const round of upTo(100)) {
    const answers = await Promise.all([edit(0, round), edit(1, round)]);
    expect(answers.map(({status}) => status).sort()).toEqual([200, 412]);
    tag = answers.find(({status}) => status === 200)?.headers.get('ETag') ?? '';
  }
  found.figure('rounds of two editors', '100, each with one change and one 412');
});
