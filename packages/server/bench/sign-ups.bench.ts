import {createCommunity} from '../src/communities/create-community.ts';
import {findCommunity} from '../src/communities/store.ts';
import type {OpenedDatabase} from '../src/db/open-database.ts';
import type {Scope} from '../src/scope.ts';
import {createOpportunity} from '../src/volunteering/opportunities/create-opportunity.ts';
import {createShift} from '../src/volunteering/shifts/create-shift.ts';
import {signUp} from '../src/volunteering/signups/sign-up.ts';
import pg from 'pg';
import {benchDatabase} from './bench-database.ts';

type Bench = {measure(name: string, act: () => unknown, options?: {repetitions?: number}): Promise<number>};

const inARow = 100;
const atOnce = 8;
const repetitions = 10;

/** Signing up at one shift and spread over a hundred, next to the least that a transaction that inserts a row costs. */
export async function bench({measure}: Bench): Promise<void> {
  const opened = await benchDatabase();
  const scope = await aScope(opened);
  const shifts = await Promise.all(Array.from({length: 100}, () => aShift({...scope, caller: {kind: 'command'}})));
  const [first = ''] = shifts;
  let number = 0;
  const one = (shiftId: string) => {
    number += 1;
    return signUp(scope, {shiftId, name: `Bewoner ${number}`, email: `bewoner-${number}@example.nl`, ageBand: '18+', locale: 'nl'});
  };

  await measure(`${inARow} sign-ups at one shift, ${atOnce} at once`, () => crowd(() => one(first)), {repetitions});
  await measure(`${inARow} sign-ups spread over 100 shifts, ${atOnce} at once`, () => crowd((index) => one(shifts[index] ?? first)), {
    repetitions,
  });

  const pool = new pg.Pool({connectionString: opened.urls.owner, max: atOnce});
  await pool.query('create table if not exists bench_signups (id uuid primary key default uuidv7(), shift_id text, name text)');
  await measure(
    `${inARow} bare transactions through pg that insert a row, ${atOnce} at once`,
    () => crowd((index) => bare(pool, shifts[index] ?? first)),
    {
      repetitions,
    },
  );
  await pool.end();
  await opened.close();
}

async function crowd(act: (index: number) => Promise<unknown>): Promise<void> {
  const numbers = Array.from({length: inARow}, (_, index) => index).values();
  const work = async () => {
    for (const index of numbers) await act(index);
  };
  await Promise.all(Array.from({length: atOnce}, work));
}

async function bare(pool: pg.Pool, shiftId: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('insert into bench_signups (shift_id, name) values ($1, $2)', [shiftId, 'Bewoner']);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function aScope({database}: OpenedDatabase): Promise<Scope> {
  await createCommunity(database.owner, {slug: 'menigte', name: 'Menigte', kind: 'municipality'});
  const community = await findCommunity(database, 'menigte');
  if (!community) throw new Error('The community was not made.');
  return {database, community, caller: {kind: 'anonymous'}, language: 'nl', now: new Date(), publicUrl: 'http://localhost'};
}

async function aShift(scope: Scope): Promise<string> {
  const work = {title: {nl: 'Zwerfafval rapen'}, summary: {nl: 'Samen de wijk door.'}, kind: 'once'} as const;
  const {id: opportunityId} = await createOpportunity(scope, work);
  const start = scope.now.getTime() + 7 * 86_400_000;
  const {id} = await createShift(scope, {
    opportunityId,
    start: new Date(start).toISOString(),
    end: new Date(start + 7_200_000).toISOString(),
    roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 10_000}],
  });
  return id;
}
