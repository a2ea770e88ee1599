import type {Cluster, ClusterQuery, InitiativeFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {facetConditions, matchCondition, pointCondition} from '../initiatives/filters.ts';
import {isReadable} from '../lists/is-readable.ts';
import type {Scope} from '../scope.ts';
import {coverOf, type Line} from './map-grid.ts';
import {insideBox} from './where-condition.ts';

/** A square with something in it: how many, around where, and one of them. */
export type FilledCell = {
  x: number;
  y: number;
  count: number;
  longitude: number;
  latitude: number;
  west: number;
  south: number;
  east: number;
  north: number;
  single: Pick<Cluster, 'id' | 'slug' | 'community' | 'name' | 'kind'> | null;
};

type Cells = RawBuilder<unknown>;

/** The filled squares of a level within the box, of what matches the filters; exact at the edges. */
export async function findFilledCells(scope: Scope, query: ClusterQuery, level: number): Promise<FilledCell[]> {
  const dimensions = keptDimensions(query);
  const pieces = dimensions ? keptPieces(scope, query, level, dimensions) : await countedPieces(scope, query, level);
  // The limit keeps the planner from reading all initiatives for the few squares that hold a single one.
  const {rows} = await sql<FilledCell>`
    with pieces as (${pieces}), cells as (
      select x, y, sum(count)::integer as count, sum(sum_longitude)::float8 / sum(count) / 1e7 as longitude,
        sum(sum_latitude)::float8 / sum(count) / 1e7 as latitude, min(west) as west, min(south) as south, max(east) as east, max(north) as north,
        any_value(community_id) as community_id, any_value(sample_id) as sample_id
      from pieces group by x, y
    )
    select cells.x, cells.y, cells.count, longitude, latitude, west, south, east, north, single
    from cells left join lateral (
      select json_build_object('id', i.id, 'slug', i.slug, 'community', c.slug, 'name', i.name, 'kind', i.kind) as single
      from initiatives i join communities c using (community_id)
      where cells.count = 1 and i.community_id = cells.community_id and i.id = cells.sample_id
      limit 1
    ) one on true
    order by cells.y, cells.x`.execute(scope.database.public);
  return rows;
}

/** Which counts are kept for these filters: all, or some values of one key; null when they must be counted now. */
function keptDimensions({bbox: _bbox, zoom: _zoom, community: _community, ...filters}: ClusterQuery): string[] | null {
  const chosen = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (chosen.length === 0) return ['all'];
  const {kind, stage, theme} = filters;
  if (chosen.length > 1) return null;
  if (kind) return unique(kind).map((value) => `kind:${value}`);
  if (stage) return unique(stage).map((value) => `stage:${value}`);
  // One initiative can have several themes: their counts can't be added up.
  return theme && unique(theme).length === 1 ? [`theme:${theme[0]}`] : null;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** A single initiative as a square's worth; where it is on the grid is known of points, and worked out for the others. */
const pointColumns = (level: number, x = sql`i.x`, y = sql`i.y`) => sql`
  ${x} >> ${sql.lit(30 - level)} as x, ${y} >> ${sql.lit(30 - level)} as y, 1 as count,
  round(i.longitude * 1e7)::bigint as sum_longitude, round(i.latitude * 1e7)::bigint as sum_latitude,
  i.longitude as west, i.latitude as south, i.longitude as east, i.latitude as north, i.community_id, i.id as sample_id`;

/**
 * Whole squares from the counts that are kept, points where the box cuts through a square. A region has many members, each in a
 * small part of the view: a line is looked up only in those that it can meet.
 */
function keptPieces(scope: Scope, query: ClusterQuery, level: number, dimensions: readonly string[]): Cells {
  const {cellColumns, cellRows, pointColumns: standing, pointRows: lying} = coverOf(query.bbox, level);
  const met = (axis: 'x' | 'y') =>
    sql`l.at between m.${sql.ref(`low_${axis}`)} >> (30 - l.level) and m.${sql.ref(`high_${axis}`)} >> (30 - l.level)`;
  const fromCells = (lines: readonly Line[], at: 'x' | 'y', along: 'x' | 'y') => sql`
    select c.x >> (c.level - ${level}::integer) as x, c.y >> (c.level - ${level}::integer) as y, c.count, c.sum_longitude, c.sum_latitude,
      c.west, c.south, c.east, c.north, c.community_id, c.sample_id
    from ${linesTable(lines)} join members m on ${met(at)} cross join unnest(${dimensions}::text[]) d (dimension)
    join map_cells c on c.community_id = m.community_id and c.level = l.level and c.dimension = d.dimension
      and c.${sql.ref(at)} = l.at and c.${sql.ref(along)} between l.low and l.high`;
  const fromPoints = (lines: readonly Line[], at: 'x' | 'y', along: 'x' | 'y') => sql`
    select ${pointColumns(level)}
    from ${linesTable(lines)} join members m on ${met(at)}
    join map_points i on i.community_id = m.community_id and (i.${sql.ref(at)} >> 15) = l.at and i.${sql.ref(along)} between l.low and l.high
    where ${insideBox(query.bbox)} and ${facetConditions(query)}`;
  const pieces = [
    fromCells(cellColumns, 'x', 'y'),
    fromCells(cellRows, 'y', 'x'),
    fromPoints(standing, 'x', 'y'),
    fromPoints(lying, 'y', 'x'),
  ];
  return sql`with members as materialized (${membersOnTheMap(scope, query)}) ${sql.join(pieces, sql` union all `)}`;
}

/** The communities that are read, of a region only those that were asked for, with how far each reaches on the grid. */
function membersOnTheMap(scope: Scope, {community}: Pick<InitiativeFilters, 'community'>): RawBuilder<unknown> {
  const isAsked = community
    ? sql`community_id in (select community_id from communities where slug = any(${community}::text[]))`
    : sql`true`;
  return sql`
    select community_id, map_x(min(west)) as low_x, map_x(max(east)) as high_x, map_y(max(north)) as low_y, map_y(min(south)) as high_y
    from map_cells
    where community_id = any(${scope.community.readableIds}::uuid[]) and level = 6 and dimension = 'all' and ${isAsked}
    group by community_id`;
}

function linesTable(lines: readonly Line[]): RawBuilder<unknown> {
  const column = (key: keyof Line) => lines.map((line) => line[key]);
  return sql`unnest(${column('level')}::smallint[], ${column('at')}::integer[], ${column('low')}::integer[], ${column('high')}::integer[]) l (level, at, low, high)`;
}

/** Counted now: from the narrow points when they have all that the filters ask for, else from the initiatives. */
async function countedPieces(scope: Scope, query: ClusterQuery, level: number): Promise<Cells> {
  const ofPoints = pointCondition(scope, query);
  if (ofPoints)
    return sql`select ${pointColumns(level)} from map_points i where ${isReadable(scope)} and ${ofPoints} and ${facetConditions(query)}`;

  const columns = pointColumns(level, sql`map_x(i.longitude)`, sql`map_y(i.latitude)`);
  return sql`
    select ${columns} from initiatives i
    where ${isReadable(scope)} and ${await matchCondition(scope, query)} and ${facetConditions(query)}`;
}
