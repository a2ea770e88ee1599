import type {Language} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {TrxScope} from '../scope.ts';

export type PersonRow = Selectable<Tables['initiative_people']>;

export async function listPeople(scope: TrxScope, initiativeId: string): Promise<PersonRow[]> {
  return scope.trx
    .selectFrom('initiative_people')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('initiative_id', '=', initiativeId)
    .orderBy('id')
    .execute();
}

/** Somebody who has shown to read mail at this address is one of an initiative's people from now on. */
export async function addPerson(
  scope: TrxScope,
  initiativeId: string,
  {email, name, language}: {email: string; name: string | null; language: Language},
): Promise<void> {
  await sql`
    insert into initiative_people (community_id, initiative_id, email, name, language, confirmed_at)
    values (${scope.community.id}, ${initiativeId}, ${email}, ${name}, ${language}, ${scope.now})
    on conflict (community_id, initiative_id, lower(email)) do update set confirmed_at = excluded.confirmed_at`.execute(scope.trx);
}

type Person = {email: string; name: string | null; language: Language};

/** Who was there already keeps their row, and that their address was confirmed. */
export async function replacePeopleRows(scope: TrxScope, initiativeId: string, people: readonly Person[]): Promise<void> {
  const emails = people.map(({email}) => email.toLowerCase());
  await sql`
    delete from initiative_people
    where community_id = ${scope.community.id} and initiative_id = ${initiativeId} and lower(email) <> all(${emails}::text[])`.execute(
    scope.trx,
  );
  for (const {email, name, language} of people)
    await sql`
      insert into initiative_people (community_id, initiative_id, email, name, language)
      values (${scope.community.id}, ${initiativeId}, ${email}, ${name}, ${language})
      on conflict (community_id, initiative_id, lower(email)) do update set name = excluded.name, language = excluded.language`.execute(
      scope.trx,
    );
}
