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
export {
  eventPageSchema,
  eventQuerySchema,
  eventSchema,
  eventResources,
  eventTypes,
  type Event,
  type EventQuery,
  type EventResource,
  type EventType,
} from './events.ts';
export {auditActors, historyPageSchema, historyQuerySchema, type HistoryEntry} from './history.ts';
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
export {
  newPartnerSchema,
  partnerChangesSchema,
  partnerFacetKeys,
  partnerFiltersSchema,
  partnerListItemSchema,
  partnerPageSchema,
  partnerQuerySchema,
  partnerReferenceSchema,
  partnerSchema,
  type NewPartner,
  type Partner,
  type PartnerChanges,
  type PartnerFacetKey,
  type PartnerFilters,
  type PartnerListItem,
  type PartnerQuery,
  type PartnerReference,
} from './partners.ts';
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
export {routes} from './routes.ts';
export {changeCommunity, getCommunity, listCommunities} from './routes/communities.ts';
export {listEvents} from './routes/events.ts';
export {nameLocation, suggestPlaces} from './routes/geo.ts';
export {
  changeInitiative,
  createInitiative,
  getInitiative,
  listInitiativeClusters,
  listInitiativeHistory,
  listInitiatives,
} from './routes/initiatives.ts';
export {
  changePartner,
  changeService,
  changeSharedPlace,
  createPartner,
  createService,
  createSharedPlace,
  getPartner,
  getService,
  getSharedPlace,
  listPartners,
  listServices,
  listSharedPlaces,
} from './routes/partners.ts';
export {isWrite, mediaTypes, type Answer, type Format, type Route} from './routes/route.ts';
export {
  newServiceSchema,
  serviceChangesSchema,
  serviceFacetKeys,
  servicePageSchema,
  serviceQuerySchema,
  serviceSchema,
  type NewService,
  type Service,
  type ServiceChanges,
  type ServiceQuery,
} from './services.ts';
export {
  newSharedPlaceSchema,
  sharedPlaceChangesSchema,
  sharedPlaceListItemSchema,
  sharedPlacePageSchema,
  sharedPlaceQuerySchema,
  sharedPlaceSchema,
  type NewSharedPlace,
  type SharedPlace,
  type SharedPlaceChanges,
  type SharedPlaceListItem,
  type SharedPlaceQuery,
} from './shared-places.ts';
export {themeSchema} from './themes.ts';
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
  serviceFunctions,
  serviceStatuses,
  valuesOf,
  type CoalitionRole,
  type InitiativeContext,
  type InitiativeKind,
  type InitiativeStage,
  type PartnerKind,
  type Precision,
  type Scale,
  type ServiceFunction,
  type ServiceStatus,
} from './vocabularies.ts';
