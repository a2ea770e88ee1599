import type {LinkPage} from '../../links/link-page.ts';
import {acceptOffer, declineOffer} from '../signups/answer-offer.ts';
import {inTransaction} from '../../scope.ts';
import {offerPurpose} from '../signups/signup-letter.ts';
import {aboutWork, momentIn, nothingLeft, readKnown, standingView, unlessOverlap, usedView, wordsOf} from './known-view.ts';

/** A place came free: yes or no. */
export const offerLink: LinkPage = {
  purpose: offerPurpose,
  async show(scope, {subjectId}) {
    const known = await readKnown(scope, subjectId);
    if (!known) return nothingLeft(scope);
    const words = wordsOf(scope);
    const about = aboutWork(scope, known);
    if (known.signup.state !== 'offered') return inTransaction(scope, (trx) => usedView(trx, known));
    const until = known.signup.expires_at === null ? [] : [words.offerUntil(momentIn(scope, known.signup.expires_at))];
    return {
      title: words.offerTitle,
      paragraphs: [...about, ...until],
      form: {button: words.acceptButton, hiddenAct: 'accept'},
      otherForms: [{button: words.declineButton, hiddenAct: 'decline'}],
    };
  },
  async act(scope, {subjectId}, form) {
    const isNo = form.get('act') === 'decline';
    return unlessOverlap(scope, subjectId, {button: wordsOf(scope).acceptButton, hiddenAct: 'accept'}, async () => {
      const answer = isNo ? await declineOffer(scope, subjectId) : await acceptOffer(scope, subjectId);
      return answer ? standingView(scope, answer.known) : nothingLeft(scope);
    });
  },
};
