import {emailSchema, idSchema} from '@buurtkit/contract';
import {checkInForm, formatPeriod, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import {checkInByCode} from '../volunteering/roster/check-in-by-code.ts';
import {getOpportunity} from '../volunteering/opportunities/list-opportunities.ts';
import {getShift} from '../volunteering/shifts/list-shifts.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {page} from './layout.ts';
import type {PlainForm} from './plain-form.ts';

type OpenCheckIn = OpenPage & {shiftId: string; title: string; when: string};

/** Where the QR code at the door leads. */
export function checkInAddress(community: string, shiftId: string): string {
  return `/${community}/aanwezig/${shiftId}`;
}

export async function openCheckIn(c: RequestContext): Promise<OpenCheckIn> {
  const open = await communityPage(c);
  const shiftId = c.req.param('id') ?? '';
  if (!idSchema.safeParse(shiftId).success) throw new ProblemError('shift.not-found');
  const {shift} = await getShift(open.scope, shiftId);
  const {opportunity} = await getOpportunity(open.scope, shift.opportunityId);
  const {language} = open.scope;
  const when = formatPeriod(shift.start, shift.end, language, open.community.timeZone);
  return {...open, shiftId, title: opportunity.title[language] ?? opportunity.title.nl, when};
}

/** Somebody at the door types the code that hangs there. */
export function checkInFormOf(open: OpenCheckIn): PlainForm {
  const {scope, shiftId} = open;
  return {
    form: formOf(open),
    name: `check-in ${shiftId}`,
    faults: (values) => {
      const {email, code} = told(values);
      const missing = (text: string) => (text === '' ? ('required' as const) : ('format' as const));
      return [
        ...(emailSchema.safeParse(email).success ? [] : [{pointer: '#/email', code: missing(email)}]),
        ...(/^\d{4}$/.test(code) ? [] : [{pointer: '#/code', code: missing(code)}]),
      ];
    },
    act: async (trxScope, values) => checkInByCode(trxScope, shiftId, told(values).email, told(values).code),
    sentAddress: `${checkInAddress(scope.community.slug, shiftId)}/welkom`,
  };
}

function told(values: FormValues): {email: string; code: string} {
  return {email: (values['email'] ?? '').trim(), code: (values['code'] ?? '').trim()};
}

function formOf({scope, title, when}: OpenCheckIn) {
  return checkInForm({language: scope.language, addressForm: scope.community.addressForm}, {title, when});
}

export async function checkedInPage(c: RequestContext): Promise<Response> {
  const open = await openCheckIn(c);
  const {scope, community, words} = open;
  const {title, paragraphs} = formOf(open).sent;
  return page(c, {
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
  });
}
