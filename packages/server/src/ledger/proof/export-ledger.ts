import {ledgerFormat} from '@buurtkit/contract';
import {sql} from 'kysely';
import {inTransaction, type Scope} from '../../scope.ts';
import {listCheckpoints, readHead} from './public-proof.ts';

type ExportedEntry = {
  sequence: number;
  id: string;
  kind: string;
  occurredAt: string;
  actor: string;
  onBehalfOf: string | null;
  reverses: string | null;
  reference: string | null;
  memoHash: string | null;
  hash: string;
  postings: {accountId: string; version: number; minutes: number; balance: number; salt: string}[];
};

/** The lines of an exported ledger: what it is, every entry in order, what stands on every account, every checkpoint. */
export type ExportLine =
  | {type: 'ledger'; format: string; communityId: string; sequence: number; hash: string}
  | ({type: 'entry'} & ExportedEntry)
  | {type: 'account'; id: string; kind: string; version: number; balance: number}
  | {type: 'checkpoint'; day: string; sequence: number; hash: string; balancesHash: string};

const entriesAtATime = 2000;

/** The whole ledger of a community, a JSON object per line; without what people wrote, which only its hash stands for. */
export async function* exportLedger(scope: Scope): AsyncGenerator<string> {
  for await (const line of ledgerLines(scope)) yield `${JSON.stringify(line)}\n`;
}

/** What is written while it is read comes after the head that was told first, and stays out. */
async function* ledgerLines(scope: Scope): AsyncGenerator<ExportLine> {
  const {sequence, hash, communityId} = await readHead(scope);
  yield {type: 'ledger', format: ledgerFormat, communityId, sequence, hash};
  for (let after = 0; after < sequence; after += entriesAtATime)
    for (const entry of await readEntries(scope, after, Math.min(sequence, after + entriesAtATime))) yield {type: 'entry', ...entry};
  for (const account of await readAccounts(scope, sequence)) yield {type: 'account', ...account};
  for (const checkpoint of await listCheckpoints(scope)) if (checkpoint.sequence <= sequence) yield {type: 'checkpoint', ...checkpoint};
}

async function readEntries(scope: Scope, after: number, upTo: number): Promise<ExportedEntry[]> {
  return inTransaction(scope, async ({trx, community}) => {
    const {rows} = await sql<ExportedEntry & {occurred: Date}>`
      select e.sequence::float8 as sequence, e.id, e.kind, e.occurred_at as occurred, e.actor, e.on_behalf_of as "onBehalfOf", e.reverses, e.reference,
        encode(e.memo_hash, 'hex') as "memoHash", encode(e.hash, 'hex') as hash,
        json_agg(json_build_object('accountId', p.account_id, 'version', p.version, 'minutes', p.minutes, 'balance', p.balance_after,
          'salt', encode(p.salt, 'hex')) order by p.line) as postings
      from entries e join postings p on p.community_id = e.community_id and p.entry_id = e.id
      where e.community_id = ${community.id} and e.sequence > ${after} and e.sequence <= ${upTo}
      group by e.community_id, e.id order by e.sequence`.execute(trx);
    return rows.map(({occurred, ...row}) => ({...row, occurredAt: occurred.toISOString()}));
  });
}

/** What stood on each account at the head that the export ends with. */
async function readAccounts(scope: Scope, upTo: number): Promise<{id: string; kind: string; version: number; balance: number}[]> {
  return inTransaction(scope, async ({trx, community}) => {
    const {rows} = await sql<{id: string; kind: string; version: number; balance: number}>`
      select a.id, a.kind, coalesce(l.version, 0)::float8 as version, coalesce(l.balance_after, 0)::float8 as balance
      from accounts a left join lateral (
        select p.version, p.balance_after from postings p
        where p.community_id = a.community_id and p.account_id = a.id and p.sequence <= ${upTo} order by p.version desc limit 1
      ) l on true
      where a.community_id = ${community.id} order by a.id`.execute(trx);
    return rows;
  });
}
