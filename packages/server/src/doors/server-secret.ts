import {createHmac, randomBytes} from 'node:crypto';
import type {Database} from '../db/database.ts';

/** What a secret is for: each use has its own, so that what is made for one proves nothing for another. */
export type SecretUse = 'altcha' | 'altcha-key' | 'form-token' | 'client-address' | 'mail-counts' | 'sign-in-address' | 'sign-in-code';

const known = new WeakMap<Database, Promise<Buffer>>();

/** The secret of this database, made by whoever needs it first; every process on it has the same. */
function serverSecret(database: Database): Promise<Buffer> {
  const found = known.get(database) ?? readSecret(database);
  known.set(database, found);
  found.catch(() => known.delete(database));
  return found;
}

async function readSecret({owner}: Database): Promise<Buffer> {
  await owner
    .insertInto('server_secrets')
    .values({name: 'root', secret: randomBytes(32)})
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const {secret} = await owner.selectFrom('server_secrets').select('secret').where('name', '=', 'root').executeTakeFirstOrThrow();
  return secret;
}

/** A hash that only this server can make: it tells whether two are the same, and not what they are. */
export async function keyedHash(database: Database, use: SecretUse, value: string): Promise<Buffer> {
  return createHmac('sha256', await serverSecret(database))
    .update(`${use}\n${value}`)
    .digest();
}
