import {eventResources, defaultLimit, type Event, type EventQuery, type EventResource, type EventType} from '@buurtkit/contract';
import {sql} from 'kysely';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../http/opaque.ts';
import type {Scope} from '../scope.ts';

/** How far a reader is in each community that it reads. */
type Positions = Record<string, number>;

const positionsSchema = z.record(z.string(), z.int().nonnegative());

type EventRow = {community: string; sequence: string; type: EventType; subject_id: string; subject_slug: string; occurred_at: Date};

function readPositions(after: string | undefined): Positions {
  return after === undefined ? {} : readOpaque(positionsSchema, after, 'after');
}

/**
 * Changes after a position. A community's numbers come in the order of commits, so a position never runs ahead of a
 * change. Clocks of several processes differ, so communities are laid side by side by the latest moment up to each number.
 */
export async function listEvents(scope: Scope, query: EventQuery): Promise<{data: Event[]; next: string; hasMore: boolean}> {
  const positions = readPositions(query.after);
  const limit = query.limit ?? defaultLimit;

  const {rows} = await sql<EventRow>`
    select c.slug as community, e.*
    from communities c
    cross join lateral (
      select e.sequence, e.type, e.subject_id, e.subject_slug, e.occurred_at, max(e.occurred_at) over (order by e.sequence) as turn
      from (
        select * from events e
        where e.community_id = c.community_id and e.sequence > coalesce((${JSON.stringify(positions)}::jsonb ->> c.slug)::bigint, 0)
        order by e.sequence limit ${limit + 1}
      ) e
    ) e
    where c.community_id = any(${scope.community.readableIds}::uuid[])
    order by e.turn, c.slug, e.sequence
    limit ${limit + 1}`.execute(scope.database.public);

  const page = rows.slice(0, limit);
  for (const row of page) positions[row.community] = Number(row.sequence);
  return {data: page.map(representEvent), next: writeOpaque(positions), hasMore: rows.length > limit};
}

function representEvent(row: EventRow): Event {
  return {
    specversion: '1.0',
    id: `${row.community}/${row.sequence}`,
    source: `/v1/communities/${row.community}`,
    type: row.type,
    subject: subjectOf(row),
    time: row.occurred_at.toISOString(),
    datacontenttype: 'application/json',
    sequence: row.sequence,
    data: {id: row.subject_id, slug: row.subject_slug, community: row.community},
  };
}

/** A service has no slug of its own: it goes by its id. */
function subjectOf({type, subject_id: id, subject_slug: slug}: EventRow): string {
  const [, , resource] = type.split('.') as [string, string, EventResource];
  return `${eventResources[resource]}/${resource === 'service' ? id : slug}`;
}
