import {listingKinds} from '@buurtkit/contract';
import {exchangeMailMessages, formatDuration} from '@buurtkit/texts';
import {queueMail} from '../../mail/queue-mail.ts';
import type {TrxScope} from '../../scope.ts';
import {deskLine} from '../desk-line.ts';
import {exchangePage} from '../exchange-page.ts';
import type {ListingRow} from './listing-row.ts';

/** Its owner hears why it is off the list. */
export async function tellClosed(scope: TrxScope, listing: ListingRow, reason: string): Promise<void> {
  const owner = await findOwner(scope, listing.owner_id);
  if (!owner?.email) return;
  const words = exchangeMailMessages[owner.language](scope.community.addressForm);
  const desk = await deskLine(scope, words);
  await queueMail(scope, {
    kind: 'listing.closed',
    to: owner.email,
    language: owner.language,
    once: `listing.closed ${listing.id} ${scope.now.getTime()}`,
    content: {
      subject: words.closedSubject,
      paragraphs: [words.closedText(listing.title[owner.language] ?? listing.title.nl), reason, ...desk],
    },
  });
}

/** What came and fits what somebody placed, in one mail. */
export async function tellMatches(scope: TrxScope, ownerId: string, matches: readonly ListingRow[]): Promise<void> {
  const owner = await findOwner(scope, ownerId);
  if (!owner?.email) return;
  const words = exchangeMailMessages[owner.language](scope.community.addressForm);
  const list = matches.map(({kind, title, minutes}) =>
    words.match(listingKinds[kind][owner.language], title[owner.language] ?? title.nl, formatDuration(minutes, owner.language)),
  );
  await queueMail(scope, {
    kind: 'listing.matches',
    to: owner.email,
    language: owner.language,
    once: `listing.matches ${ownerId} ${scope.now.getTime()}`,
    content: {
      subject: words.matchesSubject,
      paragraphs: [words.matchesText, {list}, exchangePage(scope, words.toPage), words.matchesStop],
    },
  });
}

async function findOwner({trx, community}: TrxScope, id: string) {
  return trx
    .selectFrom('members')
    .select(['email', 'language'])
    .where('community_id', '=', community.id)
    .where('id', '=', id)
    .executeTakeFirst();
}
