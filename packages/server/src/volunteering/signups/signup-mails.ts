import type {SignupState} from '@buurtkit/contract';
import {formatDay, formatPeriod, formatTime, volunteeringMailMessages, type VolunteeringMailMessages} from '@buurtkit/texts';
import {createLink} from '../../links/create-link.ts';
import type {LinkPurpose} from '../../links/link-page.ts';
import {queueMail, type MailAttachment, type MailParagraph} from '../../mail/queue-mail.ts';
import type {TrxScope} from '../../scope.ts';
import {contactLine, organisersOf} from './organisers-of.ts';
import {listOverlaps} from './overlaps.ts';
import {calendarAttachment} from './signup-calendar.ts';
import {waitingPosition, type KnownSignup, type ShiftRow} from './store.ts';
import {whereToBe} from './where-to-be.ts';

export const confirmPurpose: LinkPurpose = 'signup.confirm';
export const managePurpose: LinkPurpose = 'signup.manage';
export const offerPurpose: LinkPurpose = 'signup.offer';
export const guardianPurpose: LinkPurpose = 'signup.guardian';

const hour = 3_600_000;
const day = 24 * hour;

type Told = {
  kind: string;
  /** What makes this mail another than one before of the same kind. */
  turn?: string | number;
  subject: string;
  paragraphs: readonly (MailParagraph | null)[];
  attachments?: readonly MailAttachment[];
  to?: string;
};

/** Confirm your address: the place is kept for a day. */
export async function tellToConfirm(scope: TrxScope, known: KnownSignup, turn?: number): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  const link = await linkFor(scope, known, confirmPurpose);
  await tell(scope, known, {
    kind: 'signup.confirm',
    ...(turn !== undefined && {turn}),
    subject: words.confirmSubject(title),
    paragraphs: [
      words.confirmText(title),
      whenOf(scope, known),
      whereOf(known, words),
      {link, label: words.confirmButton},
      known.signup.expires_at && words.confirmUntil(momentOf(scope, known, known.signup.expires_at)),
      words.confirmNotYou,
    ],
  });
}

/** Somebody with this address signed up before: how that stands, once an hour. */
export async function tellAgain(scope: TrxScope, known: KnownSignup): Promise<void> {
  const turn = Math.floor(scope.now.getTime() / hour);
  if (known.signup.state === 'awaiting-email') return tellToConfirm(scope, known, turn);
  const words = wordsFor(scope, known);
  await tell(scope, known, {
    kind: 'signup.again',
    turn,
    subject: words.againSubject(titleOf(known)),
    paragraphs: [
      words.againText(titleOf(known)),
      whenOf(scope, known),
      whereOf(known, words),
      await manageLink(scope, known, words),
      words.confirmNotYou,
    ],
  });
}

export async function tellWaitlisted(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  await tell(scope, known, {
    kind: 'signup.waitlisted',
    subject: words.waitlistedSubject(titleOf(known)),
    paragraphs: [
      whenOf(scope, known),
      whereOf(known, words),
      words.waitlistedText((await waitingPosition(scope, known.signup)) ?? 1),
      words.waitlistedNext,
      await manageLink(scope, known, words),
      words.confirmNotYou,
    ],
  });
}

export async function tellOffered(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  await tell(scope, known, {
    kind: 'signup.offered',
    subject: words.offeredSubject(title),
    paragraphs: [
      words.offeredText(title),
      whenOf(scope, known),
      whereOf(known, words),
      {link: await linkFor(scope, known, offerPurpose), label: words.offeredAnswer},
      known.signup.expires_at && words.offeredUntil(momentOf(scope, known, known.signup.expires_at)),
    ],
  });
}

export async function tellExpired(scope: TrxScope, known: KnownSignup, before: SignupState): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  const isWithoutAnswer = before === 'awaiting-review' || before === 'intro-planned';
  const hasBegun = known.shift !== null && known.shift.starts_at <= scope.now;
  const [subject, text] = isWithoutAnswer
    ? [words.unansweredSubject(title), words.unansweredText]
    : hasBegun && before !== 'waitlisted'
      ? [words.begunSubject(title), words.begunText]
      : before === 'awaiting-guardian'
        ? [words.expiredGuardianSubject(title), words.expiredGuardianText]
        : before === 'offered'
          ? [words.expiredOfferSubject(title), words.expiredOfferText]
          : [words.startedWaitingSubject(title), words.startedWaitingText];
  await tell(scope, known, {
    kind: `signup.expired-${before}`,
    subject,
    paragraphs: [text, whenOf(scope, known), workLink(scope, words), isWithoutAnswer ? await contactParagraph(scope, known, words) : null],
  });
}

/** The guardian is asked, and the young person hears so. */
export async function tellGuardian(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  const name = known.volunteer.name ?? '';
  if (known.volunteer.guardian_email !== null)
    await tell(scope, known, {
      kind: 'signup.guardian',
      to: known.volunteer.guardian_email,
      subject: words.guardianSubject(name),
      paragraphs: [
        words.guardianText(name, title),
        whenOf(scope, known),
        whereOf(known, words),
        {link: await linkFor(scope, known, guardianPurpose), label: words.guardianButton},
        known.signup.expires_at && words.guardianUntil(momentOf(scope, known, known.signup.expires_at)),
        await contactParagraph(scope, known, words),
      ],
    });
  await tell(scope, known, {
    kind: 'signup.guardian-asked',
    subject: words.guardianAskedSubject(title),
    paragraphs: [words.guardianAskedText, await manageLink(scope, known, words)],
  });
}

/** The organiser looks at it first; both hear so. */
export async function tellToReview(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  await tell(scope, known, {
    kind: 'signup.review',
    subject: words.reviewSubject(titleOf(known)),
    paragraphs: [
      words.reviewText,
      whenOf(scope, known),
      whereOf(known, words),
      await manageLink(scope, known, words),
      await contactParagraph(scope, known, words),
    ],
  });
  await tellOrganisers(scope, known, 'signup.organiser', ({organiserSubject, organiserText, organiserNext}) => ({
    subject: organiserSubject(titleOf(known)),
    paragraphs: [organiserText(known.volunteer.name ?? '', titleOf(known)), organiserNext],
  }));
}

export async function tellConfirmed(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  const overlaps = await listOverlaps(scope, known.volunteer.email, known.shift);
  await tell(scope, known, {
    kind: 'signup.confirmed',
    subject: words.confirmedSubject(title),
    paragraphs: [
      known.shift ? words.confirmedText(title) : words.confirmedWithoutShift(title),
      whenOf(scope, known),
      whereOf(known, words),
      await noteOf(scope, known),
      ...overlaps.map((other) =>
        words.overlap(other.title[known.volunteer.language] ?? other.title.nl, periodOf(scope, known, other.start, other.end)),
      ),
      await manageLink(scope, known, words),
      await contactParagraph(scope, known, words),
    ],
    attachments: await calendarAttachment(scopeOf(scope, known), known),
  });
}

export async function tellIntro(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  if (!known.signup.intro_at) return;
  await tell(scope, known, {
    kind: 'signup.intro',
    turn: known.signup.revision,
    subject: words.introSubject(titleOf(known)),
    paragraphs: [
      words.introText(momentOf(scope, known, known.signup.intro_at)),
      await manageLink(scope, known, words),
      await contactParagraph(scope, known, words),
    ],
  });
}

export async function tellRefused(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  await tell(scope, known, {
    kind: 'signup.refused',
    subject: words.refusedSubject(titleOf(known)),
    paragraphs: [words.refusedText(titleOf(known)), words.refusedReason, known.signup.reason, words.refusedNext, workLink(scope, words)],
  });
}

export async function tellCancelled(scope: TrxScope, known: KnownSignup, before: SignupState): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  // Nobody confirmed this address: it may be somebody else's.
  const notYou = before === 'awaiting-email' ? words.confirmNotYou : null;
  const by = known.signup.cancelled_by;
  const text =
    by === 'person'
      ? words.cancelledByPerson(title)
      : by === 'guardian'
        ? words.cancelledByGuardian(title)
        : words.cancelledByOrganiser(title);
  const hadPlace = before === 'confirmed';
  await tell(scope, known, {
    kind: 'signup.cancelled',
    subject: words.cancelledSubject(title),
    paragraphs: [
      text,
      whenOf(scope, known),
      known.signup.reason,
      workLink(scope, words),
      await contactParagraph(scope, known, words),
      notYou,
    ],
    ...(hadPlace && {attachments: await calendarAttachment(scopeOf(scope, known), known)}),
  });
  if (by !== 'organiser' && hadPlace)
    await tellOrganisers(scope, known, 'signup.cannot', ({cannotSubject, cannotText}) => ({
      subject: cannotSubject(title),
      paragraphs: [cannotText(known.volunteer.name ?? '', title), whenOf(scope, known)],
    }));
}

/** What was told before and is otherwise now: when (the shift as it was), where, what only who comes may read. */
export type Changed = {when?: ShiftRow; where?: string | null; isNoteNew?: boolean};

/** Something is not as somebody was told. Only who has a place is told where and what to know. */
export async function tellChanged(scope: TrxScope, known: KnownSignup, {when, where, isNoteNew = false}: Changed): Promise<void> {
  const isComing = known.signup.state === 'confirmed';
  if (known.signup.state === 'awaiting-email' || (!isComing && !when)) return;
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  await tell(scope, known, {
    kind: 'signup.moved',
    turn: known.shift?.sequence ?? scope.now.getTime(),
    subject: when ? words.movedSubject(title) : isNoteNew ? words.noteSubject(title) : words.elsewhereSubject(title),
    paragraphs: [
      when
        ? words.movedText(periodOf(scope, known, when.starts_at.toISOString(), when.ends_at.toISOString()), whenOf(scope, known) ?? '')
        : whenOf(scope, known),
      where === undefined ? whereOf(known, words) : words.elsewhereText(where, whereToBe(known.opportunity)),
      isComing && isNoteNew ? ((await noteOf(scope, known)) ?? words.noteGone) : null,
      await manageLink(scope, known, words),
      isComing ? await contactParagraph(scope, known, words) : null,
    ],
    ...(isComing && {attachments: await calendarAttachment(scopeOf(scope, known), known)}),
  });
}

/** A day ahead, once. */
export async function tellReminder(scope: TrxScope, known: KnownSignup): Promise<void> {
  const words = wordsFor(scope, known);
  const when = whenOf(scope, known);
  if (when === null || !known.shift) return;
  await tell(scope, known, {
    kind: 'signup.reminder',
    turn: known.shift.sequence,
    subject: words.reminderSubject(titleOf(known)),
    paragraphs: [
      words.reminderText(when),
      whereOf(known, words),
      await noteOf(scope, known),
      await manageLink(scope, known, words),
      await contactParagraph(scope, known, words),
    ],
  });
}

/** Three working days without an answer: the organiser hears it again. */
export async function remindOrganisers(scope: TrxScope, known: KnownSignup): Promise<void> {
  await tellOrganisers(scope, known, 'signup.organiser-reminder', ({organiserReminderSubject, organiserReminderText, organiserNext}) => ({
    subject: organiserReminderSubject(titleOf(known)),
    paragraphs: [organiserReminderText(known.volunteer.name ?? ''), organiserNext],
  }));
}

/** Seven days without an answer: the desk hears it, and the person whom to call. */
export async function escalate(scope: TrxScope, known: KnownSignup, desk: string | undefined): Promise<void> {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  if (desk !== undefined) {
    const deskWords = volunteeringMailMessages.nl(scope.community.addressForm);
    await queueMail(scope, {
      kind: 'signup.coordinator',
      to: desk,
      language: 'nl',
      once: `signup.coordinator ${known.signup.id}`,
      content: {subject: deskWords.coordinatorSubject(title), paragraphs: [deskWords.coordinatorText(title)]},
    });
  }
  await tell(scope, known, {
    kind: 'signup.escalated',
    subject: words.escalatedSubject(title),
    paragraphs: [words.escalatedText, await contactParagraph(scope, known, words), await manageLink(scope, known, words)],
  });
}

async function tell(scope: TrxScope, known: KnownSignup, told: Told): Promise<void> {
  const {signup, volunteer} = known;
  const to = told.to ?? volunteer.email;
  if (to === null) return askToCall(scope, known, told);
  await queueMail(scope, {
    kind: told.kind,
    to,
    language: volunteer.language,
    once: [told.kind, signup.id, ...(told.turn === undefined ? [] : [told.turn])].join(' '),
    content: {subject: told.subject, paragraphs: told.paragraphs.filter((paragraph) => paragraph !== null)},
    ...(told.attachments && {attachments: told.attachments}),
  });
}

/** What somebody without an e-mail address has to hear from a person. What the desk did itself it has told. */
const toBeCalled = [
  'signup.offered',
  'signup.expired-offered',
  'signup.expired-awaiting-review',
  'signup.expired-intro-planned',
  'signup.moved',
  'signup.cancelled',
  'signup.refused',
  'signup.reminder',
];

async function askToCall(scope: TrxScope, known: KnownSignup, {kind, turn, subject, paragraphs}: Told): Promise<void> {
  if (!toBeCalled.includes(kind)) return;
  const name = known.volunteer.name ?? '';
  const spoken = paragraphs.filter((paragraph) => typeof paragraph === 'string');
  await tellOrganisers(scope, known, [`${kind}-call`, ...(turn === undefined ? [] : [turn])].join(' '), ({callSubject, callText}) => ({
    subject: `${callSubject(name)}: ${subject}`,
    paragraphs: [callText(name, known.volunteer.phone), ...spoken],
  }));
}

async function tellOrganisers(
  scope: TrxScope,
  {signup, opportunity}: KnownSignup,
  kind: string,
  content: (words: VolunteeringMailMessages) => {subject: string; paragraphs: readonly (MailParagraph | null)[]},
): Promise<void> {
  for (const [index, {email, language}] of (await organisersOf(scope, opportunity)).entries()) {
    const {subject, paragraphs} = content(volunteeringMailMessages[language](scope.community.addressForm));
    await queueMail(scope, {
      kind: kind.split(' ')[0] ?? kind,
      to: email,
      language,
      once: `${kind} ${signup.id} ${index}`,
      content: {subject, paragraphs: paragraphs.filter((paragraph) => paragraph !== null)},
    });
  }
}

function wordsFor({community}: TrxScope, {volunteer}: KnownSignup): VolunteeringMailMessages {
  return volunteeringMailMessages[volunteer.language](community.addressForm);
}

/** What goes with the mail speaks the same language. */
function scopeOf(scope: TrxScope, {volunteer}: KnownSignup): TrxScope {
  return {...scope, language: volunteer.language};
}

export function titleOf({opportunity, volunteer}: Pick<KnownSignup, 'opportunity' | 'volunteer'>): string {
  return opportunity.title[volunteer.language] ?? opportunity.title.nl;
}

function whenOf(scope: TrxScope, known: KnownSignup): string | null {
  return known.shift && periodOf(scope, known, known.shift.starts_at.toISOString(), known.shift.ends_at.toISOString());
}

function whereOf({opportunity}: KnownSignup, words: VolunteeringMailMessages): string | null {
  const where = whereToBe(opportunity);
  return where && words.where(where);
}

function periodOf({community}: TrxScope, {volunteer}: KnownSignup, from: string, until: string): string {
  return formatPeriod(from, until, volunteer.language, community.timeZone);
}

function momentOf({community}: TrxScope, {volunteer}: KnownSignup, at: Date): string {
  const moment = at.toISOString();
  return `${formatDay(moment, volunteer.language, community.timeZone)}, ${formatTime(moment, volunteer.language, community.timeZone)}`;
}

async function linkFor(scope: TrxScope, {signup, shift}: KnownSignup, purpose: LinkPurpose): Promise<string> {
  // Erasing somebody takes back every link but the one to confirm; that one outlives its term, for a friendly page.
  const expiresAt = purpose === confirmPurpose && shift ? new Date(shift.ends_at.getTime() + 90 * day) : null;
  return createLink(scope, {purpose, subjectId: signup.id, expiresAt});
}

async function manageLink(scope: TrxScope, known: KnownSignup, words: VolunteeringMailMessages): Promise<MailParagraph> {
  return {link: await linkFor(scope, known, managePurpose), label: words.manage};
}

function workLink({publicUrl, community}: TrxScope, words: VolunteeringMailMessages): MailParagraph {
  return {link: `${publicUrl}/${community.slug}/vrijwilligerswerk`, label: words.toWork};
}

async function contactParagraph(scope: TrxScope, {opportunity}: KnownSignup, words: VolunteeringMailMessages): Promise<string | null> {
  const contact = await contactLine(scope, opportunity);
  return contact && words.contact(contact);
}

/** What only somebody who comes may know. */
async function noteOf(scope: TrxScope, {shift, volunteer}: KnownSignup): Promise<string | null> {
  if (!shift) return null;
  const {note} = await scope.trx
    .selectFrom('shift_secrets')
    .select('note')
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .executeTakeFirstOrThrow();
  return note && (note[volunteer.language] ?? note.nl);
}
