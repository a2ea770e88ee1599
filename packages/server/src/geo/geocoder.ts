import type {GeoSuggestion, Position} from '@buurtkit/contract';

/** Looks addresses up somewhere else. Null: it can't tell now. */
export type Geocoder = {
  suggest(q: string, limit: number): Promise<GeoSuggestion[] | null>;
  reverse(position: Position, limit: number): Promise<GeoSuggestion[] | null>;
};
