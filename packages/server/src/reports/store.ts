import type {NewReport} from '@buurtkit/contract';
import {sql} from 'kysely';
import {readPublished} from '../db/read-published.ts';
import type {Scope, TrxScope} from '../scope.ts';

/** What a report is about, and the addresses that it publishes itself. */
export type ReportSubject = {id: string; slug: string | null; name: string; emails: string[]};

const subjects = {
  initiative: sql`select id, slug, name, '[]'::jsonb as contacts, community_id from initiatives`,
  partner: sql`select id, slug, name, contacts, community_id from partners`,
  service: sql`select s.id, null as slug, s.name ->> 'nl' as name, p.contacts, s.community_id
    from services s join partners p on p.community_id = s.community_id and p.id = s.partner_id`,
  place: sql`select id, slug, name, '[]'::jsonb as contacts, community_id from places`,
};

export async function findSubject(
  scope: Scope,
  {resource, slug, id}: Pick<NewReport, 'resource' | 'slug' | 'id'>,
): Promise<ReportSubject | null> {
  const query = sql<ReportSubject>`
    select id, slug, name,
      array(select c ->> 'email' from jsonb_array_elements(contacts) c where c ->> 'email' is not null) as emails
    from (${subjects[resource]}) s
    where s.community_id = ${scope.community.id} and (${id ?? null}::uuid is null or s.id = ${id ?? null}::uuid)
      and (${slug ?? null}::text is null or s.slug = ${slug ?? null})`;
  const {rows} = await readPublished(scope, (db) => query.execute(db));
  return rows[0] ?? null;
}

export async function insertReport(scope: TrxScope, {resource, text, email}: NewReport, {id, slug, name}: ReportSubject): Promise<string> {
  const report = await scope.trx
    .insertInto('reports')
    .values({
      community_id: scope.community.id,
      resource,
      subject_id: id,
      subject_slug: slug,
      subject_name: name,
      text,
      email: email ?? null,
      reported_at: scope.now,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return report.id;
}

export async function setClosed(scope: TrxScope, id: string): Promise<void> {
  await scope.trx
    .updateTable('reports')
    .set({state: 'closed', closed_at: scope.now, revision: sql`revision + 1`})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
}
