export {formatDistance} from './format-distance.ts';
export {formatOpenings} from './format-openings.ts';
export {
  formatCount,
  formatDate,
  formatDateOfMoment,
  formatDay,
  formatDuration,
  formatPeriod,
  formatTime,
} from './formats.ts';
export {initiativeDetailMessages, type InitiativeDetailMessages} from './initiative-detail-messages.ts';
export {initiativeMessages, type InitiativeMessages} from './initiative-messages.ts';
export {listMessages, type ListMessages} from './list-messages.ts';
export {mapMessages, type MapMessages} from './map-messages.ts';
export {pageMessages, type PageMessages} from './page-messages.ts';
export {whereAndWhenMessages, type WhereAndWhenMessages} from './where-and-when-messages.ts';
export type {AddressForm, Language, MessageSet, Wording} from './wording.ts';
