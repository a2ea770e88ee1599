import type {LinkPage, LinkView} from '../../links/link-page.ts';
import {ProblemError} from '../../problem-error.ts';
import type {Scope, TrxScope} from '../../scope.ts';
import {confirmEmail, signUpAgain} from '../signups/confirm-email.ts';
import {confirmPurpose} from '../signups/signup-mails.ts';
import type {KnownSignup} from '../signups/store.ts';
import {aboutWork, ending, isOver, nothingLeft, readKnown, standingView, unlessOverlap, wordsOf} from './known-view.ts';

/** Proof that somebody reads mail at the address; who comes too late can sign up again with one press. */
export const confirmLink: LinkPage = {
  purpose: confirmPurpose,
  async show(scope, {subjectId}) {
    const known = await readKnown(scope, subjectId);
    if (!known) return nothingLeft(scope);
    const words = wordsOf(scope);
    const about = aboutWork(scope, known);
    if (isOver(scope, known)) return lateView(scope, known);
    if (known.signup.state !== 'awaiting-email') return {title: words.alreadyTitle, paragraphs: [words.already, ...about]};
    return {title: words.confirmTitle, paragraphs: [...about, words.confirmAsk], form: {button: words.confirmButton}};
  },
  async act(scope, {subjectId}, form) {
    const words = wordsOf(scope);
    if (form.get('act') === 'again')
      return unlessOverlap(scope, subjectId, {button: words.againButton, hiddenAct: 'again'}, () => again(scope, subjectId));
    return unlessOverlap(scope, subjectId, {button: words.confirmButton}, async () => {
      const confirmation = await confirmEmail(scope, subjectId);
      if (!confirmation) return nothingLeft(scope);
      const {outcome, known} = confirmation;
      return outcome === 'late' ? lateView(scope, known) : standingView(scope, known);
    });
  },
};

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
    const {contact, more} = await ending(scope, await readKnown(scope, signupId));
    return {title: words.lateTitle, paragraphs: [words.lateFull, ...contact], ...(more && {more})};
  }
}
