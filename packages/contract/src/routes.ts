import {changeCommunity, getCommunity, listCommunities} from './routes/communities.ts';
import {listEvents} from './routes/events.ts';
import {nameLocation, suggestPlaces} from './routes/geo.ts';
import {
  changeInitiative,
  createInitiative,
  getInitiative,
  listInitiativeClusters,
  listInitiativeHistory,
  listInitiatives,
} from './routes/initiatives.ts';
import {
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
import type {Route} from './routes/route.ts';

/** The one source of paths, roles, input, answers and OpenAPI. */
export const routes: readonly Route[] = [
  listCommunities,
  getCommunity,
  changeCommunity,
  listInitiatives,
  getInitiative,
  createInitiative,
  changeInitiative,
  listInitiativeHistory,
  listPartners,
  getPartner,
  createPartner,
  changePartner,
  listServices,
  getService,
  createService,
  changeService,
  listSharedPlaces,
  getSharedPlace,
  createSharedPlace,
  changeSharedPlace,
  listEvents,
  listInitiativeClusters,
  suggestPlaces,
  nameLocation,
];
