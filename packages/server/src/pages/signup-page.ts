import {faultsOf, newSignupSchema, shiftStates, signupSteps, type Opportunity, type Shift} from '@buurtkit/contract';
import {formatPeriod, signupFaultsOf, signupForm, signupMessages, signupOf, signupOutcome, signupProblem} from '@buurtkit/texts';
import {Hono} from 'hono';
import {html} from 'hono/html';
import {actOnce} from '../doors/form-door.ts';
import {refuseOtherMethods} from '../http/bind-route.ts';
import {requireAllowedOrigin} from '../http/origins.ts';
import type {Env, RequestContext} from '../http/request-context.ts';
import {unstorableInBody} from '../http/unstorable-text.ts';
import {ProblemError} from '../problem-error.ts';
import {signUp} from '../volunteering/signups/sign-up.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {mailLink, phoneLink} from './facts-part.ts';
import {page} from './layout.ts';
import {opportunityAt, signupAddress} from './opportunity-page.ts';
import {formPage, readThroughDoor, type ShownForm} from './plain-form.ts';
import {textIn} from './text-in.ts';

type Signup = OpenPage & {
  opportunity: Opportunity;
  shift: Shift | null;
  /** Whether there is a form to show; who sent it while there was one, and sends it again, still gets the same answer. */
  isOpen: boolean;
};

/** The form to sign up, per shift, and what happens next. */
export function signupPages(): Hono<Env> {
  const app = new Hono<Env>();
  const form = '/:community/vrijwilligerswerk/:id/aanmelden';
  app.get(form, (c) => withSignup(c, (signup) => shown(c, signup, {values: {}, faults: []})));
  app.post(form, (c) => {
    requireAllowedOrigin(c.req.header('Origin'), {publicUrl: c.get('services').publicUrl, allowedOrigins: []});
    return withSignup(c, (signup) => takeSignup(c, signup));
  });
  refuseOtherMethods(app, form, ['GET', 'HEAD', 'POST']);
  const sent = `${form}/verstuurd`;
  app.get(sent, (c) => sentPage(c));
  refuseOtherMethods(app, sent, ['GET', 'HEAD']);
  return app;
}

/** In its own community: a region's address leads there. */
async function withSignup(c: RequestContext, answer: (signup: Signup) => Promise<Response>): Promise<Response> {
  const open = await communityPage(c);
  const opportunity = await opportunityAt(open.scope, c.req.param('id') ?? '');
  const moment = c.req.query('moment');
  const shift = opportunity.shifts.find(({id}) => id === moment) ?? null;
  if (opportunity.community !== open.community.slug) return c.redirect(signupAddress(opportunity, shift), 303);
  const canCome = shift ? shift.state === 'open' || shift.state === 'waitlist' : moment === undefined && opportunity.shifts.length === 0;
  return answer({...open, opportunity, shift, isOpen: canCome && !opportunity.isClosed});
}

const formNameOf = ({opportunity, shift}: Signup) => `signup ${shift?.id ?? opportunity.id}`;

/** What was filled in goes the way of the API: the same rules, the same use case. */
async function takeSignup(c: RequestContext, signup: Signup): Promise<Response> {
  const {scope, community, opportunity, shift} = signup;
  const {form, values, isTrapped, notice: refused} = await readThroughDoor(c, scope, formNameOf(signup));
  if (isTrapped) return c.redirect(sentAddress(signup, {stap: 'confirm-email'}), 303);
  if (refused !== null) return shown(c, signup, {values, faults: [], notice: refused});

  const found = signupFaultsOf(describe(signup), values);
  if (found.length > 0) return shown(c, signup, {values, faults: found});
  const asked = signupOf(values, {opportunity, shift, language: scope.language});
  const parsed = newSignupSchema.safeParse(asked);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error, asked, 'body')), ...unstorableInBody(asked)];
  if (!parsed.success || faults.length > 0) return shown(c, signup, {values, faults});
  try {
    const address = await actOnce(scope, form, async (trxScope) => {
      const {nextStep, position, until} = await signUp(trxScope, parsed.data);
      return sentAddress(signup, {stap: nextStep, ...(position && {plaats: String(position)}), ...(until && {tot: until})});
    });
    return c.redirect(address, 303);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const notice = signupProblem(error.code, signupMessages[scope.language](community.addressForm));
    if (!error.faults && notice === null) throw error;
    return shown(c, signup, {values, faults: error.faults ?? [], ...(notice && {notice})});
  }
}

function describe({scope, community, opportunity, shift}: Signup) {
  return signupForm({language: scope.language, addressForm: community.addressForm}, {opportunity, shift, timeZone: community.timeZone});
}

/** The form; what one can't sign up for is said in its place. */
function shown(c: RequestContext, signup: Signup, told: ShownForm): Promise<Response> {
  if (!signup.isOpen) return refusedPage(c, signup);
  const {community, words, opportunity} = signup;
  const above = html`<a class="back" href="/${community.slug}/vrijwilligerswerk/${opportunity.id}">${words.volunteering.backToWork}</a>`;
  return formPage(c, signup, {form: describe(signup), name: formNameOf(signup)}, {...told, above});
}

function refusedPage(c: RequestContext, {scope, community, words, opportunity, shift}: Signup): Promise<Response> {
  const {language} = scope;
  const said = signupMessages[language](community.addressForm);
  const why = opportunity.isClosed
    ? words.volunteering.closedHint
    : shift
      ? `${formatPeriod(shift.start, shift.end, language, community.timeZone)}: ${shiftStates[shift.state][language]}.`
      : said.past;
  return page(c, {
    status: 409,
    isPrivate: true,
    title: textIn(language, opportunity.title),
    language,
    words,
    community,
    content: html`<h1>${textIn(language, opportunity.title)}</h1>
      <p>${why}</p>
      <p><a class="button" href="/${community.slug}/vrijwilligerswerk/${opportunity.id}">${said.otherMoments}</a></p>`,
  });
}

function sentAddress({opportunity}: Signup, told: Record<string, string>): string {
  return `${signupAddress(opportunity, null)}/verstuurd?${new URLSearchParams(told).toString()}`;
}

/** What happens next; an address of its own, so that a page that is loaded again sends nothing again. Nothing personal is in it. */
async function sentPage(c: RequestContext): Promise<Response> {
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const opportunity = await opportunityAt(scope, c.req.param('id') ?? '');
  const {stap = '', plaats = '', tot = ''} = c.req.query();
  const receipt = {
    nextStep: Object.hasOwn(signupSteps, stap) ? (stap as keyof typeof signupSteps) : 'confirm-email',
    position: /^\d{1,4}$/.test(plaats) ? Number(plaats) : null,
    until: Number.isNaN(Date.parse(tot)) ? null : tot,
    overlaps: [],
  } as const;
  const {title, paragraphs, contact} = signupOutcome(
    {language: scope.language, addressForm: community.addressForm},
    {...receipt, overlaps: []},
    {
      contact: opportunity.contact,
      communityContact: community.contact,
      timeZone: community.timeZone,
    },
  );
  const {label, name, phone, email} = contact;
  return page(c, {
    isPrivate: true,
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      ${paragraphs.map((text) => html`<p>${text}</p>`)}
      ${phone || email ? html`<p>${label} ${name ? `${name}: ` : ''}${phone ? phoneLink(phone) : ''} ${email ? mailLink(email) : ''}</p>` : ''}
      <p><a href="/${community.slug}/vrijwilligerswerk">${words.page.allOpportunities}</a></p>`,
  });
}
