import {
  faultsOf,
  newSubmissionSchema,
  type Fault,
  type Initiative,
  type NewSubmission,
  type Point,
  type SimilarInitiative,
} from '@buurtkit/contract';
import {formatDistance, submissionForm, submissionMessages, submissionOf, valuesOfInitiative, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import {actOnce} from '../doors/form-door.ts';
import type {Geocoder} from '../geo/geocoder.ts';
import type {RequestContext} from '../http/request-context.ts';
import {unstorableInBody} from '../http/unstorable-text.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {findSimilarInitiatives} from '../submissions/find-similar-initiatives.ts';
import {submitInitiative} from '../submissions/submit-initiative.ts';
import {communityPage} from './community-page.ts';
import {page, type Html} from './layout.ts';
import {formPage, readThroughDoor} from './plain-form.ts';

type OpenPage = Awaited<ReturnType<typeof communityPage>> & {current: Initiative | null};
type Shown = {values: FormValues; faults: readonly Fault[]; notice?: string; similar?: readonly SimilarInitiative[]};

const formNameOf = ({current}: OpenPage) => (current ? `change ${current.id}` : 'submit');
const wordingOf = ({language, community}: Scope) => ({language, addressForm: community.addressForm});

/** The form for a new initiative, or for a change of one. */
export async function showSubmissionForm(c: RequestContext, open: OpenPage): Promise<Response> {
  const {scope, community, current} = open;
  if (community.kind === 'region') return chooseMember(c, open);
  return shown(c, open, {values: current ? valuesOfInitiative(current, scope.language) : {}, faults: []});
}

/** What was filled in goes the way of the API: the same rules, the same use case. Then what looks like it is shown, once. */
export async function takeSubmission(c: RequestContext, open: OpenPage, geocoder: Geocoder): Promise<Response> {
  const {scope, current} = open;
  if (scope.community.kind === 'region') throw new ProblemError('auth.not-allowed');
  const {form, values, isTrapped, notice} = await readThroughDoor(c, scope, formNameOf(open));
  if (isTrapped) return c.redirect(sentAddress(open), 303);
  if (notice !== null) return shown(c, open, {values, faults: [], notice});

  const where = await locate(geocoder, values);
  const submission = submissionOf(values, {language: scope.language, location: where.location, current});
  const read = readSubmission(submission);
  const faults = [...('faults' in read ? read.faults : []), ...where.faults];
  if ('faults' in read || faults.length > 0) return shown(c, open, {values, faults});

  const similar = current || form.has('hasSeenSimilar') ? [] : await similarTo(scope, read.submission, where.location);
  if (similar.length > 0) return shown(c, open, {values, faults: [], similar});
  try {
    const address = await actOnce(scope, form, async (trxScope) => {
      await submitInitiative(trxScope, read.submission);
      return sentAddress(open);
    });
    return c.redirect(address, 303);
  } catch (error) {
    if (error instanceof ProblemError && error.faults) return shown(c, open, {values, faults: error.faults});
    throw error;
  }
}

function readSubmission(submission: NewSubmission): {submission: NewSubmission} | {faults: Fault[]} {
  const parsed = newSubmissionSchema.safeParse(submission);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error, submission, 'body')), ...unstorableInBody(submission)];
  return parsed.success && faults.length === 0 ? {submission: parsed.data} : {faults};
}

/** Where the address is; one that can't be looked up now is left out rather than refused. */
async function locate(geocoder: Geocoder, {address = '', city = ''}: FormValues): Promise<{location: Point | null; faults: Fault[]}> {
  const q = `${address} ${city}`.trim().slice(0, 100);
  if (address.trim() === '') return {location: null, faults: []};
  const found = await geocoder.suggest(q, 1);
  const location = found?.[0]?.location ?? null;
  return {location, faults: found && !location ? [{pointer: '#/content/location', code: 'not-allowed'}] : []};
}

async function similarTo(scope: Scope, {content}: NewSubmission, location: Point | null): Promise<SimilarInitiative[]> {
  return findSimilarInitiatives(scope, {name: content.name ?? '', ...(location && {location})});
}

function shown(c: RequestContext, open: OpenPage, {values, faults, notice, similar = []}: Shown): Promise<Response> {
  const {scope, current} = open;
  const said = submissionMessages[scope.language](scope.community.addressForm);
  // A change that changes nothing is no fault of any field.
  const isUnchanged = faults.some(({pointer}) => pointer === '#/content');
  const told = notice ?? (isUnchanged ? said.nothingChanged : undefined);
  return formPage(
    c,
    open,
    {form: submissionForm(wordingOf(scope), current), name: formNameOf(open)},
    {
      values,
      faults,
      ...(told && {notice: told}),
      ...(similar.length > 0 && {before: similarView(open, similar), submit: said.similarSubmit}),
    },
  );
}

function similarView({scope}: OpenPage, similar: readonly SimilarInitiative[]): Html {
  const said = submissionMessages[scope.language](scope.community.addressForm);
  const whereOf = ({city, distance}: SimilarInitiative) =>
    [city, distance === null ? null : said.distanceAway(formatDistance(distance, scope.language))].filter(Boolean).join(', ');
  return html`<section class="similar" role="status">
    <h2>${said.similarTitle}</h2>
    <p>${said.similarText}</p>
    <ul>
      ${similar.map((one) => html`<li><a href="/${one.community}/initiatieven/${one.slug}">${one.name}</a> ${whereOf(one)}</li>`)}
    </ul>
    <input type="hidden" name="hasSeenSimilar" value="yes" />
  </section>`;
}

/** What is sent in belongs to one of a region's communities. */
async function chooseMember(c: RequestContext, {scope, community, words}: OpenPage): Promise<Response> {
  const said = submissionMessages[scope.language](scope.community.addressForm);
  const {title} = submissionForm(wordingOf(scope));
  return page(c, {
    title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${title}</h1>
      <p>${said.chooseCommunity}</p>
      <ul>
        ${community.members.map(({slug, name}) => html`<li><a href="/${slug}/meld-initiatief">${name}</a></li>`)}
      </ul>`,
  });
}

function sentAddress({community}: OpenPage): string {
  return `/${community.slug}/meld-initiatief/verstuurd`;
}

/** What happens next; an address of its own, so that a page that is loaded again sends nothing again. */
export async function submissionSentPage(c: RequestContext): Promise<Response> {
  const {scope, community, words} = await communityPage(c);
  const {sent: told} = submissionForm(wordingOf(scope));
  return page(c, {
    title: told.title,
    language: scope.language,
    words,
    community,
    content: html`<h1>${told.title}</h1>
      ${told.paragraphs.map((text) => html`<p>${text}</p>`)}
      <p><a href="/${community.slug}/initiatieven">${words.page.allInitiatives}</a></p>`,
  });
}
