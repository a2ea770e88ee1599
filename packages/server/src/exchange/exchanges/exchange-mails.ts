import type {ExchangeSide, ExchangeState, Language} from '@buurtkit/contract';
import {exchangeMailMessages, formatDay, formatDuration, formatTime, type ExchangeMailMessages} from '@buurtkit/texts';
import {queueMail, type MailParagraph} from '../../mail/queue-mail.ts';
import type {TrxScope} from '../../scope.ts';
import {communityContact} from '../../volunteering/signups/organisers-of.ts';
import {deskLine} from '../desk-line.ts';
import {exchangePage} from '../exchange-page.ts';
import {firstName} from '../first-name.ts';
import {otherSide, type KnownExchange} from './exchange-row.ts';
import {suggestedMinutes} from './represent-exchange.ts';

/** What one reader needs to be told: their words, the other's name, and how things are written in their language. */
type Telling = {
  words: ExchangeMailMessages;
  name: string;
  title: string;
  duration: (minutes: number) => string;
  moment: (at: Date | null) => string;
};

type Content = {subject: string; paragraphs: readonly (MailParagraph | null)[]};

/** The owner of the listing hears of a proposal. */
export async function tellProposed(scope: TrxScope, known: KnownExchange): Promise<void> {
  const {minutes, proposed_by, expires_at} = known.exchange;
  await tell(scope, known, otherSide(proposed_by), 'exchange.proposed', ({words, name, title, duration, moment}) => ({
    subject: proposed_by === 'helper' ? words.offeredSubject(name) : words.askedSubject(name),
    paragraphs: [
      (proposed_by === 'helper' ? words.offeredText : words.askedText)(name, title, duration(minutes)),
      ...said(words, name, known.words.message),
      words.answerBefore(moment(expires_at)),
    ],
  }));
}

/** Who proposed hears yes, and both how to reach each other. */
export async function tellAccepted(scope: TrxScope, known: KnownExchange): Promise<void> {
  const {proposed_by, minutes} = known.exchange;
  for (const side of ['helper', 'helped'] as const) {
    const contact = known.words[`${otherSide(side)}_contact`];
    // Who pressed it knows; what is new to them is how to reach the other.
    if (side !== proposed_by && contact === null) continue;
    await tell(scope, known, side, 'exchange.accepted', ({words, name, title, duration}) => ({
      subject: side === proposed_by ? words.acceptedSubject(name) : words.appointmentSubject(name),
      paragraphs: [
        words.acceptedText(name, title),
        ...(side === proposed_by ? said(words, name, known.words.answer) : []),
        contact === null ? words.cannotReach(name) : words.reach(name, contact),
        side === 'helped' && known.exchange.hold_id !== null ? words.reserved(duration(minutes)) : null,
      ],
    }));
  }
}

export async function tellDeclined(scope: TrxScope, known: KnownExchange): Promise<void> {
  await tell(scope, known, known.exchange.proposed_by, 'exchange.declined', ({words, name, title}) => ({
    subject: words.declinedSubject,
    paragraphs: [words.declinedText(name, title), ...said(words, name, known.words.answer), words.tryAnother],
  }));
}

/** The listing closed before there was an answer. */
export async function tellTaken(scope: TrxScope, known: KnownExchange): Promise<void> {
  await tell(scope, known, known.exchange.proposed_by, 'exchange.taken', ({words, title}) => ({
    subject: words.declinedSubject,
    paragraphs: [words.takenText(title), words.tryAnother],
  }));
}

/** The other hears that it is off. */
export async function tellWithdrawn(scope: TrxScope, known: KnownExchange, by: ExchangeSide): Promise<void> {
  const side = otherSide(by);
  await tell(scope, known, side, 'exchange.withdrawn', ({words, name, title}) => ({
    subject: words.withdrawnSubject(name),
    paragraphs: [
      words.withdrawnText(name, title),
      ...said(words, name, known.words.answer),
      side === 'helped' && known.exchange.hold_id !== null ? words.released : null,
    ],
  }));
}

/** Nobody answered: who proposed hears so. Nothing was done: both do. */
export async function tellExpired(scope: TrxScope, known: KnownExchange, before: ExchangeState): Promise<void> {
  if (before === 'proposed')
    return tell(scope, known, known.exchange.proposed_by, 'exchange.expired', ({words, title}) => ({
      subject: words.unansweredSubject,
      paragraphs: [words.unansweredText(title), words.tryAnother],
    }));
  await tellBoth(scope, known, 'exchange.expired', (side, {words, name, title}) => ({
    subject: words.undoneSubject(name),
    paragraphs: [words.undoneText(name, title), side === 'helped' && known.exchange.hold_id !== null ? words.released : null],
  }));
}

export async function tellDone(scope: TrxScope, known: KnownExchange, side: ExchangeSide): Promise<void> {
  const minutes = known.exchange[`${otherSide(side)}_minutes`] ?? 0;
  await tell(scope, known, side, 'exchange.done', ({words, name, title, duration, moment}) => ({
    subject: words.doneSubject(name),
    paragraphs: [words.doneText(name, title, duration(minutes)), words.confirmBefore(moment(known.exchange.expires_at))],
  }));
}

/** Who said more is asked to agree with less. */
export async function tellDifferent(scope: TrxScope, known: KnownExchange): Promise<void> {
  const {helper_minutes, helped_minutes} = known.exchange;
  const side = (helper_minutes ?? 0) > (helped_minutes ?? 0) ? 'helper' : 'helped';
  await tell(scope, known, side, 'exchange.confirmed', ({words, name, duration}) => ({
    subject: words.differentSubject(name),
    paragraphs: [
      words.differentText(
        name,
        duration(known.exchange[`${side}_minutes`] ?? 0),
        duration(known.exchange[`${otherSide(side)}_minutes`] ?? 0),
      ),
      words.differentNext(duration(suggestedMinutes(known) ?? 0)),
    ],
  }));
}

/** Only who gives hears that it can't be given yet: it is nobody else's business. */
export async function tellBlocked(scope: TrxScope, known: KnownExchange): Promise<void> {
  await tell(scope, known, 'helped', 'exchange.blocked', ({words, name, duration}) => ({
    subject: words.blockedSubject(name),
    paragraphs: [words.blockedText(name, duration(known.exchange.agreed_minutes ?? 0)), words.blockedNext],
  }));
}

export async function tellSettled(scope: TrxScope, known: KnownExchange): Promise<void> {
  await tellBoth(scope, known, 'exchange.settled', (side, {words, name, duration}) => ({
    subject: words.settledSubject(name),
    paragraphs: [(side === 'helper' ? words.receivedText : words.gaveText)(name, duration(known.exchange.settled_minutes ?? 0))],
  }));
}

/** The coordinators hear it, and the two; who asked for it knows. */
export async function tellDisputed(scope: TrxScope, known: KnownExchange, by: ExchangeSide | null): Promise<void> {
  for (const side of ['helper', 'helped'] as const)
    if (side !== by)
      await tell(scope, known, side, 'exchange.disputed', ({words, name, title}) => ({
        subject: words.disputedSubject(name),
        paragraphs: [words.disputedText(title)],
      }));
  for (const [index, {email, language}] of (await coordinatorsFor(scope, known)).entries()) {
    const words = exchangeMailMessages[language](scope.community.addressForm);
    const named = (side: ExchangeSide) => firstName(known[side].name) ?? words.somebody;
    await queueMail(scope, {
      kind: 'exchange.coordinator',
      to: email,
      language,
      once: `exchange.coordinator ${known.exchange.id} ${index}`,
      content: {
        subject: words.coordinatorSubject,
        paragraphs: [
          words.coordinatorText(named('helper'), named('helped'), titleOf(known, language)),
          ...(known.words.reason !== null && by ? [words.writes(named(by)), known.words.reason] : []),
          exchangePage(scope, words.toPage),
        ],
      },
    });
  }
}

export async function tellResolved(scope: TrxScope, known: KnownExchange): Promise<void> {
  const minutes = known.exchange.settled_minutes ?? 0;
  await tellBoth(scope, known, 'exchange.resolved', (_side, {words, name, title, duration}) => ({
    subject: words.resolvedSubject(name),
    paragraphs: [minutes === 0 ? words.resolvedNothing(title) : words.resolvedText(title, duration(minutes)), known.words.note],
  }));
}

async function tellBoth(
  scope: TrxScope,
  known: KnownExchange,
  kind: string,
  content: (side: ExchangeSide, telling: Telling) => Content,
): Promise<void> {
  for (const side of ['helper', 'helped'] as const) await tell(scope, known, side, kind, (telling) => content(side, telling));
}

/** A mail to one side; each has a link to the page, and a way to a professional. */
async function tell(
  scope: TrxScope,
  known: KnownExchange,
  side: ExchangeSide,
  kind: string,
  content: (telling: Telling) => Content,
): Promise<void> {
  const {email, language} = known[side];
  if (email === null) return;
  const words = exchangeMailMessages[language](scope.community.addressForm);
  const {timeZone} = scope.community;
  const {subject, paragraphs} = content({
    words,
    name: firstName(known[otherSide(side)].name) ?? words.somebody,
    title: titleOf(known, language),
    duration: (minutes) => formatDuration(minutes, language),
    moment: (at) => {
      const moment = (at ?? scope.now).toISOString();
      return `${formatDay(moment, language, timeZone)}, ${formatTime(moment, language, timeZone)}`;
    },
  });
  const told = [
    ...paragraphs.filter((paragraph) => paragraph !== null),
    exchangePage(scope, words.toPage),
    ...(await deskLine(scope, words)),
  ];
  await queueMail(scope, {
    kind,
    to: email,
    language,
    once: `${kind} ${known.exchange.id} ${side}`,
    content: {subject, paragraphs: told},
  });
}

function said(words: ExchangeMailMessages, name: string, text: string | null): string[] {
  return text === null ? [] : [words.writes(name), text];
}

function titleOf({listing}: KnownExchange, language: Language): string {
  return listing ? (listing.title[language] ?? listing.title.nl) : '…';
}

/** Coordinators who aren't a side themselves, else the community's own contact. */
async function coordinatorsFor(scope: TrxScope, {helper, helped}: KnownExchange): Promise<{email: string; language: Language}[]> {
  const rows = await scope.trx
    .selectFrom('members')
    .select(['email', 'language'])
    .where('community_id', '=', scope.community.id)
    .where('role', '=', 'coordinator')
    .where('id', 'not in', [helper.id, helped.id])
    .execute();
  const known = rows.flatMap(({email, language}) => (email === null ? [] : [{email, language}]));
  if (known.length > 0) return known;
  const {email} = await communityContact(scope);
  return email === undefined ? [] : [{email, language: 'nl'}];
}
