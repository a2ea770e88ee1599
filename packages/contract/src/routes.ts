import {getAltchaChallenge} from './routes/altcha.ts';
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
import {createPublication, getEdition, getPublication, listPublications, publishEdition, readFeed} from './routes/publications.ts';
import {approveSubmission, closeReport, getModerationItem, listModerationItems, refuseSubmission} from './routes/moderation.ts';
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
import {
  findSimilarInitiatives,
  getInitiativePeople,
  replaceInitiativePeople,
  reportFault,
  sendMessage,
  submitInitiative,
} from './routes/writing.ts';

/** The one source of paths, roles, input, answers and OpenAPI. */
export const routes: readonly Route[] = [
  getAltchaChallenge,
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
  listInitiativeHistory,
  listPublications,
  getPublication,
  createPublication,
  getEdition,
  publishEdition,
  readFeed,
  submitInitiative,
  findSimilarInitiatives,
  sendMessage,
  reportFault,
  getInitiativePeople,
  replaceInitiativePeople,
  listModerationItems,
  getModerationItem,
  approveSubmission,
  refuseSubmission,
  closeReport,
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
];
