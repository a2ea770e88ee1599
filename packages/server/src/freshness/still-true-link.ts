import {formatDateOfMoment, freshnessMessages, type FreshnessMessages} from '@buurtkit/texts';
import type {LinkPage, LinkPurpose, LinkView} from '../links/link-page.ts';
import {useLink} from '../links/use-link.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {confirmStillTrue} from './confirm-still-true.ts';
import {findChecked} from './freshness-store.ts';
import {initiativeAddresses} from './initiative-addresses.ts';

export const stillTruePurpose: LinkPurpose = 'freshness.confirm';

function wordsOf({language, community}: Scope): FreshnessMessages {
  return freshnessMessages[language](community.addressForm);
}

function gone(scope: Scope): LinkView {
  const words = wordsOf(scope);
  const href = `/${scope.community.slug}/initiatieven`;
  return {title: words.gone, paragraphs: [words.goneText], more: [{href, label: words.toList}]};
}

/** What the question in the mail leads to: one press says that the page is still right. */
export const stillTrueLink: LinkPage = {
  purpose: stillTruePurpose,
  async show(scope, {subjectId}) {
    const initiative = await inTransaction(scope, (trxScope) => findChecked(trxScope, subjectId));
    if (!initiative) return gone(scope);
    const words = wordsOf(scope);
    const {page, change} = initiativeAddresses(scope, initiative.slug);
    return {
      title: words.subject(initiative.name),
      paragraphs: [words.pageText],
      form: {button: words.stillTrue},
      more: [
        {href: page, label: words.look},
        {href: change, label: words.change},
      ],
    };
  },
  async act(scope, {id, subjectId}) {
    const initiative = await confirmStillTrue(scope, subjectId);
    if (!initiative) return gone(scope);
    await useLink(scope, id);
    const words = wordsOf(scope);
    const date = formatDateOfMoment(scope.now.toISOString(), scope.language, scope.community.timeZone);
    return {
      title: words.thanks,
      paragraphs: [words.doneText(date)],
      more: [{href: initiativeAddresses(scope, initiative.slug).page, label: words.look}],
    };
  },
};
