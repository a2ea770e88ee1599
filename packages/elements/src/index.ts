export type {TokenProvider} from './configuration/configuration.ts';
export {setDefaults, type Defaults} from './configuration/defaults.ts';
export {BuurtErrorEvent, BuurtFilterChangedEvent, BuurtReadyEvent, BuurtSelectEvent} from './events/buurt-events.ts';
export {InitiativePortrait, type InitiativePortraitMessages} from './initiative/initiative-portrait.ts';
export {InitiativeMap, type InitiativeMapMessages, type InitiativeMapView} from './initiative-map/initiative-map.ts';
export {PartnerDirectory, type PartnerDirectoryMessages} from './partner-directory/partner-directory.ts';
export {Provider} from './provider/provider.ts';
