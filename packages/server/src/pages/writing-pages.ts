import {addressSchema, type Initiative, type Partner} from '@buurtkit/contract';
import {Hono} from 'hono';
import type {Geocoder} from '../geo/geocoder.ts';
import {refuseOtherMethods} from '../http/bind-route.ts';
import {requireAllowedOrigin} from '../http/origins.ts';
import type {Env, RequestContext} from '../http/request-context.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {getPartner} from '../partners/get-partner.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {checkedInPage, checkInPage} from './check-in-page.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {messageFormOf, messageSentPage} from './message-page.ts';
import {showPlainForm, takePlainForm} from './plain-form.ts';
import {reportAddress, reportFormOf, reportSentPage} from './report-page.ts';
import {showSubmissionForm, submissionSentPage, takeSubmission} from './submit-page.ts';

type Handler = (c: RequestContext) => Promise<Response>;

/** The forms by which anybody writes, on pages without JavaScript. */
export function writingPages(geocoder: Geocoder): Hono<Env> {
  const app = new Hono<Env>();
  const form = (address: string, show: Handler, take: Handler) => {
    app.get(address, show);
    app.post(address, (c) => {
      requireAllowedOrigin(c.req.header('Origin'), {publicUrl: c.get('services').publicUrl, allowedOrigins: []});
      return take(c);
    });
    refuseOtherMethods(app, address, ['GET', 'HEAD', 'POST']);
  };
  const sent = (address: string, show: Handler) => {
    app.get(address, show);
    refuseOtherMethods(app, address, ['GET', 'HEAD']);
  };

  const ofNew = async (c: RequestContext) => ({...(await communityPage(c)), current: null});
  form(
    '/:community/meld-initiatief',
    async (c) => showSubmissionForm(c, await ofNew(c)),
    async (c) => takeSubmission(c, await ofNew(c), geocoder),
  );
  sent('/:community/meld-initiatief/verstuurd', submissionSentPage);
  form(
    '/:community/initiatieven/:slug/wijzig',
    (c) => ofInitiative(c, 'wijzig', (open) => showSubmissionForm(c, open)),
    (c) => ofInitiative(c, 'wijzig', (open) => takeSubmission(c, open, geocoder)),
  );
  form(
    '/:community/initiatieven/:slug/klopt-niet',
    (c) => ofInitiative(c, 'klopt-niet', (open) => showPlainForm(c, open, reportFormOf(ofThis(open)))),
    (c) => ofInitiative(c, 'klopt-niet', (open) => takePlainForm(c, open, reportFormOf(ofThis(open)))),
  );
  sent('/:community/initiatieven/:slug/klopt-niet/verstuurd', (c) => reportSentPage(c, 'initiative'));
  form(
    '/:community/sociale-kaart/:slug/klopt-niet',
    (c) => ofPartner(c, (open) => showPlainForm(c, open, reportFormOf(open))),
    (c) => ofPartner(c, (open) => takePlainForm(c, open, reportFormOf(open))),
  );
  sent('/:community/sociale-kaart/:slug/klopt-niet/verstuurd', (c) => reportSentPage(c, 'partner'));
  form(
    '/:community/aanwezig/:id',
    (c) => checkInPage(c, showPlainForm),
    (c) => checkInPage(c, takePlainForm),
  );
  sent('/:community/aanwezig/:id/welkom', checkedInPage);
  form(
    '/:community/initiatieven/:slug/bericht',
    (c) => ofInitiative(c, 'bericht', (open) => showPlainForm(c, open, messageFormOf(open))),
    (c) => ofInitiative(c, 'bericht', (open) => takePlainForm(c, open, messageFormOf(open))),
  );
  sent('/:community/initiatieven/:slug/bericht/verstuurd', messageSentPage);
  return app;
}

type OpenInitiative = OpenPage & {current: Initiative};

function ofThis(open: OpenInitiative) {
  return {...open, current: {...open.current, resource: 'initiative' as const}};
}

/** The page of an initiative in its own community: a region's address leads there. */
async function ofInitiative(c: RequestContext, last: string, answer: (open: OpenInitiative) => Promise<Response>): Promise<Response> {
  const open = await communityPage(c);
  const current = await initiativeAt(open.scope, c.req.param('slug') ?? '');
  if (current.community !== open.community.slug) return c.redirect(`/${current.community}/initiatieven/${current.slug}/${last}`, 303);
  return answer({...open, current});
}

type OpenPartner = OpenPage & {current: Partner & {resource: 'partner'}};

/** The same for an organisation. */
async function ofPartner(c: RequestContext, answer: (open: OpenPartner) => Promise<Response>): Promise<Response> {
  const open = await communityPage(c);
  const address = addressSchema.safeParse(c.req.param('slug'));
  if (!address.success) throw new ProblemError('partner.not-found');
  const {partner} = await getPartner(open.scope, address.data);
  const current = {...partner, resource: 'partner' as const};
  if (current.community !== open.community.slug) return c.redirect(reportAddress(current), 303);
  return answer({...open, current});
}

async function initiativeAt(scope: Scope, slug: string): Promise<Initiative> {
  const address = addressSchema.safeParse(slug);
  if (!address.success) throw new ProblemError('initiative.not-found');
  return (await getInitiative(scope, address.data)).initiative;
}
