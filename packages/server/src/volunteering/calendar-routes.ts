import {Hono} from 'hono';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {linkHeaders} from '../links/link-headers.ts';
import {ProblemError} from '../problem-error.ts';
import {readCalendar} from './signups/personal-calendar.ts';

/** `/calendar/{token}.ics`: the shifts of whoever has the address, for a calendar that asks again now and then. */
export function personalCalendars(): Hono<Env> {
  const app = new Hono<Env>();
  app.use('/calendar/*', linkHeaders);
  app.get('/calendar/:file', async (c) => {
    const services = c.get('services');
    const [, token] = /^([\w-]{22})\.ics$/.exec(c.req.param('file')) ?? [];
    const calendar = token === undefined ? null : await readCalendar(services, token, await services.now());
    if (calendar === null) throw new ProblemError('route.not-found');
    return c.body(calendar, 200, {'Content-Type': 'text/calendar; charset=utf-8'});
  });
  refuseOtherMethods(app, '/calendar/:file', ['GET', 'HEAD']);
  return app;
}
