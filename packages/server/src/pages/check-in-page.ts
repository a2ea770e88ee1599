import {emailSchema, idSchema} from '@buurtkit/contract';
import {checkInForm, checkInMessages, formatPeriod, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import {isCheckInTime} from '../volunteering/roster/check-in.ts';
import {checkInByCode} from '../volunteering/roster/check-in-by-code.ts';
import {getOpportunity} from '../volunteering/opportunities/list-opportunities.ts';
import {getShift} from '../volunteering/shifts/list-shifts.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {page} from './layout.ts';
import type {PlainForm, showPlainForm} from './plain-form.ts';

type OpenCheckIn = OpenPage & {shiftId: string; title: string; when: string; isNow: boolean};

/** Where the QR code at the door leads. */
export function checkInAddress(community: string, shiftId: string): string {
  return `/${community}/aanwezig/${shiftId}`;
}

async function openCheckIn(c: RequestContext): Promise<OpenCheckIn> {
  const open = await communityPage(c);
  const shiftId = c.req.param('id') ?? '';
  if (!idSchema.safeParse(shiftId).success) throw new ProblemError('shift.not-found');
  const {shift} = await getShift(open.scope, shiftId);
  const {opportunity} = await getOpportunity(open.scope, shift.opportunityId);
  const {language} = open.scope;
  const when = formatPeriod(shift.start, shift.end, language, open.community.timeZone);
  const isNow =
    shift.state !== 'cancelled' && isCheckInTime(open.scope.now, {starts_at: new Date(shift.start), ends_at: new Date(shift.end)});
  return {...open, shiftId, title: opportunity.title[language] ?? opportunity.title.nl, when, isNow};
}

/** Shows the form, or takes it; at another time nobody can, on the list or not. */
export async function checkInPage(c: RequestContext, answer: typeof showPlainForm): Promise<Response> {
  const open = await openCheckIn(c);
  if (open.isNow) return answer(c, open, checkInFormOf(open));
  const {scope, title, when} = open;
  const words = checkInMessages[scope.language](scope.community.addressForm);
  return told(c, open, {title: `${words.notNow}: ${title}`, paragraphs: [when, words.whenThen]});
}

/** Somebody at the door types the code that hangs there. */
function checkInFormOf(open: OpenCheckIn): PlainForm {
  const {scope, shiftId} = open;
  return {
    form: formOf(open),
    name: `check-in ${shiftId}`,
    faults: (values) => {
      const {email, code} = filledIn(values);
      const missing = (text: string) => (text === '' ? ('required' as const) : ('format' as const));
      return [
        ...(emailSchema.safeParse(email).success ? [] : [{pointer: '#/email', code: missing(email)}]),
        ...(/^\d{4}$/.test(code) ? [] : [{pointer: '#/code', code: missing(code)}]),
      ];
    },
    act: async (trxScope, values) => checkInByCode(trxScope, shiftId, filledIn(values)),
    sentAddress: `${checkInAddress(scope.community.slug, shiftId)}/welkom`,
  };
}

function filledIn(values: FormValues): {email: string; code: string; name: string} {
  return {email: (values['email'] ?? '').trim(), code: (values['code'] ?? '').trim(), name: (values['name'] ?? '').trim()};
}

function formOf({scope, title, when}: OpenCheckIn) {
  return checkInForm({language: scope.language, addressForm: scope.community.addressForm}, {title, when});
}

export async function checkedInPage(c: RequestContext): Promise<Response> {
  const open = await openCheckIn(c);
  return told(c, open, formOf(open).sent);
}

function told(
  c: RequestContext,
  {scope, community, words}: OpenPage,
  {title, paragraphs}: {title: string; paragraphs: readonly string[]},
): Response | Promise<Response> {
  return page(c, {
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
  });
}
