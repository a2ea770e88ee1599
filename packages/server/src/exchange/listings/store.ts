import {sql, type RawBuilder} from 'kysely';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {requireMember} from '../require-member.ts';
import {listingColumns, type ToldListingRow} from './listing-row.ts';

export const columnsOfListing = sql.join(listingColumns.map((column) => sql.ref(`i.${column}`)));

export function ownerName(table: string): RawBuilder<unknown> {
  return sql`(select m.name from members m where m.community_id = ${sql.ref(`${table}.community_id`)} and m.id = ${sql.ref(`${table}.owner_id`)}) as owner_name`;
}

/** A listing; with `update` whoever decides on it or on a proposal for it comes one after the other. */
export async function findListing(scope: TrxScope, id: string, lock?: 'update'): Promise<ToldListingRow | null> {
  const {rows} = await sql<ToldListingRow>`
    select ${columnsOfListing}, ${ownerName('i')} from listings i where i.community_id = ${scope.community.id} and i.id = ${id}
    ${lock ? sql`for no key update` : sql``}`.execute(scope.trx);
  return rows[0] ?? null;
}

export async function requireListing(scope: TrxScope, id: string, lock?: 'update'): Promise<ToldListingRow> {
  const row = await findListing(scope, id, lock);
  if (!row) throw new ProblemError('listing.not-found');
  return row;
}

/** One of the caller's own; another's isn't there for this. */
export async function requireOwnListing(scope: TrxScope, id: string, lock?: 'update'): Promise<ToldListingRow> {
  const row = await requireListing(scope, id, lock);
  if (row.owner_id !== requireMember(scope)) throw new ProblemError('listing.not-found');
  return row;
}
