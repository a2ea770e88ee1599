import type {GeoSuggestion, Position} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Scope} from '../scope.ts';
import {distanceTo} from '../map/where-condition.ts';

type FoundPlace = {label: string; kind: GeoSuggestion['kind']; longitude: number; latitude: number};

/** A place's middle is taken from this many of its initiatives: enough to point at it, few enough for a city of thousands. */
const sampleSize = 200;
const nearby = 5000;

/** The community's own places by that name: towns, areas and initiatives that it begins, or towns and areas that it has in it. */
export async function findOwnPlaces(scope: Scope, q: string, limit: number): Promise<GeoSuggestion[]> {
  const words = q.split(/[\s,]+/).filter(Boolean);
  const parts = words.flatMap((_, start) => words.slice(start).map((__, index) => words.slice(start, start + index + 1).join(' ')));
  const ids = sql`any(${scope.community.readableIds}::uuid[])`;
  const begins = sql`replace(replace(replace(fold(${q}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
  const isIn = sql`any(array(select fold(part) from unnest(${parts}::text[]) part where length(part) > 2))`;
  const {rows} = await sql<FoundPlace>`
    with recursive towns as (
      (select fold(city) as folded, city from initiatives i
        where i.community_id = ${ids} and i.longitude is not null and (fold(city) like ${begins} or fold(city) = ${isIn}) order by fold(city) using ~<~ limit 1)
      union all
      select n.folded, n.city from towns t cross join lateral (
        select fold(city) as folded, city from initiatives i
        where i.community_id = ${ids} and i.longitude is not null and fold(city) ~>~ t.folded and (fold(city) like ${begins} or fold(city) = ${isIn})
        order by fold(city) using ~<~ limit 1) n
    ), found as (
      (select city as label, 'city' as kind, 1 as rank, m.longitude, m.latitude
      from towns t cross join lateral (
        select avg(s.longitude) as longitude, avg(s.latitude) as latitude
        from (select i.longitude, i.latitude from initiatives i where i.community_id = ${ids} and fold(i.city) = t.folded and i.longitude is not null limit ${sampleSize}) s
      ) m limit ${limit})
      union all
      (select a.name, case when a.code like 'GM%' then 'municipality' else 'neighbourhood' end, 2, m.longitude, m.latitude
      from areas a cross join lateral (
        select avg(s.longitude) as longitude, avg(s.latitude) as latitude
        from (select i.longitude, i.latitude from initiatives i where i.community_id = ${ids} and i.area_codes @> array[a.code] and i.longitude is not null limit ${sampleSize}) s
      ) m
      where a.community_id = ${ids} and (fold(a.name) like ${begins} or fold(a.name) = ${isIn}) and m.longitude is not null limit ${limit})
      union all
      (select i.name, 'place', 3, i.longitude, i.latitude from initiatives i
      where i.community_id = ${ids} and i.longitude is not null and fold(i.name) like ${begins} order by fold(i.name) using ~<~, i.id limit ${limit})
    )
    select label, kind, longitude, latitude from found order by rank, label collate dutch limit ${limit}`.execute(scope.database.public);
  return withoutNamesakes(rows).map(represent);
}

/** The towns of the community's initiatives around a point, the nearest first. */
export async function nameOwnPlaces(scope: Scope, position: Position, limit: number): Promise<GeoSuggestion[]> {
  const [longitude, latitude] = position;
  const {rows} = await sql<FoundPlace>`
    select city as label, 'city' as kind, longitude, latitude
    from (
      select i.city, i.longitude, i.latitude, ${distanceTo(position)} as distance
      from initiatives i
      where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.city is not null
        and point(i.longitude, i.latitude) <@ box(point(${longitude - 0.1}, ${latitude - 0.1}), point(${longitude + 0.1}, ${latitude + 0.1}))
      order by point(i.longitude, i.latitude) <-> point(${longitude}, ${latitude})
      limit ${sampleSize}
    ) near
    where distance <= ${nearby} order by distance`.execute(scope.database.public);
  return withoutNamesakes(rows).slice(0, limit).map(represent);
}

function withoutNamesakes(places: readonly FoundPlace[]): FoundPlace[] {
  const seen = new Set<string>();
  return places.filter(({label}) => !seen.has(label) && seen.add(label));
}

function represent({label, kind, longitude, latitude}: FoundPlace): GeoSuggestion {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return {label, kind, location: {type: 'Point', coordinates: [rounded(longitude), rounded(latitude)]}, source: 'gazetteer'};
}
