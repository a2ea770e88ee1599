export {apiVersion} from './api-version.ts';
export {areaCodeSchema, areaSchema, areaWithAncestors, type Area} from './areas.ts';
export {
  communityChangesSchema,
  communityContactSchema,
  communityKinds,
  communityPageSchema,
  communitySchema,
  communitySettingsSchema,
  lookSchema,
  type Community,
  type CommunityChanges,
  type CommunitySettings,
  type Look,
} from './communities.ts';
export {eventPageSchema, eventQuerySchema, eventSchema, eventTypes, type Event, type EventQuery, type EventType} from './events.ts';
export {faultsOf} from './faults.ts';
export {
  geoReverseRequestSchema,
  geoSuggestionRequestSchema,
  geoSuggestionSchema,
  geoSuggestionsSchema,
  suggestionKinds,
  type GeoSuggestion,
} from './geo.ts';
export {boxSchema, pointSchema, positionSchema, type Box, type Point, type Position} from './geometry.ts';
export {healthSchema, type Health} from './health.ts';
export {addressSchema, externalIdSchema, idSchema, reservedSlugs, slugSchema, type ExternalId} from './identifiers.ts';
export {
  chapterSchema,
  clusterListSchema,
  clusterQuerySchema,
  clusterSchema,
  initiativeChangesSchema,
  initiativeFacetKeys,
  initiativeFeatureCollectionSchema,
  initiativeFields,
  initiativeFiltersSchema,
  initiativeListItemSchema,
  initiativePageSchema,
  initiativeQuerySchema,
  initiativeSchema,
  newInitiativeSchema,
  type Chapter,
  type Cluster,
  type ClusterQuery,
  type Initiative,
  type InitiativeChanges,
  type InitiativeFacetKey,
  type InitiativeFilters,
  type InitiativeListItem,
  type InitiativeQuery,
  type NewInitiative,
} from './initiatives.ts';
export {keyTargetSchema, roles, roleSchema, type Role} from './keys.ts';
export {languageMap, languages, type Language, type LanguageMap} from './language-map.ts';
export {dateSchema, momentSchema, partialDateSchema} from './moments.ts';
export {openAtSchema, openingHoursSchema, openingSchema, weekdays, type OpeningHours, type Weekday} from './opening.ts';
export {defaultLimit, facetCountSchema, type FacetCount} from './paging.ts';
export {placeSchema, type Place} from './places.ts';
export {
  faultCodes,
  faultTexts,
  problemDocument,
  problems,
  problemSchema,
  type Fault,
  type FaultCode,
  type Problem,
  type ProblemCode,
} from './problems.ts';
export {readQuery} from './read-query.ts';
export {blockSchema, type Block, type Inline} from './rich-text.ts';
export {
  changeCommunity,
  changeInitiative,
  createInitiative,
  getCommunity,
  getInitiative,
  isWrite,
  listCommunities,
  listEvents,
  listInitiativeClusters,
  listInitiatives,
  mediaTypes,
  nameLocation,
  routes,
  suggestPlaces,
  type Answer,
  type Format,
  type Route,
} from './routes.ts';
export {
  accessibilityAnswers,
  accessibilityFeatures,
  coalitionRoles,
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  partnerKinds,
  precisions,
  scales,
  valuesOf,
  type CoalitionRole,
  type InitiativeContext,
  type InitiativeKind,
  type InitiativeStage,
  type PartnerKind,
  type Precision,
  type Scale,
} from './vocabularies.ts';
