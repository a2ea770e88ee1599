import type {LinkPage, LinkView} from '../../links/link-page.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {confirmEmail, signUpAgain} from '../signups/confirm-email.ts';
import {confirmPurpose} from '../signups/signup-letter.ts';
import type {KnownSignup} from '../signups/store.ts';
import {aboutWork, ending, isPast, nothingLeft, readKnown, standingView, unlessOverlap, usedView, wordsOf} from './known-view.ts';

/** Proof that somebody reads mail at the address; who comes too late can sign up again with one press. */
export const confirmLink: LinkPage = {
  purpose: confirmPurpose,
  async show(scope, {subjectId}) {
    const known = await readKnown(scope, subjectId);
    if (!known) return nothingLeft(scope);
    const words = wordsOf(scope);
    const about = aboutWork(scope, known);
    if (canSignUpAgain(scope, known)) return lateView(scope, known);
    if (known.signup.state !== 'awaiting-email') return inTransaction(scope, (trx) => usedView(trx, known));
    return {title: words.confirmTitle, paragraphs: [...about, words.confirmAsk], form: {button: words.confirmButton}};
  },
  async act(scope, {subjectId}, form) {
    const words = wordsOf(scope);
    if (form.get('act') === 'again')
      return unlessOverlap(scope, subjectId, {button: words.againButton, hiddenAct: 'again'}, () => again(scope, subjectId));
    return unlessOverlap(scope, subjectId, {button: words.confirmButton}, async () => {
      const confirmation = await confirmEmail(scope, subjectId);
      if (!confirmation) return nothingLeft(scope);
      const {known} = confirmation;
      return canSignUpAgain(scope, known) ? lateView(scope, known) : standingView(scope, known);
    });
  },
};

/** The place was lost, and there is still something to come to. */
function canSignUpAgain(scope: Scope, {signup, shift}: KnownSignup): boolean {
  return signup.state === 'expired' && !shift?.cancelled_at && !isPast(scope, shift);
}

/** Signing up again takes one press, until what was filled in has been erased. */
function lateView(scope: Scope, known: KnownSignup): LinkView {
  const words = wordsOf(scope);
  const about = aboutWork(scope, known);
  const button = words.againButton;
  if (known.volunteer.email !== null)
    return {title: words.lateTitle, paragraphs: [words.late, ...about], form: {button, hiddenAct: 'again'}};
  const href = `/${scope.community.slug}/vrijwilligerswerk/${known.opportunity.id}`;
  return {title: words.lateTitle, paragraphs: [words.lateGone, ...about], more: [{href, label: button}]};
}

async function again(scope: TrxScope, signupId: string): Promise<LinkView> {
  try {
    const known = await signUpAgain(scope, signupId);
    return known ? await standingView(scope, known) : nothingLeft(scope);
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.code.startsWith('signup.') || error.code === 'signup.overlap') throw error;
    const words = wordsOf(scope);
    const known = await readKnown(scope, signupId);
    if (known && !canSignUpAgain(scope, known)) return standingView(scope, known);
    const {contact, more} = await ending(scope, known);
    return {title: words.lateTitle, paragraphs: [words.lateFull, ...contact], ...(more && {more})};
  }
}
