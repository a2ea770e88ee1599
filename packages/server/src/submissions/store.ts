import type {NewSubmission, SubmissionContent} from '@buurtkit/contract';
import {sql, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {TrxScope} from '../scope.ts';
import type {Change} from './join-changes.ts';

export type RevisionRow = Selectable<Tables['revisions']>;
export type AuthorRow = Selectable<Tables['revision_authors']>;

type NewRevision = {
  kind: RevisionRow['kind'];
  initiativeId: string | null;
  content: SubmissionContent;
  base: SubmissionContent;
  expiresAt: Date;
};

export async function insertRevision(scope: TrxScope, {kind, initiativeId, content, base, expiresAt}: NewRevision): Promise<string> {
  const {id} = await scope.trx
    .insertInto('revisions')
    .values({
      community_id: scope.community.id,
      kind,
      initiative_id: initiativeId,
      state: 'draft',
      content: JSON.stringify(content),
      base: JSON.stringify(base),
      reason: null,
      submitted_at: scope.now,
      expires_at: expiresAt,
      confirmed_at: null,
      decided_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAuthor(
  scope: TrxScope,
  revisionId: string,
  {email, name, locale}: Pick<NewSubmission, 'email' | 'name' | 'locale'>,
): Promise<void> {
  await scope.trx
    .insertInto('revision_authors')
    .values({
      community_id: scope.community.id,
      revision_id: revisionId,
      email,
      name: name ?? null,
      language: locale ?? scope.language,
      submitted_at: scope.now,
    })
    .execute();
}

export async function findAuthor(scope: TrxScope, revisionId: string): Promise<AuthorRow | null> {
  const row = await scope.trx
    .selectFrom('revision_authors')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('revision_id', '=', revisionId)
    .executeTakeFirst();
  return row ?? null;
}

export async function findRevision(scope: TrxScope, id: string): Promise<RevisionRow | null> {
  const row = await scope.trx
    .selectFrom('revisions')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The revision for whoever is about to decide on it; null when there is none. */
export async function lockRevision(scope: TrxScope, id: string): Promise<RevisionRow | null> {
  const row = await scope.trx
    .selectFrom('revisions')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function setPending(scope: TrxScope, id: string, {content, base}: Change): Promise<void> {
  await scope.trx
    .updateTable('revisions')
    .set({
      state: 'pending',
      content: JSON.stringify(content),
      base: JSON.stringify(base),
      confirmed_at: scope.now,
      revision: sql`revision + 1`,
    })
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
}

/** Takes the other changes by the same person of the same initiative off the list: what they say is for this one to say. */
export async function supersedeOthers(scope: TrxScope, {id, initiative_id}: RevisionRow): Promise<RevisionRow[]> {
  // Two confirmed at once would not see each other.
  await sql`select pg_advisory_xact_lock(hashtextextended('revisions of ' || ${initiative_id}, 0))`.execute(scope.trx);
  const {rows} = await sql<RevisionRow>`
    update revisions r set state = 'superseded', decided_at = ${scope.now}, revision = r.revision + 1
    from revision_authors a, revision_authors mine
    where r.community_id = ${scope.community.id} and r.initiative_id = ${initiative_id} and r.id <> ${id}
      and r.kind = 'initiative-change' and r.state = 'pending'
      and a.community_id = r.community_id and a.revision_id = r.id
      and mine.community_id = r.community_id and mine.revision_id = ${id} and lower(mine.email) = lower(a.email)
    returning r.*`.execute(scope.trx);
  return rows;
}

export async function setDecided(
  scope: TrxScope,
  id: string,
  {state, initiativeId, reason}: {state: 'approved' | 'refused'; initiativeId: string | null; reason: string | null},
): Promise<RevisionRow> {
  return scope.trx
    .updateTable('revisions')
    .set({state, initiative_id: initiativeId, reason, decided_at: scope.now, revision: sql`revision + 1`})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
