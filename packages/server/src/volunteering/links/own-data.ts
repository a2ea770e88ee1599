import {ageBands, signupStates} from '@buurtkit/contract';
import {formatDate, formatDateOfMoment} from '@buurtkit/texts';
import type {TrxScope} from '../../scope.ts';
import {findVolunteersAt, readStanding, readVolunteers, type KnownSignup, type VolunteerRow} from '../signups/store.ts';
import {momentIn, wordsOf, workAndTime} from './known-view.ts';
import {hoursTold} from './own-hours.ts';

/** All that stands anywhere about this person, in words: everything that was filled in with this address, and what came of it. */
export async function everythingAbout(scope: TrxScope, {volunteer}: KnownSignup): Promise<string[]> {
  const same = volunteer.email === null ? [] : await findVolunteersAt(scope, volunteer.email);
  const people = await readVolunteers(scope, [...new Set([volunteer.id, ...same.map(({id}) => id)])]);
  const lines: string[] = [];
  for (const person of people.values()) {
    lines.push(...aboutPerson(scope, person));
    for (const known of await signupsOf(scope, person.id)) lines.push(...aboutSignup(scope, known), ...(await hoursTold(scope, known)));
  }
  return lines;
}

async function signupsOf(scope: TrxScope, volunteerId: string): Promise<KnownSignup[]> {
  const rows = await scope.trx
    .selectFrom('signups')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('volunteer_id', '=', volunteerId)
    .execute();
  return readStanding(
    scope,
    rows.map(({id}) => id),
  );
}

function aboutPerson(scope: TrxScope, volunteer: VolunteerRow): string[] {
  const {language} = scope;
  const words = wordsOf(scope);
  return labelled([
    [words.name, volunteer.name],
    [words.email, volunteer.email],
    [words.phone, volunteer.phone],
    [words.age, ageBands[volunteer.age_band][language]],
    [words.guardianEmail, volunteer.guardian_email],
    [words.vogSeen, volunteer.vog_seen_on && formatDate(volunteer.vog_seen_on, language)],
    [words.vogExpires, volunteer.vog_expires_on && formatDate(volunteer.vog_expires_on, language)],
  ]);
}

function aboutSignup(scope: TrxScope, known: KnownSignup): string[] {
  const {language, community} = scope;
  const words = wordsOf(scope);
  const {signup, shift, opportunity} = known;
  const role = shift?.roles.find(({key}) => key === signup.role)?.label;
  return [
    [...workAndTime(scope, known), signupStates[signup.state][language]].join(': '),
    ...labelled([
      [words.signedUpOn, formatDateOfMoment(signup.created_at.toISOString(), language, community.timeZone)],
      [words.role, role && (role[language] ?? role.nl)],
      [words.children, signup.children > 0 && String(signup.children)],
      ...Object.entries(signup.answers).map(([key, answer]) => {
        const question = opportunity.questions.find((each) => each.key === key)?.label;
        return [question ? (question[language] ?? question.nl) : words.answer, answer] as const;
      }),
      [words.introOn, signup.intro_at && momentIn(scope, signup.intro_at)],
      [words.checkedInAt, signup.checked_in_at && momentIn(scope, signup.checked_in_at)],
      [words.reason, signup.reason],
    ]),
  ];
}

function labelled(facts: readonly (readonly [string, string | null | undefined | false])[]): string[] {
  return facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}
