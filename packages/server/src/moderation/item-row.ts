import {isDeepStrictEqual} from 'node:util';
import type {FieldChange, ModerationDecision, ModerationItem, ModerationListItem, SubmissionContent} from '@buurtkit/contract';
import type {AuthorRow} from '../submissions/store.ts';

/** A revision or a report, as the list of what waits has it. */
export type ItemRow = {
  id: string;
  kind: ModerationListItem['kind'];
  state: ModerationListItem['state'];
  title: string;
  resource: 'initiative' | 'partner' | 'service' | 'place';
  subject_id: string | null;
  subject_slug: string | null;
  subject_name: string | null;
  submitted_at: Date;
  decided_at: Date | null;
  content: SubmissionContent | null;
  base: SubmissionContent;
  text: string | null;
  email: string | null;
  reason: string | null;
  /** Counts the item's own changes and those of the initiative that it is about: who saw neither saw something else. */
  revision: string;
};

function subjectOf({resource, subject_id, subject_slug, subject_name}: ItemRow): ModerationListItem['subject'] {
  return subject_id === null || subject_name === null ? null : {resource, id: subject_id, slug: subject_slug, name: subject_name};
}

export function representListItem(row: ItemRow): ModerationListItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    subject: subjectOf(row),
    submittedAt: row.submitted_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

export function representItem(row: ItemRow, author: AuthorRow | null, now: SubmissionContent | null): ModerationItem {
  return {
    ...representListItem(row),
    content: row.content,
    changes: row.kind === 'initiative-change' && row.content && now ? changesOf(row.content, row.base, now) : [],
    text: row.text,
    author: authorOf(row, author),
    reason: row.reason,
  };
}

function authorOf({email}: ItemRow, author: AuthorRow | null): ModerationItem['author'] {
  if (author) return {name: author.name, email: author.email, locale: author.language};
  return email === null ? null : {name: null, email, locale: 'nl'};
}

function changesOf(content: SubmissionContent, base: SubmissionContent, current: SubmissionContent): FieldChange[] {
  return Object.entries(content).map(([field, proposed]) => {
    const before = stored(base[field as keyof SubmissionContent]);
    const now = stored(current[field as keyof SubmissionContent]);
    return {field, before, now, proposed, hasMovedOn: !isDeepStrictEqual(before, now)};
  });
}

/** As it would come back from JSON, so that what is left out and what is undefined are the same. */
function stored(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}

export function representDecision(row: ItemRow): ModerationDecision {
  if (!row.decided_at) throw new Error(`The item ${row.id} has not been decided on.`);
  return {id: row.id, state: row.state, decidedAt: row.decided_at.toISOString(), reason: row.reason, subject: subjectOf(row)};
}
