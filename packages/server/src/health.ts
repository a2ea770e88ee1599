import type {Health} from '@buurtkit/contract';
import {sql} from 'kysely';
import {serverVersion} from './config.ts';
import type {RequestContext} from './http/request-context.ts';

const patience = 2000;

/** Whether this process can serve: 503 when its database is gone, so that a load balancer looks elsewhere. */
export async function health(c: RequestContext): Promise<Response> {
  const {database} = c.get('services');
  const timeout = new Promise<'failing'>((resolve) => setTimeout(resolve, patience, 'failing').unref());
  const query = sql`select 1`.execute(database.public).then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
  const state = await Promise.race([query, timeout]);
  const body: Health = {status: state, database: state, version: serverVersion};
  return c.json(body, state === 'ok' ? 200 : 503, {'Cache-Control': 'no-store'});
}
