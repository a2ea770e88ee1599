import type {AttributeFault} from '../configuration/attribute-fault.ts';
import {faultIn, stateKeyRule} from '../configuration/attribute-rules.ts';
import {readFilters, within, type Filters} from '../filters/filters.ts';
import {initiativeFilterRules} from './initiative-filters.ts';
import {numbersIn, pointOf} from '../where/where.ts';
import type {MapView} from './map-choices.ts';

const views = ['list', 'button', 'split', 'map'] as const;
export type InitiativeMapView = (typeof views)[number];

type Attributes = {
  community: string | null;
  headingLevel: number;
  view: string;
  area: string | null;
  center: string | null;
  zoom: number | null;
  filters: string | null;
  tiles: string | null;
  stateKey: string;
};

/** What the page narrows the list to, and the first attribute that can't be used. */
export function readAttributes(given: Attributes): {base: Filters; start: MapView | null; fault: AttributeFault | null} {
  const {filters, refused} = readFilters(new URLSearchParams(given.filters ?? ''), initiativeFilterRules);
  const area = readFilters(new URLSearchParams(given.area === null ? [] : [['area', given.area]]), initiativeFilterRules);
  const center = pointOf(given.center);
  const fault = faultIn(
    given,
    ['view', (views as readonly string[]).includes(given.view), `is not one of ${views.join(', ')}`],
    ['area', area.refused.length === 0, 'is no area code'],
    ['center', given.center === null || (center !== null && numbersIn(given.center).length === 2), 'is not lon,lat'],
    ['zoom', given.zoom === null || (given.zoom >= 0 && given.zoom <= 20), 'is not 0 to 20'],
    ['filters', refused.length === 0, `has unknown ${refused.join(', ')}`],
    ['tiles', isTileSource(given.tiles), 'is no background or {z}, {x}, {y}'],
    stateKeyRule(given.stateKey),
  );
  return {base: within(filters, area.filters), start: center ? {center, zoom: given.zoom ?? 12} : null, fault};
}

function isTileSource(tiles: string | null): boolean {
  return tiles === null || /^(?:none|standaard|grijs|pastel)$/.test(tiles) || ['{z}', '{x}', '{y}'].every((part) => tiles.includes(part));
}
