import {signupStates} from '@buurtkit/contract';
import type {LinkPage, LinkView} from '../../links/link-page.ts';
import {ProblemError} from '../../problem-error.ts';
import type {Scope, TrxScope} from '../../scope.ts';
import {cancelSignup} from '../signups/cancel-signup.ts';
import {calendarAddress} from '../signups/personal-calendar.ts';
import {changeVolunteer} from '../signups/change-volunteer.ts';
import {findMemberByEmail} from '../../members/member-store.ts';
import {forgetAddress} from '../../people/forget-address.ts';
import {forgetVolunteer} from '../signups/forget-volunteer.ts';
import {lockSettled} from '../signups/lock-settled.ts';
import {managePurpose} from '../signups/signup-letter.ts';
import {waitingPosition, type KnownSignup} from '../signups/store.ts';
import {aboutWork, ending, nothingLeft, readKnown, wordsOf} from './known-view.ts';
import {everythingAbout} from './own-data.ts';
import {hoursForm, hoursTold, takeHours} from './own-hours.ts';
import {inTransaction} from '../../scope.ts';

const open = ['awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed', 'waitlisted', 'offered'];

/** One's own sign-up: see how it stands, change, cancel, calendar, all that is kept, erase. */
export const manageLink: LinkPage = {
  purpose: managePurpose,
  async show(scope, {subjectId}) {
    const known = await readKnown(scope, subjectId);
    return known ? inTransaction(scope, (trx) => ownView(trx, known)) : nothingLeft(scope);
  },
  async act(scope, {subjectId}, form) {
    const known = await lockSettled(scope, subjectId);
    if (!known) return nothingLeft(scope);
    const words = wordsOf(scope);
    switch (form.get('act')) {
      case 'cancel':
        return cancel(scope, known);
      case 'change':
        return change(scope, known, form);
      case 'hours':
        return hours(scope, known, form);
      case 'calendar':
        return {
          title: words.calendarTitle,
          paragraphs: [words.calendarText],
          more: [{href: await calendarAddress(scope, known.volunteer.id), label: words.calendarLink}, toOwn(scope)],
        };
      case 'data':
        return {title: words.dataTitle, paragraphs: [words.dataText, ...(await everythingAbout(scope, known))], more: [toOwn(scope)]};
      case 'forget':
        return {
          title: words.forgetTitle,
          paragraphs: [words.forgetText],
          form: {button: words.forgetConfirm, hiddenAct: 'forget-all'},
          more: [toOwn(scope)],
        };
      case 'forget-all':
        return forget(scope, known);
      default:
        return ownView(scope, known);
    }
  },
};

/** The same page as it is when it is opened. */
function toOwn(scope: Scope): {href: string; label: string} {
  return {href: '?', label: wordsOf(scope).backToOwn};
}

async function ownView(scope: TrxScope, known: KnownSignup): Promise<LinkView> {
  const words = wordsOf(scope);
  const {signup, volunteer} = known;
  const position = await waitingPosition(scope, signup);
  const {contact, more} = await ending(scope, known);
  const isOpen = open.includes(signup.state);
  return {
    title: words.manageTitle,
    paragraphs: [
      ...aboutWork(scope, known),
      words.state(signupStates[signup.state][scope.language]),
      ...(position === null ? [] : [words.waitlisted(position)]),
      ...(await hoursTold(scope, known)),
      ...contact,
    ],
    ...(isOpen && {form: {button: words.cancelButton, hiddenAct: 'cancel'}}),
    otherForms: [
      ...(await hoursForm(scope, known)),
      ...(isOpen ? [detailsForm(scope, volunteer)] : []),
      {button: words.calendarButton, hiddenAct: 'calendar'},
      {button: words.dataButton, hiddenAct: 'data'},
      {button: words.forgetButton, hiddenAct: 'forget'},
    ],
    ...(more && {more}),
  };
}

function detailsForm(scope: Scope, {name, phone}: KnownSignup['volunteer'], error?: {name?: string; phone?: string}) {
  const words = wordsOf(scope);
  return {
    fields: [
      {
        kind: 'text' as const,
        name: 'name',
        label: words.name,
        value: name ?? '',
        isRequired: true,
        maxLength: 120,
        ...(error?.name !== undefined && {error: error.name}),
      },
      {
        kind: 'text' as const,
        name: 'phone',
        label: words.phone,
        hint: words.phoneHint,
        value: phone ?? '',
        maxLength: 40,
        ...(error?.phone !== undefined && {error: error.phone}),
      },
    ],
    button: words.changeButton,
    hiddenAct: 'change',
  };
}

/** Everything under the address; an account is closed by who signed in to it. */
async function forget(scope: TrxScope, {volunteer}: KnownSignup): Promise<LinkView> {
  const words = wordsOf(scope);
  const account = volunteer.email === null ? undefined : await findMemberByEmail(scope, volunteer.email);
  if (volunteer.email === null) await forgetVolunteer(scope, volunteer.id);
  else await forgetAddress(scope, volunteer.email);
  return {title: words.forgottenTitle, paragraphs: [account ? words.forgottenButAccount : words.forgotten]};
}

async function cancel(scope: TrxScope, known: KnownSignup): Promise<LinkView> {
  const words = wordsOf(scope);
  const {contact, more} = await ending(scope, known);
  try {
    await cancelSignup(scope, known.signup.id, 'person', null);
    return {title: words.cancelledTitle, paragraphs: [words.cancelled, ...aboutWork(scope, known)], ...(more && {more})};
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.code.startsWith('signup.')) throw error;
    const text = error.code === 'signup.too-late-to-cancel' ? words.tooLate : words.already;
    return {title: words.manageTitle, paragraphs: [text, ...aboutWork(scope, known), ...contact]};
  }
}

async function hours(scope: TrxScope, known: KnownSignup, form: URLSearchParams): Promise<LinkView> {
  const words = wordsOf(scope);
  if (!(await takeHours(scope, known, form))) return ownView(scope, known);
  return {
    title: words.hoursTitle,
    paragraphs: [...(await hoursTold(scope, known)), words.hoursNext, ...aboutWork(scope, known)],
    more: [toOwn(scope)],
  };
}

async function change(scope: TrxScope, known: KnownSignup, form: URLSearchParams): Promise<LinkView> {
  const words = wordsOf(scope);
  const asked = {name: form.get('name') ?? '', phone: form.get('phone') ?? ''};
  const faults = await changeVolunteer(scope, known.volunteer.id, asked);
  if (faults === null) return {title: words.changedTitle, paragraphs: [words.changed, ...aboutWork(scope, known)], more: [toOwn(scope)]};
  return {
    title: words.manageTitle,
    paragraphs: aboutWork(scope, known),
    form: detailsForm(scope, {...known.volunteer, ...asked}, faults),
  };
}
