import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';

export const wakeChannel = 'buurtkit_wake';

/** Runs a sweeper right after this transaction commits, on whichever server hears it first. */
export async function wake(scope: TrxScope, name: string): Promise<void> {
  await sql`select pg_notify(${wakeChannel}, ${name})`.execute(scope.trx);
}
