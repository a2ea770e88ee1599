import {areaWithAncestors} from '@buurtkit/contract';

/** The codes that something is found by: of its own areas and of its place, each with the areas around it. */
export function areaCodesOf(placeCode: string | null, areas: readonly {code: string}[]): string[] {
  const named = [...(placeCode === null ? [] : [placeCode]), ...areas.map((area) => area.code)];
  return [...new Set(named.flatMap(areaWithAncestors))].sort();
}
