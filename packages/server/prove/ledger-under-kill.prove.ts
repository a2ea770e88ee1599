import {setTimeout as sleep} from 'node:timers/promises';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {openDatabase, type Database} from '../src/db/database.ts';
import {uuidv7} from '../src/http/uuid.ts';
import {verifyLedger} from '../src/ledger/proof/verify-ledger.ts';
import {aLedger, aMemberOf} from '../src/ledger/testing/a-ledger.ts';
import {databaseProcesses, killHard, postmasterOf} from '../src/testing/kill-hard.ts';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess, type ServerProcess} from '../src/testing/own-process.ts';
import {randomNumbers} from '../src/testing/random-numbers.ts';

const rounds = 20;
const clients = 8;
const found = proof('ledger-under-kill');
const random = randomNumbers(found.seed);
const folder = await aDataFolder();
const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'silent', BUURTKIT_DEFENCES: 'off'};

type Running = {server: ServerProcess; database: Database; postmaster: number};

async function begin(): Promise<Running> {
  const server = await startServerProcess(environment);
  const url = (await runBuurtkit(['database-url'], environment)).stdout.trim();
  return {server, database: openDatabase({owner: url, app: url}, () => undefined), postmaster: await postmasterOf(url)};
}

let running = await begin();
const opened = {database: running.database, urls: {owner: '', app: ''}, close: async () => undefined};
const ledger = await aLedger(opened, {memberMin: -5_000_000});
const members = [await aMemberOf(opened, ledger), await aMemberOf(opened, ledger), await aMemberOf(opened, ledger)];
const path = `/v1/communities/${ledger.scope.community.slug}/transfers`;

afterAll(async () => {
  await running.database.close();
  await endProcess(running.server);
  found.note(
    `${clients} clients send transfers, each with a key of its own, while a process is killed with -9 at a random moment; then the server is started again. ` +
      'What was acknowledged has to be there once, with its amount; whatever got no answer is sent again with the same key, and has to be there once as well.',
  );
  await found.write();
  await folder.remove();
});

type Transfer = {key: string; from: number; minutes: number; outcome: 'acknowledged' | 'unknown'};

async function send({key, from, minutes}: Transfer): Promise<Response | null> {
  const body = JSON.stringify({toAccountId: members[(from + 1) % members.length]!.accountId, minutes});
  const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${members[from]!.token}`, 'Idempotency-Key': key};
  try {
    const response = await fetch(`${running.server.url}${path}`, {method: 'POST', body, headers});
    // Half an answer is none.
    await response.text();
    return response;
  } catch {
    return null;
  }
}

/** Sends until the server is gone; tells how many were under way when the kill came. */
async function flood(kill: () => Promise<void>): Promise<{transfers: Transfer[]; inFlight: number}> {
  const transfers: Transfer[] = [];
  let underWay = 0;
  let isOver = false;
  const client = async () => {
    while (!isOver) {
      const transfer: Transfer = {
        key: uuidv7(),
        from: Math.floor(random() * members.length),
        minutes: 15 * (1 + Math.floor(random() * 8)),
        outcome: 'unknown',
      };
      transfers.push(transfer);
      underWay += 1;
      const response = await send(transfer);
      underWay -= 1;
      if (response?.status === 201) transfer.outcome = 'acknowledged';
      else isOver = true;
    }
  };
  const all = Promise.all(Array.from({length: clients}, client));
  await sleep(300 + random() * 1200);
  const inFlight = underWay;
  await kill();
  isOver = true;
  await all;
  return {transfers, inFlight};
}

async function minutesOf(transfers: readonly Transfer[]): Promise<Map<string, number>> {
  const {rows} = await sql<{id: string; minutes: string}>`
    select e.id, sum(p.minutes) filter (where p.minutes > 0) as minutes from entries e
      join postings p on p.community_id = e.community_id and p.entry_id = e.id
    where e.community_id = ${ledger.scope.community.id} and e.id = any(${transfers.map(({key}) => key)}::uuid[])
    group by e.id`.execute(running.database.owner);
  return new Map(rows.map(({id, minutes}) => [id, Number(minutes)]));
}

async function countEntries(): Promise<number> {
  const {rows} = await sql<{count: string}>`select count(*) from entries where community_id = ${ledger.scope.community.id}`.execute(
    running.database.owner,
  );
  return Number(rows[0]?.count);
}

const kills = {
  'the server': async () => {
    killHard(running.server.child.pid!);
    await running.server.ended;
  },
  'the database': async () => {
    for (const pid of await databaseProcesses(running.postmaster)) killHard(pid);
    await endProcess(running.server);
  },
};

let sentEver = 0;

test.each(Object.entries(kills))(
  '%s killed twenty times with writes in flight: nothing acknowledged is lost or doubled, and what is sent again is there once',
  async (name, kill) => {
    const acknowledgedEach: number[] = [];
    const inFlightEach: number[] = [];
    let unknown = 0;
    let writtenAfterAll = 0;
    for (let round = 0; acknowledgedEach.length < rounds; round += 1) {
      if (round > 3 * rounds) throw new Error('Too few rounds had a write in flight.');
      const {transfers, inFlight} = await flood(kill);
      await running.database.close();
      running = await begin();
      sentEver += transfers.length;
      const acknowledged = transfers.filter(({outcome}) => outcome === 'acknowledged');
      const open = transfers.filter(({outcome}) => outcome === 'unknown');

      const there = await minutesOf(transfers);
      expect(acknowledged.filter(({key, minutes}) => there.get(key) !== minutes)).toEqual([]);
      for (const transfer of open) {
        const again = await send(transfer);
        expect(again?.status).toBe(201);
        expect(again?.headers.get('Idempotency-Replayed')).toBe(there.has(transfer.key) ? 'true' : null);
      }
      expect(await minutesOf(transfers)).toEqual(new Map(transfers.map(({key, minutes}) => [key, minutes])));
      expect(await countEntries()).toBe(sentEver);
      expect(await verifyLedger({...ledger.scope, database: running.database})).toEqual([]);

      if (inFlight === 0) continue;
      acknowledgedEach.push(acknowledged.length);
      inFlightEach.push(inFlight);
      unknown += open.length;
      writtenAfterAll += open.filter(({key}) => there.has(key)).length;
    }
    expect(unknown).toBeGreaterThan(0);
    found.figure(`${name}: kills with writes in flight`, rounds);
    found.figure(`${name}: writes in flight at each kill`, inFlightEach.join(', '));
    found.figure(`${name}: acknowledged before each kill`, acknowledgedEach.join(', '));
    found.figure(`${name}: acknowledged and lost, acknowledged and doubled`, '0, 0');
    found.figure(`${name}: without an answer, of those written all the same`, `${unknown}, ${writtenAfterAll}`);
    found.figure(`${name}: verify after each round`, 'clean');
  },
);
