import {formatDateOfMoment, freshnessMessages} from '@buurtkit/texts';
import {createLink} from '../links/create-link.ts';
import {queueMail, type MailParagraph} from '../mail/queue-mail.ts';
import {peopleOf, type Person} from '../people/people-of.ts';
import type {TrxScope} from '../scope.ts';
import {inDaytime, mailsBeforeMark} from './freshness-due.ts';
import type {FreshnessRow} from './freshness-store.ts';
import {initiativeAddresses} from './initiative-addresses.ts';
import {stillTruePurpose} from './still-true-link.ts';

const daysThatALinkWorks = 180;

/** Asks an initiative's people whether its page is still right; false when there is nobody to ask. */
export async function askPeople(scope: TrxScope, row: FreshnessRow): Promise<boolean> {
  const people = await peopleOf(scope, row.initiativeId);
  for (const person of people) await askPerson(scope, row, person);
  return people.length > 0;
}

async function askPerson(scope: TrxScope, row: FreshnessRow, {id, email, language}: Person): Promise<void> {
  const {community, now} = scope;
  const words = freshnessMessages[language](community.addressForm);
  const time = row.asked + 1;
  const expiresAt = new Date(now.getTime() + daysThatALinkWorks * 86_400_000);
  const link = await createLink(scope, {purpose: stillTruePurpose, subjectId: row.initiativeId, expiresAt});
  const {page, change} = initiativeAddresses(scope, row.slug);
  const paragraphs: MailParagraph[] = [
    words.question(row.name),
    ...(row.checkedAt ? [words.lastChecked(formatDateOfMoment(row.checkedAt.toISOString(), language, community.timeZone))] : []),
    ...(time > 1 ? [words.askedBefore] : []),
    {link: page, label: words.look},
    {link, label: words.stillTrue},
    {link: change, label: words.change},
    ...(time === mailsBeforeMark ? [`${words.lastTime} ${words.nothingIsDeleted}`] : []),
  ];
  await queueMail(scope, {
    kind: 'freshness.ask',
    to: email,
    language,
    once: `freshness ${row.initiativeId} ${row.countedFrom.toISOString()} ${time} ${id}`,
    content: {subject: words.subject(row.name), paragraphs},
    after: inDaytime(now, community.timeZone),
  });
}
