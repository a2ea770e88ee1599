import type {ProblemCode} from '@buurtkit/contract';
import {Hono} from 'hono';
import {compress} from 'hono/compress';
import {uuidv7} from './uuid.ts';
import {clockRoutes} from '../clock/routes.ts';
import {communityRoutes} from '../communities/routes.ts';
import {doorRoutes} from '../doors/routes.ts';
import {calendarRoutes} from '../calendars/routes.ts';
import {exchangeRoutes} from '../exchange/routes.ts';
import {exportRoutes} from '../exports/routes.ts';
import {importRoutes} from '../imports/routes.ts';
import {sourceRoutes} from '../sources/routes.ts';
import {embedFiles} from '../embed-files/routes.ts';
import {hsdsRoutes} from '../hsds/routes.ts';
import {eventRoutes} from '../events/routes.ts';
import {health} from '../health.ts';
import {pdokGeocoder} from '../geo/pdok-geocoder.ts';
import {feedRoutes} from '../feeds/routes.ts';
import {geoRoutes} from '../geo/routes.ts';
import {historyRoutes} from '../history/routes.ts';
import {initiativeRoutes} from '../initiatives/routes.ts';
import {mapRoutes} from '../map/routes.ts';
import {tiles} from '../map/tiles.ts';
import {memberRoutes} from '../members/routes.ts';
import {moderationRoutes} from '../moderation/routes.ts';
import {pages} from '../pages/pages.ts';
import {nearPages} from '../pages/near-place.ts';
import {writingPages} from '../pages/writing-pages.ts';
import {peopleRoutes} from '../people/routes.ts';
import {reportRoutes} from '../reports/routes.ts';
import {submissionRoutes} from '../submissions/routes.ts';
import {notFoundPage} from '../pages/not-found-page.ts';
import {sessionRoutes} from '../sessions/routes.ts';
import {site, type Site} from '../pages/site.ts';
import {files} from '../photos/files.ts';
import {photoRoutes} from '../photos/routes.ts';
import {ProblemError} from '../problem-error.ts';
import {partnerRoutes} from '../partners/routes.ts';
import {placeRoutes} from '../places/routes.ts';
import {serviceRoutes} from '../services/routes.ts';
import {publicationRoutes} from '../publications/routes.ts';
import type {Services} from '../services.ts';
import {personalCalendars} from '../volunteering/calendar-routes.ts';
import {volunteeringRoutes} from '../volunteering/routes.ts';
import {ledgerRoutes} from '../ledger/routes.ts';
import {links} from '../links/routes.ts';
import {linkHeaders} from '../links/link-headers.ts';
import {devMail} from '../mail/dev-mail.ts';
import {mountRoutes, refuseOtherMethods} from './bind-route.ts';
import {limitBodies} from './limit-bodies.ts';
import {apiVersionHeader, everyHeader, openToAllSites} from './headers.ts';
import {openApi} from './openapi.ts';
import {preferredLanguage, wantsPage} from './preferences.ts';
import {asProblem, problemResponse} from './problems.ts';
import type {Env, RequestContext} from './request-context.ts';
import {requestLog} from './request-log.ts';

/** The whole of what answers over HTTP: API, pages, files. */
export function createApp(services: Services, ownSite?: Site): Hono<Env> {
  const app = answeringApp(services);
  app.use(compress());
  app.use('/v1/*', openToAllSites('GET, HEAD, POST, PUT, PATCH, DELETE'));
  app.use('/embed/*', openToAllSites('GET, HEAD'));
  app.use(limitBodies((c) => refuse(c, new ProblemError('request.too-large'))));

  app.get('/health', health);
  refuseOtherMethods(app, '/health', ['GET', 'HEAD']);
  app.get('/v1/openapi.json', openApi);
  refuseOtherMethods(app, '/v1/openapi.json', ['GET', 'HEAD']);
  const geocoder = pdokGeocoder(services.config.pdokUrl);
  mountRoutes(app, [
    ...doorRoutes,
    ...communityRoutes,
    ...initiativeRoutes,
    ...historyRoutes,
    ...mapRoutes,
    ...geoRoutes(geocoder),
    ...eventRoutes,
    ...sourceRoutes,
    ...importRoutes,
    ...exportRoutes,
    ...calendarRoutes,
    ...submissionRoutes,
    ...moderationRoutes,
    ...peopleRoutes,
    ...reportRoutes,
    ...partnerRoutes,
    ...serviceRoutes,
    ...placeRoutes,
    ...photoRoutes,
    ...publicationRoutes,
    ...feedRoutes,
    ...volunteeringRoutes,
    ...ledgerRoutes,
    ...exchangeRoutes,
    ...sessionRoutes,
    ...memberRoutes,
  ]);
  app.route('/', hsdsRoutes());
  app.route('/', files());
  app.route('/', tiles(services.config));
  if (services.config.hasTestClock) app.route('/', clockRoutes());
  if (services.config.smtpUrl === null && services.config.isLoopback) app.route('/', devMail());
  app.route('/', links());
  app.route('/', personalCalendars());
  app.route('/', embedFiles());
  if (ownSite) app.route('/', site(ownSite));
  app.route('/', nearPages(geocoder));
  app.route('/', writingPages(geocoder));
  app.route('/', pages());

  app.notFound((c) => refuse(c, new ProblemError('route.not-found')));
  app.onError((error, c) => refuse(c, asProblem(error)));
  return app;
}

/** Says no to what never became a request, in the form of every other refusal. */
export function createRefusal(services: Services): (code: ProblemCode) => Promise<Response> {
  return async (code) => {
    const app = answeringApp(services);
    app.notFound((c) => problemResponse(c, new ProblemError(code)));
    return app.request('/');
  };
}

/** What every answer has, whatever it is: a number, a line in the log, the headers of all. */
function answeringApp(services: Services): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('requestId', uuidv7());
    c.set('language', preferredLanguage(c.req.header('Accept-Language')));
    c.header('X-Request-Id', c.get('requestId'));
    await next();
  });
  app.use(requestLog);
  app.use('/l/*', linkHeaders);
  app.use(everyHeader(services.publicUrl.startsWith('https:')));
  app.use(apiVersionHeader);
  return app;
}

/** JSON for programs; a page for somebody with a browser, outside the API. */
function refuse(c: RequestContext, problem: ProblemError): Response | Promise<Response> {
  // What is logged is what went wrong, not what we told the reader.
  if (problem.status >= 500) c.error = problem.cause instanceof Error ? problem.cause : problem;
  const isApi = /^\/(?:v1|embed|health)(?:\/|$)/.test(c.req.path);
  return !isApi && wantsPage(c.req.header('Accept')) ? notFoundPage(c, problem) : problemResponse(c, problem);
}
