import {formatDay, formatPeriod, formatTime, volunteeringLinkMessages, type VolunteeringLinkMessages} from '@buurtkit/texts';
import type {LinkView} from '../../links/link-page.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {ProblemError} from '../../problem-error.ts';
import {contactLine} from '../signups/organisers-of.ts';
import {listOverlaps} from '../signups/overlaps.ts';
import {lockSignup, waitingPosition, type KnownSignup} from '../signups/store.ts';

export function wordsOf({language, community}: Scope): VolunteeringLinkMessages {
  return volunteeringLinkMessages[language](community.addressForm);
}

/** The sign-up of a link as it stands, for a page that only shows; it changes nothing. */
export function readKnown(scope: Scope, signupId: string): Promise<KnownSignup | null> {
  return inTransaction(scope, (trx) => lockSignup(trx, signupId));
}

/** Whether what it waited for is over at this moment, whatever its row says. */
export function isOver({now}: Scope, {signup}: KnownSignup): boolean {
  return signup.state === 'expired' || (signup.expires_at !== null && signup.expires_at <= now);
}

/** What the work is, and when. */
export function aboutWork({language, community}: Scope, {opportunity, shift}: KnownSignup): string[] {
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
    const known = await lockSignup(scope, signupId);
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

/** Where somebody stands after something was done. */
export async function standingView(scope: TrxScope, known: KnownSignup): Promise<LinkView> {
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
    case 'declined':
      return view(words.declinedTitle, words.declined);
    case 'cancelled':
    case 'refused':
      return view(words.objectedTitle, words.objected);
    case 'expired':
      return view(words.lateTitle, words.lateFull);
    default:
      return view(words.alreadyTitle, words.already);
  }
}

/** The work is gone, or the person was erased. */
export function nothingLeft(scope: Scope): LinkView {
  const words = wordsOf(scope);
  return {
    title: words.alreadyTitle,
    paragraphs: [words.already],
    more: [{href: `/${scope.community.slug}/vrijwilligerswerk`, label: words.toWork}],
  };
}
