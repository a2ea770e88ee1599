import {isDeepStrictEqual} from 'node:util';
import type {NewInitiative} from '@buurtkit/contract';
import type {ChapterRow, InitiativeRow} from '../initiatives/initiative-row.ts';
import {slugOf} from '../initiatives/slug.ts';
import {columnsOf} from '../initiatives/write-initiative.ts';
import type {TrxScope} from '../scope.ts';
import type {ImportFault, ImportRecord, RecordRow} from './import-record.ts';
import {findByExternalIds, findChapters, findInitiatives, findSlugsLike, type WrittenColumns} from './import-store.ts';
import {mergeRecord} from './merge-record.ts';

type Story = NonNullable<NewInitiative['story']>;

export type PlannedRow =
  | {line: number; action: 'created'; slug: string; columns: WrittenColumns; story: Story | null}
  | {line: number; action: 'updated'; slug: string; id: string; columns: WrittenColumns; story: Story | null}
  | {line: number; action: 'unchanged'; slug: string; id: string}
  | {line: number; action: 'refused'; faults: ImportFault[]};

/** The names that rows of this file had before, and in which line: two rows must not be one and the same initiative. */
export type SeenNames = Map<string, number>;

type BatchPlan = {planned: PlannedRow[]; seen: SeenNames};

export const nothingPlanned: BatchPlan = {planned: [], seen: new Map()};

/** Decides for each row what it does: an initiative is found by its id, else by its name elsewhere, else by its slug. */
export async function planBatch(
  scope: TrxScope,
  rows: readonly RecordRow[],
  seenBefore: SeenNames,
  {isLocked}: {isLocked: boolean},
): Promise<BatchPlan> {
  const found = await findTargets(scope, rows, {isLocked});
  const seen: SeenNames = new Map();
  const lineOf = (name: string) => seen.get(name) ?? seenBefore.get(name);
  const planned: PlannedRow[] = [];
  for (const {line, record} of rows) {
    const target = found.targetOf(record);
    const names = [...namesOf(record), ...(target ? [`target ${target.id}`] : [])];
    const [earlier] = names.flatMap((name) => lineOf(name) ?? []);
    if (earlier !== undefined) {
      planned.push(
        refuse(line, {
          code: 'not-allowed',
          detail: `This is the same initiative as in line ${earlier}: give it an id or a slug of its own.`,
        }),
      );
      continue;
    }
    const conflict = target && conflictOf(record, target);
    if (conflict) {
      planned.push(refuse(line, conflict));
      continue;
    }
    const row = target
      ? planUpdate(line, record, target, found.chaptersOf(target.id))
      : planCreation(line, record, await freeSlug(scope, record, (slug) => found.isTaken(slug) || lineOf(`slug ${slug}`) !== undefined));
    for (const name of [...names, ...('slug' in row ? [`slug ${row.slug}`] : [])]) seen.set(name, line);
    planned.push(row);
  }
  return {planned, seen};
}

function refuse(line: number, fault: ImportFault): PlannedRow {
  return {line, action: 'refused', faults: [fault]};
}

/** What tells a row apart: its id and its names elsewhere; and its slug, also one made from its name when it has no other. */
function namesOf({id, initiative}: ImportRecord): string[] {
  const own = [...(id === null ? [] : [`id ${id}`]), ...(initiative.externalIds ?? []).map((name) => `external ${name.source} ${name.id}`)];
  if (initiative.slug !== undefined) return [...own, `slug ${initiative.slug}`];
  return own.length > 0 ? own : [`slug ${slugOf(initiative.name)}`];
}

type Targets = {
  targetOf(record: ImportRecord): InitiativeRow | undefined;
  chaptersOf(id: string): ChapterRow[];
  isTaken(slug: string): boolean;
};

async function findTargets(scope: TrxScope, rows: readonly RecordRow[], lock: {isLocked: boolean}): Promise<Targets> {
  const records = rows.map((row) => row.record);
  const external = await findByExternalIds(
    scope,
    records.flatMap((record) => record.initiative.externalIds ?? []),
  );
  const ids = [...records.flatMap((record) => record.id ?? []), ...external.map((name) => name.targetId)];
  const slugs = records.map((record) => record.initiative.slug ?? slugOf(record.initiative.name));
  const initiatives = await findInitiatives(scope, ids, slugs, lock);
  const byId = new Map(initiatives.map((row) => [row.id, row]));
  const bySlug = new Map(initiatives.map((row) => [row.slug, row]));
  const byExternalId = new Map(external.map((name) => [`${name.source} ${name.id}`, byId.get(name.targetId)]));

  const targetOf = ({id, initiative}: ImportRecord) => {
    const byName = (initiative.externalIds ?? []).map((name) => byExternalId.get(`${name.source} ${name.id}`)).find(Boolean);
    const known = (id === null ? undefined : byId.get(id)) ?? byName;
    if (known || initiative.slug !== undefined) return known ?? bySlug.get(initiative.slug ?? '');
    const namesake = bySlug.get(slugOf(initiative.name));
    return namesake && isSomebodyElse({id, initiative}, namesake) ? undefined : namesake;
  };
  const withStory = records.flatMap((record) => (record.initiative.story ? (targetOf(record)?.id ?? []) : []));
  const chapters = Map.groupBy(await findChapters(scope, withStory), (chapter) => chapter.initiative_id);
  return {targetOf, chaptersOf: (id) => chapters.get(id) ?? [], isTaken: (slug) => bySlug.has(slug)};
}

/** Another id, or another name in the same system, is another initiative that happens to be called the same. */
function isSomebodyElse({id, initiative}: Pick<ImportRecord, 'id' | 'initiative'>, target: InitiativeRow): boolean {
  if (id !== null && id !== target.id) return true;
  return (initiative.externalIds ?? []).some((name) =>
    target.external_ids.some((other) => other.source === name.source && other.id !== name.id),
  );
}

function conflictOf(record: ImportRecord, target: InitiativeRow): ImportFault | null {
  if (record.id === target.id) return null;
  if (record.id !== null)
    return {code: 'not-allowed', column: 'id', value: record.id, detail: `"${target.slug}" is there with another id.`};
  const isKnownElsewhere = (record.initiative.externalIds ?? []).some((name) =>
    target.external_ids.some((other) => isDeepStrictEqual(name, other)),
  );
  return !isKnownElsewhere && isSomebodyElse(record, target)
    ? {code: 'not-allowed', column: 'slug', value: target.slug, detail: `"${target.slug}" is there with another name in the same source.`}
    : null;
}

async function freeSlug(scope: TrxScope, {initiative}: ImportRecord, isTaken: (slug: string) => boolean): Promise<string> {
  const base = initiative.slug ?? slugOf(initiative.name);
  if (!isTaken(base)) return base;
  const stem = base.slice(0, 74).replace(/-$/, '');
  const numbered = new Set(await findSlugsLike(scope, stem));
  for (let number = 2; ; number += 1) {
    const slug = `${stem}-${number}`;
    if (!numbered.has(slug) && !isTaken(slug)) return slug;
  }
}

function planCreation(line: number, {id, initiative}: ImportRecord, slug: string): PlannedRow {
  const columns = {
    themes: [],
    area_codes: [],
    areas: [],
    accessibility: {},
    contact: {},
    looking_for: [],
    external_ids: [],
    stage: 'active',
    ...jsonColumns(columnsOf(initiative)),
    id,
    slug,
  };
  return {line, action: 'created', slug, columns, story: initiative.story ?? null};
}

function planUpdate(line: number, record: ImportRecord, before: InitiativeRow, chapters: readonly ChapterRow[]): PlannedRow {
  const merged = mergeRecord(record, before);
  const changed = jsonColumns(columnsOf(merged, before));
  const isSame = Object.entries(changed).every(([column, value]) => isDeepStrictEqual(value, before[column as keyof InitiativeRow]));
  const story = merged.story && !isSameStory(merged.story, chapters) ? merged.story : null;
  if (isSame && !story) return {line, action: 'unchanged', slug: before.slug, id: before.id};
  return {line, action: 'updated', slug: before.slug, id: before.id, columns: {...before, ...changed}, story};
}

const jsonNames = new Set(['summary', 'areas', 'accessibility', 'contact', 'opening_hours', 'looking_for', 'external_ids']);

/** Columns as values: for PostgreSQL's driver JSON is text, in the batch it is part of one document. */
function jsonColumns(columns: Record<string, unknown>): WrittenColumns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, jsonNames.has(name) ? JSON.parse(String(value)) : value]),
  );
}

function isSameStory(story: Story, chapters: readonly ChapterRow[]): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return isDeepStrictEqual(
    plain(story.map(({title, text, date}) => ({title, text, date: date ?? null}))),
    plain(chapters.map(({title, text, dated}) => ({title, text, date: dated}))),
  );
}
