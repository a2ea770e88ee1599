import {emailSchema, idSchema, type Fault} from '@buurtkit/contract';
import {checkInForm, fieldErrors, formatPeriod, formDoorMessages, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import {formGuards, passForm} from '../doors/form-door.ts';
import {readForm} from '../http/read-form.ts';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import {checkInByCode} from '../volunteering/roster/check-in-by-code.ts';
import {getOpportunity} from '../volunteering/opportunities/list-opportunities.ts';
import {getShift} from '../volunteering/shifts/list-shifts.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {formView} from './form-view.ts';
import {page} from './layout.ts';

type OpenCheckIn = OpenPage & {shiftId: string; title: string; when: string};

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
  return {...open, shiftId, title: opportunity.title[language] ?? opportunity.title.nl, when};
}

export async function showCheckIn(c: RequestContext): Promise<Response> {
  return formPage(c, await openCheckIn(c), {values: {}, faults: []});
}

export async function takeCheckIn(c: RequestContext): Promise<Response> {
  const open = await openCheckIn(c);
  const {scope, shiftId} = open;
  const form = await readForm(c);
  const values = Object.fromEntries(form);
  const verdict = await passForm(c, scope, form, `check-in ${shiftId}`);
  const door = formDoorMessages[scope.language](scope.community.addressForm);
  if (verdict === 'stale' || verdict === 'too-soon')
    return formPage(c, open, {values, faults: [], notice: verdict === 'stale' ? door.stale : door.tooSoon});

  const [email, code] = [(values['email'] ?? '').trim(), (values['code'] ?? '').trim()];
  const faults: Fault[] = [
    ...(emailSchema.safeParse(email).success
      ? []
      : [{pointer: '#/email', code: email === '' ? ('required' as const) : ('format' as const)}]),
    ...(/^\d{4}$/.test(code) ? [] : [{pointer: '#/code', code: code === '' ? ('required' as const) : ('format' as const)}]),
  ];
  if (faults.length > 0) return formPage(c, open, {values, faults});
  try {
    if (verdict === 'passed') await checkInByCode(scope, shiftId, email, code);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.faults === undefined) throw error;
    return formPage(c, open, {values, faults: error.faults});
  }
  const {title, paragraphs} = formOf(open).sent;
  return rendered(c, open, {
    title,
    status: 200,
    content: html`<h1>${title}</h1>
      ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
  });
}

function formOf({scope, title, when}: OpenCheckIn) {
  return checkInForm({language: scope.language, addressForm: scope.community.addressForm}, {title, when});
}

type Shown = {values: FormValues; faults: readonly Fault[]; notice?: string};

async function formPage(c: RequestContext, open: OpenCheckIn, {values, faults, notice}: Shown): Promise<Response> {
  const {scope, shiftId} = open;
  const wording = {language: scope.language, addressForm: scope.community.addressForm};
  const form = formOf(open);
  const content = formView(form, {
    wording,
    values,
    errors: fieldErrors(form, faults, wording),
    guards: formGuards(scope, `check-in ${shiftId}`),
    ...(notice && {notice}),
  });
  return rendered(c, open, {title: form.title, status: faults.length > 0 || notice ? 400 : 200, content});
}

function rendered(
  c: RequestContext,
  {scope, community, words}: OpenCheckIn,
  {title, status, content}: Pick<Parameters<typeof page>[1], 'title' | 'content'> & {status: number},
): Promise<Response> {
  return Promise.resolve(page(c, {status, isPrivate: true, title, language: scope.language, words, community, content}));
}
