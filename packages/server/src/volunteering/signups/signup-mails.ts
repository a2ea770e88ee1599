import type {SignupState} from '@buurtkit/contract';
import {volunteeringMailMessages} from '@buurtkit/texts';
import {queueMail} from '../../mail/queue-mail.ts';
import type {TrxScope} from '../../scope.ts';
import {listOverlaps} from './overlaps.ts';
import {calendarAttachment} from './signup-calendar.ts';
import {
  confirmPurpose,
  contactParagraph,
  guardianPurpose,
  linkFor,
  manageLink,
  momentOf,
  noteOf,
  offerPurpose,
  periodOf,
  scopeOf,
  tell,
  tellOrganisers,
  titleOf,
  whenOf,
  whereOf,
  wordsFor,
  workLink,
} from './signup-letter.ts';
import {untilEnd} from './signup-states.ts';
import {waitingPosition, type KnownSignup, type ShiftRow} from './store.ts';
import {whereToBe} from './where-to-be.ts';

const hour = 3_600_000;

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
  const [subject, text] = whyExpired(scope, known, before);
  const contact = isForOrganiser(before) ? await contactParagraph(scope, known, words) : null;
  await tell(scope, known, {
    kind: `signup.expired-${before}`,
    subject,
    paragraphs: [text, whenOf(scope, known), workLink(scope, words), contact],
  });
}

function whyExpired(scope: TrxScope, known: KnownSignup, before: SignupState): readonly [subject: string, text: string] {
  const words = wordsFor(scope, known);
  const title = titleOf(known);
  if (isForOrganiser(before)) return [words.unansweredSubject(title), words.unansweredText];
  if (before === 'waitlisted') return [words.startedWaitingSubject(title), words.startedWaitingText];
  if (known.shift && known.shift.starts_at <= scope.now) return [words.begunSubject(title), words.begunText];
  if (before === 'awaiting-guardian') return [words.expiredGuardianSubject(title), words.expiredGuardianText];
  return [words.expiredOfferSubject(title), words.expiredOfferText];
}

/** Whether the next step was the organiser's. */
function isForOrganiser(state: SignupState): boolean {
  return untilEnd.includes(state);
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
