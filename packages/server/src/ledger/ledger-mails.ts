import type {CreditSettings} from '@buurtkit/contract';
import {formatCreditsAndTime, formatDate, formatDay, timeCreditMailMessages} from '@buurtkit/texts';
import {readCommunity} from '../communities/store.ts';
import {queueMail, type MailParagraph} from '../mail/queue-mail.ts';
import {findMember} from '../members/member-store.ts';
import type {TrxScope} from '../scope.ts';
import {nameOf, type AccountRow} from './accounts/account-row.ts';
import type {PaymentRequestRow} from './requests/payment-request-row.ts';

type Sides = {from: AccountRow; to: AccountRow};
type Words = ReturnType<(typeof timeCreditMailMessages)['nl']>;
type Told = {subject: string; paragraphs: readonly MailParagraph[]};

/** Tells a member that somebody asks minutes. The fund and who has no address hear nothing. */
export async function tellAsked(scope: TrxScope, row: PaymentRequestRow, {from, to}: Sides): Promise<void> {
  await tellMember(scope, from, {kind: 'credits.asked', once: `asked ${row.id}`}, (words, amount, language) => {
    const name = nameOf(to, language);
    return {
      subject: words.askedSubject(name),
      paragraphs: [
        words.asked(name, amount(Number(row.minutes))),
        ...(row.memo === null ? [] : [words.askedFor(row.memo)]),
        words.askedUntil(formatDay(row.expires_at.toISOString(), language, scope.community.timeZone)),
        words.whereToAnswer(scope.community.name),
      ],
    };
  });
}

export type ExpiringNews = {minutes: number; on: string; months: number; daysAhead: number};

/** Tells a member what goes to the fund, and how to give it to somebody before that. */
export async function tellExpiring(scope: TrxScope, account: AccountRow, {minutes, on, months, daysAhead}: ExpiringNews): Promise<void> {
  const mail = {kind: 'credits.expiring', once: `expiring ${account.id} ${on} ${daysAhead}`};
  await tellMember(scope, account, mail, (words, amount, language) => {
    const date = formatDate(on, language);
    return {
      subject: words.expirySubject(date),
      paragraphs: [words.expiry(amount(minutes), date), words.expiryWhy(months), words.expiryGive],
    };
  });
}

type Language = 'nl' | 'en';
type Telling = (words: Words, amount: (minutes: number) => string, language: Language) => Told;

async function tellMember(scope: TrxScope, account: AccountRow, mail: {kind: string; once: string}, tell: Telling): Promise<void> {
  if (account.kind !== 'member' || account.owner_id === null) return;
  const member = await findMember(scope, account.owner_id);
  if (!member?.email) return;
  const {language} = member;
  const credits = await creditsOf(scope);
  const words = timeCreditMailMessages[language](scope.community.addressForm);
  const content = tell(words, (minutes) => formatCreditsAndTime(minutes, credits, language), language);
  await queueMail(scope, {...mail, to: member.email, language, content});
}

async function creditsOf({trx, community}: TrxScope): Promise<CreditSettings> {
  const {credits} = await readCommunity(trx, community.id);
  return credits!;
}
