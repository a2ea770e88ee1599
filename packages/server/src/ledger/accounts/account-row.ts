import {accountKinds, type Account, type AccountKind, type Counterparty, type Language} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import type {TrxScope} from '../../scope.ts';

export type AccountRow = {
  id: string;
  kind: AccountKind;
  owner_id: string | null;
  number: string;
  name: string | null;
  is_frozen: boolean;
  closed_at: Date | null;
  opened_at: Date;
  version: string;
  /** Whole minutes; bigint arrives as a string. */
  balance: string;
  held: string;
  incoming: string;
  lower: string | null;
  upper: string | null;
};

/** Accounts `a` of this community that a condition holds for, with what is kept apart at this moment. */
export async function findAccountRows(scope: TrxScope, condition: RawBuilder<unknown>): Promise<AccountRow[]> {
  const heldOn = (side: 'from_account_id' | 'to_account_id') => sql`coalesce((
    select sum(h.minutes) from holds h where h.community_id = a.community_id and ${sql.ref(`h.${side}`)} = a.id
      and h.state = 'held' and h.expires_at > ${scope.now}), 0)`;
  const {rows} = await sql<AccountRow>`
    select a.id, a.kind, a.owner_id, a.number, coalesce(m.name, i.name, p.name) as name, a.is_frozen, a.closed_at, a.opened_at, a.version,
      a.balance, ${heldOn('from_account_id')} as held, ${heldOn('to_account_id')} as incoming,
      lower_limit(a, s) as lower, upper_limit(a, s) as upper
    from accounts a
      join credit_settings s on s.community_id = a.community_id
      left join members m on a.kind = 'member' and m.community_id = a.community_id and m.id = a.owner_id
      left join initiatives i on a.kind = 'initiative' and i.community_id = a.community_id and i.id = a.owner_id
      left join partners p on a.kind = 'partner' and p.community_id = a.community_id and p.id = a.owner_id
    where a.community_id = ${scope.community.id} and ${condition}`.execute(scope.trx);
  return rows;
}

export async function findAccountRow(scope: TrxScope, id: string): Promise<AccountRow | undefined> {
  const [row] = await findAccountRows(scope, sql`a.id = ${id}`);
  return row;
}

/** What others call it: a name, or for who gave none the number. */
export function nameOf({kind, name, number}: Pick<AccountRow, 'kind' | 'name' | 'number'>, language: Language): string {
  if (name !== null) return name;
  return kind === 'fund' || kind === 'issuance' ? accountKinds[kind][language] : `${accountKinds[kind][language]} ${number}`;
}

export function representCounterparty(row: AccountRow, language: Language): Counterparty {
  return {accountId: row.id, kind: row.kind, name: nameOf(row, language), number: row.number};
}

export function representAccount(row: AccountRow, language: Language, expiring: Account['expiring'] = null): Account {
  const minutes = Number(row.balance);
  const heldMinutes = Number(row.held);
  const minMinutes = row.lower === null ? null : Number(row.lower);
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    name: nameOf(row, language),
    minutes,
    heldMinutes,
    incomingMinutes: Number(row.incoming),
    availableMinutes: minMinutes === null ? null : Math.max(0, minutes - heldMinutes - minMinutes),
    minMinutes,
    maxMinutes: row.upper === null ? null : Number(row.upper),
    isFrozen: row.is_frozen,
    closedAt: row.closed_at?.toISOString() ?? null,
    openedAt: row.opened_at.toISOString(),
    expiring,
    version: Number(row.version),
  };
}
