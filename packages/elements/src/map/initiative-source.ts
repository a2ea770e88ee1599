import type {Reader, InitiativeFilters} from '@buurtkit/sdk';
import type {MapSource} from './interactive-map.ts';

/** The most that the API gives at once; a building with more has its rest in the list beside the map. */
const most = 100;

/** Asks the API for what the map shows, with the filters that are chosen. */
export function initiativeSource(client: Reader, filters: InitiativeFilters): MapSource {
  return {
    clusters: ({bbox, zoom}, signal) => client.initiatives.clusters({...filters, bbox: [...bbox], zoom}, {signal}),
    inside: async (bbox, signal) => (await client.initiatives.list({...filters, bbox: [...bbox], limit: most}, {signal})).data,
  };
}
