import {ageBands} from '@buurtkit/contract';
import type {LinkPage} from '../../links/link-page.ts';
import {inTransaction} from '../../scope.ts';
import {agreeAsGuardian, refuseAsGuardian} from '../signups/answer-as-guardian.ts';
import {guardianPurpose} from '../signups/signup-letter.ts';
import {aboutWork, ending, momentIn, nothingLeft, readKnown, usedView, wordsOf} from './known-view.ts';

/** A parent or guardian says whether it is all right, and can take that back with the same link. */
export const guardianLink: LinkPage = {
  purpose: guardianPurpose,
  async show(scope, {subjectId}) {
    const known = await readKnown(scope, subjectId);
    if (!known) return nothingLeft(scope);
    const words = wordsOf(scope);
    const about = aboutWork(scope, known);
    const {signup, volunteer} = known;
    if (['awaiting-review', 'intro-planned', 'confirmed'].includes(signup.state))
      return {
        title: words.agreedTitle,
        paragraphs: [words.agreed(volunteer.name ?? ''), ...about],
        form: {button: words.withdrawButton, hiddenAct: 'object'},
      };
    if (signup.state !== 'awaiting-guardian') return inTransaction(scope, (trx) => usedView(trx, known));
    const age = ageBands[volunteer.age_band][scope.language].toLowerCase();
    const until = signup.expires_at === null ? [] : [words.guardianUntil(momentIn(scope, signup.expires_at))];
    return {
      title: words.guardianTitle(volunteer.name ?? ''),
      paragraphs: [words.guardianText(volunteer.name ?? '', age), ...about, ...until],
      form: {button: words.agreeButton, hiddenAct: 'agree'},
      otherForms: [{button: words.objectButton, hiddenAct: 'object'}],
    };
  },
  async act(scope, {subjectId}, form) {
    const isYes = form.get('act') === 'agree';
    const answer = isYes ? await agreeAsGuardian(scope, subjectId) : await refuseAsGuardian(scope, subjectId);
    if (!answer) return nothingLeft(scope);
    if (answer.outcome !== 'done') return usedView(scope, answer.known);
    const words = wordsOf(scope);
    const {contact, more} = await ending(scope, answer.known);
    const [title, text] = isYes
      ? [words.agreedTitle, words.agreed(answer.known.volunteer.name ?? '')]
      : [words.objectedTitle, words.objected];
    return {title, paragraphs: [text, ...aboutWork(scope, answer.known), ...contact], ...(more && {more})};
  },
};
