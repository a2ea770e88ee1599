import {faultsOf} from '@buurtkit/contract';
import {Hono} from 'hono';
import * as z from 'zod/mini';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {requireLoopback} from '../http/require-loopback.ts';
import {runSweepers} from '../jobs/run-sweepers.ts';
import {ProblemError} from '../problem-error.ts';

const bodySchema = z.strictObject({now: z.nullable(z.iso.datetime({offset: true}))});

/** `PUT /dev/clock {"now": …}` puts the clock of all processes there; null lets it run again. For tests, on loopback only. */
export function clockRoutes(): Hono<Env> {
  const app = new Hono<Env>();
  app.put('/dev/clock', async (c) => {
    requireLoopback(c);
    const parsed = bodySchema.safeParse(await c.req.json().catch(() => Promise.reject(new ProblemError('request.malformed'))));
    if (!parsed.success) throw new ProblemError('request.invalid', {faults: faultsOf(parsed.error, {}, 'body')});

    const {database, now} = c.get('services');
    await database.owner.deleteFrom('test_clock').execute();
    if (parsed.data.now !== null)
      await database.owner
        .insertInto('test_clock')
        .values({stands_at: new Date(parsed.data.now)})
        .execute();
    const moment = await now();
    await runSweepers(c.get('services'), moment);
    return c.json({now: moment.toISOString()});
  });
  app.get('/dev/clock', async (c) => {
    requireLoopback(c);
    return c.json({now: (await c.get('services').now()).toISOString()});
  });
  refuseOtherMethods(app, '/dev/clock', ['GET', 'HEAD', 'PUT']);
  return app;
}
