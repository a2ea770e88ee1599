import type {ModerationListItem} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import type {ItemRow} from './item-row.ts';

type State = ModerationListItem['state'];

/** What was sent in and what was reported, in one list. What its author has not confirmed yet is in nobody's list. */
const items = (communityId: string) => sql`(
  select r.id, r.kind, r.state, coalesce(r.content ->> 'name', i.name, '') as title, 'initiative' as resource,
    i.id as subject_id, i.slug as subject_slug, i.name as subject_name, r.submitted_at, r.decided_at,
    r.content, r.base, null as text, null as email, r.reason, (r.revision + coalesce(i.revision, 0))::text as revision
  from revisions r left join initiatives i on i.community_id = r.community_id and i.id = r.initiative_id
  where r.community_id = ${communityId} and r.state <> 'draft'
  union all
  select id, 'report', state, subject_name, resource, subject_id, subject_slug, subject_name, reported_at, closed_at,
    null, '{}'::jsonb, text, email, null, revision::text
  from reports where community_id = ${communityId}
) items`;

export async function listItemRows(
  scope: TrxScope,
  {states, after, limit}: {states: readonly State[]; after: string | null; limit: number},
): Promise<{rows: ItemRow[]; total: number}> {
  const {rows} = await sql<ItemRow & {total: string; id: string | null}>`
    with matched as (select * from ${items(scope.community.id)} where state = any(${states}::text[]))
    select (select count(*) from matched) as total, page.*
    from (values (true)) one
    left join lateral (
      select * from matched where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}
    ) page on true
    order by page.id`.execute(scope.trx);
  return {rows: rows.filter((row) => row.id !== null), total: Number(rows[0]?.total ?? 0)};
}

export async function findItemRow(scope: TrxScope, id: string): Promise<ItemRow | null> {
  const {rows} = await sql<ItemRow>`select * from ${items(scope.community.id)} where id = ${id}`.execute(scope.trx);
  return rows[0] ?? null;
}

/** Locks an item and the initiative it would change, in that order; its row is to be read after that. */
export async function lockItem(scope: TrxScope, id: string): Promise<void> {
  const {id: communityId} = scope.community;
  await sql`select from revisions where community_id = ${communityId} and id = ${id} for update`.execute(scope.trx);
  await sql`select from reports where community_id = ${communityId} and id = ${id} for update`.execute(scope.trx);
  await sql`select from initiatives i join revisions r on r.community_id = i.community_id and r.initiative_id = i.id
    where r.community_id = ${communityId} and r.id = ${id} for update of i`.execute(scope.trx);
}
