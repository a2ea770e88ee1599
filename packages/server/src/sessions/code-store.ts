import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';

const minute = 60_000;

/** How long a code works. */
export const codeWorksFor = 10 * minute;
/** How often a code may be tried, the time it is right included. */
export const triesPerCode = 5;
/** How many codes an address gets: with five tries each, fifty guesses a day at a million codes. */
export const codesPerHour = 5;
export const codesPerDay = 10;

/** Whether this address may have one more; those who ask for it at once are counted one after the other. */
export async function hasCodeLeft(scope: TrxScope, addressKey: Buffer): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${addressKey.toString('hex')}, 0))`.execute(scope.trx);
  const ago = (minutes: number) => new Date(scope.now.getTime() - minutes * minute);
  const {rows} = await sql<{hour: string; day: string}>`
    select count(*) filter (where created_at > ${ago(60)}) as hour, count(*) as day from sign_in_codes
    where community_id = ${scope.community.id} and address_key = ${addressKey} and created_at > ${ago(1440)}`.execute(scope.trx);
  return Number(rows[0]?.hour) < codesPerHour && Number(rows[0]?.day) < codesPerDay;
}

export async function insertCode(scope: TrxScope, addressKey: Buffer, hash: Buffer): Promise<string> {
  const {id} = await scope.trx
    .insertInto('sign_in_codes')
    .values({
      community_id: scope.community.id,
      address_key: addressKey,
      hash,
      created_at: scope.now,
      expires_at: new Date(scope.now.getTime() + codeWorksFor),
      used_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type TriedCode = {id: string; hash: Buffer; expires_at: Date; used_at: Date | null};

/** Counts a try on every code of this address that has tries left, and gives those: whoever tries at once waits in line. */
export async function tryCodes(scope: TrxScope, addressKey: Buffer): Promise<TriedCode[]> {
  return scope.trx
    .updateTable('sign_in_codes')
    .set((eb) => ({tries: eb('tries', '+', 1)}))
    .where('community_id', '=', scope.community.id)
    .where('address_key', '=', addressKey)
    .where('tries', '<', triesPerCode)
    .returning(['id', 'hash', 'expires_at', 'used_at'])
    .execute();
}

export async function markCodeUsed(scope: TrxScope, id: string): Promise<void> {
  await scope.trx
    .updateTable('sign_in_codes')
    .set({used_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
}
