import {changeCommunity, getCommunity, listCommunities} from './routes/communities.ts';
import {listEvents} from './routes/events.ts';
import {nameLocation, suggestPlaces} from './routes/geo.ts';
import {changeInitiative, createInitiative, getInitiative, listInitiativeClusters, listInitiatives} from './routes/initiatives.ts';
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
  listEvents,
  listInitiativeClusters,
  suggestPlaces,
  nameLocation,
];
