import {ledgerFormat, type Checkpoint, type Fund, type LedgerHead} from '@buurtkit/contract';
import {sql} from 'kysely';
import {Temporal} from 'temporal-polyfill';
import {inTimeZone} from '../../clock/in-time-zone.ts';
import type {Scope} from '../../scope.ts';

/** Nothing is told about fewer people than this. */
const fewest = 5;

export async function readHead({database, community}: Scope): Promise<LedgerHead> {
  const row = await database.public
    .selectFrom('ledger_heads')
    .select(['sequence', 'hash'])
    .where('community_id', '=', community.id)
    .executeTakeFirst();
  return {
    communityId: community.id,
    format: ledgerFormat,
    sequence: Number(row?.sequence ?? 0),
    hash: row?.hash.toString('hex') ?? '0'.repeat(64),
  };
}

/** The end of the ledger on each of the last 366 days that had one written down. */
export async function listCheckpoints({database, community}: Scope): Promise<Checkpoint[]> {
  const rows = await database.public
    .selectFrom('checkpoints')
    .selectAll()
    .where('community_id', '=', community.id)
    .orderBy('day', 'desc')
    .limit(366)
    .execute();
  return rows.map(({day, sequence, hash, balances_hash}) => ({
    day,
    sequence: Number(sequence),
    hash: hash.toString('hex'),
    balancesHash: balances_hash.toString('hex'),
  }));
}

type Figures = {fund_minutes: string | null; given_minutes: string; givers: string};

/** What was given this year, by how many, and what is in the fund; nothing while that would be about a few people. */
export async function readFund({database, community, now}: Scope): Promise<Fund> {
  const {year} = inTimeZone(now, community.timeZone);
  const since = new Date(Temporal.PlainDate.from({year, month: 1, day: 1}).toZonedDateTime(community.timeZone).epochMilliseconds);
  const {rows} = await sql<Figures>`select * from fund_figures(${community.id}, ${since})`.execute(database.public);
  const people = Number(rows[0]?.givers ?? 0);
  if (people < fewest) return {year, people: null, givenMinutes: null, fundMinutes: null};
  return {year, people, givenMinutes: Number(rows[0]!.given_minutes), fundMinutes: Number(rows[0]!.fund_minutes ?? 0)};
}
