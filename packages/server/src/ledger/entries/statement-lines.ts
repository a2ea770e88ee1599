import type {EntryKind, StatementLine} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import type {TrxScope} from '../../scope.ts';
import {namedAccounts} from '../accounts/named-accounts.ts';

type LineRow = {
  entry_id: string;
  sequence: string;
  version: string;
  kind: EntryKind;
  occurred_at: Date;
  minutes: string;
  balance_after: string;
  other_side: string | null;
  others: string;
  memo: string | null;
  is_by_desk: boolean;
  reverses: string | null;
  reversed_by: string | null;
};

/** A line with its place in the account, which a page goes on from. */
export type PlacedLine = {version: string; line: StatementLine};

/**
 * What moved on an account, postings `p` that a condition holds for. The other side is told when it is one: who gave to thirty at
 * once sees thirty, each of them sees who gave.
 */
export async function findLines(
  scope: TrxScope,
  accountId: string,
  {where = sql`true`, order, limit}: {where?: RawBuilder<unknown>; order: 'first' | 'last'; limit?: number},
): Promise<PlacedLine[]> {
  const {rows} = await sql<LineRow>`
    select p.entry_id, p.sequence, p.version, e.kind, p.occurred_at, p.minutes, p.balance_after, o.other_side, o.others, m.memo,
      e.on_behalf_of is not null as is_by_desk, e.reverses, r.id as reversed_by
    from postings p
      join entries e on e.community_id = p.community_id and e.id = p.entry_id
      left join entries r on r.community_id = e.community_id and r.reverses = e.id
      left join entry_memos m on m.community_id = p.community_id and m.entry_id = p.entry_id
      cross join lateral (
        select count(*) as others, case when count(*) filter (where sign(x.minutes) <> sign(p.minutes)) = 1
          then min(x.account_id::text) filter (where sign(x.minutes) <> sign(p.minutes)) end as other_side
        from postings x where x.community_id = p.community_id and x.entry_id = p.entry_id and x.account_id <> p.account_id
      ) o
    where p.community_id = ${scope.community.id} and p.account_id = ${accountId} and ${where}
    order by p.version ${order === 'first' ? sql`asc` : sql`desc`}
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(scope.trx);
  const named = await namedAccounts(
    scope,
    rows.map(({other_side}) => other_side),
  );
  return rows.map((row) => ({version: row.version, line: representLine(row, named)}));
}

function representLine(row: LineRow, named: Awaited<ReturnType<typeof namedAccounts>>): StatementLine {
  const other = row.other_side === null ? undefined : named.get(row.other_side);
  const counterparty = other === undefined || other.kind === 'issuance' ? null : other;
  return {
    entryId: row.entry_id,
    sequence: Number(row.sequence),
    kind: row.kind,
    occurredAt: row.occurred_at.toISOString(),
    minutes: Number(row.minutes),
    balanceMinutes: Number(row.balance_after),
    counterparty,
    others: Number(row.others) - (other === undefined ? 0 : 1),
    memo: row.memo,
    isByDesk: row.is_by_desk,
    reverses: row.reverses,
    reversedBy: row.reversed_by,
  };
}
