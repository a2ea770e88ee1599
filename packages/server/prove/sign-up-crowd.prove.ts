import {setTimeout as sleep} from 'node:timers/promises';
import type {SignupReceipt} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess} from '../src/testing/own-process.ts';

const runs = Number(process.env['BUURTKIT_CROWD_RUNS'] ?? 50);
const people = 200;
const places = 5;
const waiting = 10;

const found = proof('sign-up-crowd');
const folder = await aDataFolder();
const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn', BUURTKIT_DEFENCES: 'off'};
const one = await startServerProcess(environment);
const databaseUrl = (await runBuurtkit(['database-url'], environment)).stdout.trim();
const other = await startServerProcess({DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', BUURTKIT_DEFENCES: 'off'});
const servers = [one.url, other.url];

let comeAgain = 0;
const times: number[] = [];

afterAll(async () => {
  const ends = [await endProcess(other), await endProcess(one)];
  found.figure('answers 503 or 409 in-flight, all of them answered well later', comeAgain);
  found.figure(
    'median time until the whole crowd had its answer, ms',
    Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0),
  );
  found.figure('exit codes', ends.map(({code}) => code).join(', '));
  found.note(`${people} people sign up at once, over HTTP to two server processes on one PostgreSQL, without proofs of work and limits.`);
  await found.write();
  await folder.remove();
  expect(ends.map(({code}) => code)).toEqual([0, 0]);
});

const path = '/v1/communities/menigte';
await runBuurtkit(['communities', 'create', 'menigte'], environment);
const {key} = JSON.parse(
  (await runBuurtkit(['keys', 'create', '--community', 'menigte', '--role', 'admin', '--json'], environment)).stdout,
) as {
  key: string;
};

type Answer = Partial<SignupReceipt> & {id: string; code?: string};

async function post(server: string, route: string, body: unknown, {once = crypto.randomUUID(), isStaff = false} = {}) {
  for (;;) {
    const response = await fetch(`${server}${path}/${route}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': once, ...(isStaff && {Authorization: `Bearer ${key}`})},
    });
    const answer = (await response.json()) as Answer;
    const mayComeAgain = response.status === 503 || answer.code === 'idempotency.in-flight';
    if (!mayComeAgain) return {status: response.status, answer, isReplay: response.headers.get('Idempotency-Replayed') === 'true'};
    comeAgain += 1;
    await sleep(1000 * Number(response.headers.get('Retry-After') ?? 1));
  }
}

async function aShift(): Promise<string> {
  const work = {title: {nl: 'Zwerfafval rapen'}, summary: {nl: 'Samen de wijk door.'}, kind: 'once'};
  const {answer: opportunity} = await post(one.url, 'opportunities', work, {isStaff: true});
  const start = Date.now() + 7 * 86_400_000;
  const shift = {
    opportunityId: opportunity.id,
    start: new Date(start).toISOString(),
    end: new Date(start + 7_200_000).toISOString(),
    roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: places}],
    waitlist: {enabled: true, max: waiting},
  };
  return (await post(one.url, 'shifts', shift, {isStaff: true})).answer.id;
}

const person = (shiftId: string, number: number) => ({
  shiftId,
  name: `Bewoner ${number}`,
  email: `bewoner-${number}@example.nl`,
  ageBand: '18+',
  locale: 'nl',
});

test(`${people} who press at once for ${places} places and a row of ${waiting}, ${runs} times: never one too many`, async () => {
  const outcomes: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const shiftId = await aShift();
    const start = performance.now();
    const answers = await Promise.all(
      Array.from({length: people}, (_, number) => post(servers[number % 2] ?? '', 'signups', person(shiftId, number))),
    );
    times.push(performance.now() - start);
    const placed = answers.filter(({answer}) => answer.state === 'awaiting-email').length;
    const positions = answers.flatMap(({answer}) => answer.position ?? []).toSorted((a, b) => a - b);
    const full = answers.filter(({answer}) => answer.code === 'signup.full').length;
    outcomes.push(JSON.stringify({placed, positions, full}));
  }
  const expected = JSON.stringify({
    placed: places,
    positions: Array.from({length: waiting}, (_, index) => index + 1),
    full: people - places - waiting,
  });
  found.figure(`runs of ${people} for ${places} places and ${waiting} to wait`, runs);
  found.figure('runs with another outcome than 5, 10 in order, 185 full', outcomes.filter((outcome) => outcome !== expected).length);
  expect(outcomes.filter((outcome) => outcome !== expected)).toEqual([]);
}, 1_800_000);

test('the same key sent twice at once, to two servers, is one sign-up with the same answer', async () => {
  const shiftId = await aShift();
  const once = crypto.randomUUID();

  const twice = await Promise.all(servers.map((server) => post(server, 'signups', person(shiftId, 1), {once})));

  expect(new Set(twice.map(({answer}) => JSON.stringify(answer))).size).toBe(1);
  expect(twice.filter(({isReplay}) => isReplay)).toHaveLength(1);
});
