import {submissionMessages} from '@buurtkit/texts';
import type {LinkPage, LinkPurpose, LinkView} from '../links/link-page.ts';
import {useLink} from '../links/use-link.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {confirmSubmission} from './confirm-submission.ts';
import {findRevision} from './store.ts';

export const confirmPurpose: LinkPurpose = 'submission.confirm';

function wordsOf({language, community}: Scope) {
  return submissionMessages[language](community.addressForm);
}

function gone(scope: Scope): LinkView {
  const words = wordsOf(scope);
  return {
    title: words.goneTitle,
    paragraphs: [words.goneText],
    more: [{href: `/${scope.community.slug}/initiatieven`, label: words.toList}],
  };
}

/** What the link in the mail leads to: the proof that somebody reads mail at the address. */
export const confirmLink: LinkPage = {
  purpose: confirmPurpose,
  async show(scope, {subjectId}) {
    const revision = await inTransaction(scope, (trxScope) => findRevision(trxScope, subjectId));
    if (!revision) return gone(scope);
    const words = wordsOf(scope);
    return {title: words.confirmTitle, paragraphs: [words.confirmText], form: {button: words.confirmButton}};
  },
  async act(scope, {id, subjectId}) {
    const confirmed = await confirmSubmission(scope, subjectId);
    if (confirmed === 'gone') return gone(scope);
    await useLink(scope, id);
    const words = wordsOf(scope);
    return {
      title: words.confirmedTitle,
      paragraphs: [words.confirmedText, ...(confirmed === 'joined' ? [words.confirmedJoined] : []), words.confirmedNext],
      more: [{href: `/${scope.community.slug}/initiatieven`, label: words.toList}],
    };
  },
};
