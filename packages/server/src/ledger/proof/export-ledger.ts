import {ledgerFormat} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Scope, TrxScope} from '../../scope.ts';
import {endWhenForgotten} from '../../db/end-when-forgotten.ts';
import type {ExportLine, LineOf} from './export-lines.ts';

const entriesAtATime = 2000;

/**
 * The whole ledger of a community as it stands at one moment, a JSON object per line; without what people wrote, which only its hash
 * stands for. Whoever stops reading halfway ends the transaction too.
 */
export async function* exportLedger(scope: Scope): AsyncGenerator<string> {
  const trx = await scope.database.app.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    await sql`set transaction read only`.execute(trx);
    await endWhenForgotten(trx);
    await sql`select set_config('buurtkit.community_id', ${scope.community.id}, true)`.execute(trx);
    for await (const line of ledgerLines({...scope, trx})) yield `${JSON.stringify(line)}\n`;
  } finally {
    await trx.rollback().execute();
  }
}

/** The lines of it, as they stand in a transaction that is open already. */
export async function* ledgerLines(scope: TrxScope): AsyncGenerator<ExportLine> {
  yield* await readHead(scope);
  yield* await readCheckpoints(scope);
  yield* await readAccounts(scope);
  yield* await readHolds(scope);
  for (let after = -1, entries = await readEntries(scope, after); entries.length > 0; entries = await readEntries(scope, after)) {
    yield* entries;
    after = entries.at(-1)!.sequence;
  }
  yield* await readStrays(scope);
}

async function readHead({trx, community}: TrxScope): Promise<LineOf<'ledger'>[]> {
  const {rows} = await sql<LineOf<'ledger'>>`
    select 'ledger' as type, ${ledgerFormat} as format, community_id as "communityId", sequence::float8 as sequence, encode(hash, 'hex') as hash
    from ledger_heads where community_id = ${community.id}`.execute(trx);
  return rows;
}

async function readCheckpoints({trx, community}: TrxScope): Promise<LineOf<'checkpoint'>[]> {
  const {rows} = await sql<LineOf<'checkpoint'>>`
    select 'checkpoint' as type, day::text as day, sequence::float8 as sequence, encode(hash, 'hex') as hash,
      encode(balances_hash, 'hex') as "balancesHash"
    from checkpoints where community_id = ${community.id} order by sequence, day`.execute(trx);
  return rows;
}

async function readAccounts({trx, community}: TrxScope): Promise<LineOf<'account'>[]> {
  const {rows} = await sql<LineOf<'account'>>`
    select 'account' as type, id, kind, version::float8 as version, balance::float8 as balance, held::float8 as held, incoming::float8 as incoming
    from accounts where community_id = ${community.id} order by id`.execute(trx);
  return rows;
}

async function readHolds({trx, community}: TrxScope): Promise<LineOf<'hold'>[]> {
  const {rows} = await sql<LineOf<'hold'>>`
    select 'hold' as type, id, from_account_id as "fromAccountId", to_account_id as "toAccountId", minutes::float8 as minutes
    from holds where community_id = ${community.id} and state = 'held' order by id`.execute(trx);
  return rows;
}

async function readEntries({trx, community}: TrxScope, after: number): Promise<LineOf<'entry'>[]> {
  const {rows} = await sql<Omit<LineOf<'entry'>, 'occurredAt'> & {occurred_at: Date}>`
    select 'entry' as type, e.sequence::float8 as sequence, e.id, e.kind, e.occurred_at, e.actor, e.on_behalf_of as "onBehalfOf", e.reverses,
      e.reference, encode(e.memo_hash, 'hex') as "memoHash", encode(e.hash, 'hex') as hash, p.postings
    from entries e cross join lateral (
      select coalesce(json_agg(json_strip_nulls(json_build_object(
        'accountId', p.account_id, 'version', p.version, 'minutes', p.minutes, 'balance', p.balance_after, 'salt', encode(p.salt, 'hex'),
        'sequence', nullif(p.sequence, e.sequence), 'occurredAt', nullif(p.occurred_at, e.occurred_at))) order by p.line), '[]') as postings
      from postings p where p.community_id = e.community_id and p.entry_id = e.id
    ) p
    where e.community_id = ${community.id} and e.sequence > ${after} order by e.sequence limit ${entriesAtATime}`.execute(trx);
  return rows.map(({occurred_at, ...row}) => ({...row, occurredAt: occurred_at.toISOString()}));
}

async function readStrays({trx, community}: TrxScope): Promise<LineOf<'stray'>[]> {
  const {rows} = await sql<LineOf<'stray'>>`
    select 'stray' as type, p.account_id as "accountId", p.version::float8 as version, p.sequence::float8 as sequence
    from postings p where p.community_id = ${community.id}
      and not exists (select from entries e where e.community_id = p.community_id and e.id = p.entry_id)`.execute(trx);
  return rows;
}
