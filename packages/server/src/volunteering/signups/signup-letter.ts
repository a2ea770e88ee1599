import {formatDay, formatPeriod, formatTime, volunteeringMailMessages, type VolunteeringMailMessages} from '@buurtkit/texts';
import {createLink} from '../../links/create-link.ts';
import type {LinkPurpose} from '../../links/link-page.ts';
import {queueMail, type MailAttachment, type MailParagraph} from '../../mail/queue-mail.ts';
import type {TrxScope} from '../../scope.ts';
import {contactLine, organisersOf} from './organisers-of.ts';
import type {KnownSignup} from './store.ts';
import {whereToBe} from './where-to-be.ts';

export const confirmPurpose: LinkPurpose = 'signup.confirm';
export const managePurpose: LinkPurpose = 'signup.manage';
export const offerPurpose: LinkPurpose = 'signup.offer';
export const guardianPurpose: LinkPurpose = 'signup.guardian';

const day = 86_400_000;

export type Told = {
  kind: string;
  /** What makes this mail another than one before of the same kind. */
  turn?: string | number;
  subject: string;
  paragraphs: readonly (MailParagraph | null)[];
  attachments?: readonly MailAttachment[];
  to?: string;
};

/** Brings a letter to whoever signed up, or to whom it is meant for; who has no e-mail address is called by the organisers. */
export async function tell(scope: TrxScope, known: KnownSignup, told: Told): Promise<void> {
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

export async function tellOrganisers(
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

export function wordsFor({community}: TrxScope, {volunteer}: KnownSignup): VolunteeringMailMessages {
  return volunteeringMailMessages[volunteer.language](community.addressForm);
}

/** What goes with the mail speaks the same language. */
export function scopeOf(scope: TrxScope, {volunteer}: KnownSignup): TrxScope {
  return {...scope, language: volunteer.language};
}

export function titleOf({opportunity, volunteer}: Pick<KnownSignup, 'opportunity' | 'volunteer'>): string {
  return opportunity.title[volunteer.language] ?? opportunity.title.nl;
}

export function whenOf(scope: TrxScope, known: KnownSignup): string | null {
  return known.shift && periodOf(scope, known, known.shift.starts_at.toISOString(), known.shift.ends_at.toISOString());
}

export function whereOf({opportunity}: KnownSignup, words: VolunteeringMailMessages): string | null {
  const where = whereToBe(opportunity);
  return where && words.where(where);
}

export function periodOf({community}: TrxScope, {volunteer}: KnownSignup, from: string, until: string): string {
  return formatPeriod(from, until, volunteer.language, community.timeZone);
}

export function momentOf({community}: TrxScope, {volunteer}: KnownSignup, at: Date): string {
  const moment = at.toISOString();
  return `${formatDay(moment, volunteer.language, community.timeZone)}, ${formatTime(moment, volunteer.language, community.timeZone)}`;
}

export async function linkFor(scope: TrxScope, {signup, shift}: KnownSignup, purpose: LinkPurpose): Promise<string> {
  // Erasing somebody takes back every link but the one to confirm; that one outlives its term, for a friendly page.
  const expiresAt = purpose === confirmPurpose && shift ? new Date(shift.ends_at.getTime() + 90 * day) : null;
  return createLink(scope, {purpose, subjectId: signup.id, expiresAt});
}

export async function manageLink(scope: TrxScope, known: KnownSignup, words: VolunteeringMailMessages): Promise<MailParagraph> {
  return {link: await linkFor(scope, known, managePurpose), label: words.manage};
}

export function workLink({publicUrl, community}: TrxScope, words: VolunteeringMailMessages): MailParagraph {
  return {link: `${publicUrl}/${community.slug}/vrijwilligerswerk`, label: words.toWork};
}

export async function contactParagraph(
  scope: TrxScope,
  {opportunity}: KnownSignup,
  words: VolunteeringMailMessages,
): Promise<string | null> {
  const contact = await contactLine(scope, opportunity);
  return contact && words.contact(contact);
}

/** What only somebody who comes may know. */
export async function noteOf(scope: TrxScope, {shift, volunteer}: KnownSignup): Promise<string | null> {
  if (!shift) return null;
  const {note} = await scope.trx
    .selectFrom('shift_secrets')
    .select('note')
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shift.id)
    .executeTakeFirstOrThrow();
  return note && (note[volunteer.language] ?? note.nl);
}
