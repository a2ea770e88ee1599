export type {TokenProvider} from './configuration/configuration.ts';
export {setDefaults, type Defaults} from './configuration/defaults.ts';
export {BuurtErrorEvent, BuurtFilterChangedEvent, BuurtReadyEvent, BuurtSelectEvent} from './events/buurt-events.ts';
export {InitiativeMap, type InitiativeMapMessages, type InitiativeMapView} from './initiative-map/initiative-map.ts';
export {Provider} from './provider/provider.ts';
