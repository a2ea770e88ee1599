import {formatDay, formatPeriod, formatTime, volunteeringLinkMessages, type VolunteeringLinkMessages} from '@buurtkit/texts';
import type {LinkView} from '../../links/link-page.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {ProblemError} from '../../problem-error.ts';
import {contactLine} from '../signups/organisers-of.ts';
import {listOverlaps} from '../signups/overlaps.ts';
import {readStanding, waitingPosition, type KnownSignup} from '../signups/store.ts';
import {whereToBe} from '../signups/where-to-be.ts';

export function wordsOf({language, community}: Scope): VolunteeringLinkMessages {
  return volunteeringLinkMessages[language](community.addressForm);
}

/** The sign-up of a link as it stands, for a page that only shows: it changes nothing and waits for nobody. */
export async function readKnown(scope: Scope, signupId: string): Promise<KnownSignup | null> {
  const [known] = await inTransaction(scope, (trx) => readStanding(trx, [signupId]));
  return known ?? null;
}

/** What the work is, when and where. */
export function aboutWork(scope: Scope, known: KnownSignup): string[] {
  const where = whereToBe(known.opportunity);
  return [...workAndTime(scope, known), ...(where === null ? [] : [wordsOf(scope).where(where)])];
}

export function workAndTime({language, community}: Scope, {opportunity, shift}: KnownSignup): string[] {
  const title = opportunity.title[language] ?? opportunity.title.nl;
  const when = shift && formatPeriod(shift.starts_at.toISOString(), shift.ends_at.toISOString(), language, community.timeZone);
  return [title, ...(when === null ? [] : [when])];
}

export function momentIn({language, community}: Scope, at: Date): string {
  const moment = at.toISOString();
  return `${formatDay(moment, language, community.timeZone)}, ${formatTime(moment, language, community.timeZone)}`;
}

/** There is always somebody to turn to, and other work. */
export async function ending(scope: TrxScope, known: KnownSignup | null): Promise<Pick<LinkView, 'more'> & {contact: string[]}> {
  const contact = known && (await contactLine(scope, known.opportunity));
  const words = wordsOf(scope);
  return {
    contact: contact === null ? [] : [words.contact(contact)],
    more: [{href: `/${scope.community.slug}/vrijwilligerswerk`, label: words.toWork}],
  };
}

/** Does what was pressed; where somebody has something else at that time, both are named and nothing is done. */
export async function unlessOverlap(
  scope: TrxScope,
  signupId: string,
  form: NonNullable<LinkView['form']>,
  act: () => Promise<LinkView>,
): Promise<LinkView> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'signup.overlap') throw error;
    const words = wordsOf(scope);
    const known = await readKnown(scope, signupId);
    if (!known) return nothingLeft(scope);
    const others = await listOverlaps(scope, known.volunteer.email, known.shift);
    const {contact, more} = await ending(scope, known);
    return {
      title: words.overlapTitle,
      paragraphs: [
        ...aboutWork(scope, known),
        ...others.map(({title, start, end}) =>
          words.overlap(title[scope.language] ?? title.nl, formatPeriod(start, end, scope.language, scope.community.timeZone)),
        ),
        words.overlapNext,
        ...contact,
      ],
      form,
      ...(more && {more}),
    };
  }
}

/** Why nothing comes of a sign-up any more. */
function whyEnded(scope: Scope, {signup, shift}: KnownSignup): readonly [title: string, text: string] | null {
  const words = wordsOf(scope);
  switch (signup.state) {
    case 'cancelled':
      if (signup.cancelled_by === 'person') return [words.objectedTitle, words.withdrawn];
      if (signup.cancelled_by === 'guardian') return [words.objectedTitle, words.notAgreed];
      return [words.calledOffTitle, words.calledOff];
    case 'refused':
      return [words.objectedTitle, words.refused];
    case 'declined':
      return [words.declinedTitle, words.declined];
    case 'expired':
      if (shift?.cancelled_at) return [words.calledOffTitle, words.calledOff];
      return isPast(scope, shift) ? [words.pastTitle, words.past] : [words.lateTitle, words.lateGone];
    default:
      return null;
  }
}

export function isPast({now}: Scope, shift: KnownSignup['shift']): boolean {
  return shift !== null && shift.starts_at <= now;
}

async function endedView(scope: TrxScope, known: KnownSignup): Promise<LinkView | null> {
  const why = whyEnded(scope, known);
  if (why === null) return null;
  const {contact, more} = await ending(scope, known);
  return {title: why[0], paragraphs: [why[1], ...workAndTime(scope, known), ...contact], ...(more && {more})};
}

/** What a link says that has nothing left to ask: what happened, and what one can do. */
export async function usedView(scope: TrxScope, known: KnownSignup): Promise<LinkView> {
  const words = wordsOf(scope);
  return (await endedView(scope, known)) ?? {title: words.alreadyTitle, paragraphs: [words.already, ...aboutWork(scope, known)]};
}

/** Where somebody stands after something was done. */
export async function standingView(scope: TrxScope, known: KnownSignup): Promise<LinkView> {
  const ended = await endedView(scope, known);
  if (ended) return ended;
  const words = wordsOf(scope);
  const {contact, more} = await ending(scope, known);
  const about = aboutWork(scope, known);
  const view = (title: string, ...paragraphs: string[]): LinkView => ({
    title,
    paragraphs: [...paragraphs, ...about, ...contact],
    ...(more && {more}),
  });
  switch (known.signup.state) {
    case 'confirmed':
    case 'checked-in':
      return view(words.confirmedTitle, words.confirmedPlace);
    case 'awaiting-guardian':
      return view(words.confirmedTitle, words.confirmedGuardian);
    case 'awaiting-review':
    case 'intro-planned':
      return view(words.confirmedTitle, words.confirmedReview);
    case 'waitlisted':
      return view(words.waitlistedTitle, words.waitlisted((await waitingPosition(scope, known.signup)) ?? 1));
    default:
      return view(words.alreadyTitle, words.already);
  }
}

/** The work is gone, or the person was erased. */
export function nothingLeft(scope: Scope): LinkView {
  const words = wordsOf(scope);
  return {
    title: words.goneTitle,
    paragraphs: [words.gone],
    more: [{href: `/${scope.community.slug}/vrijwilligerswerk`, label: words.toWork}],
  };
}
