import type {ClientOptions} from './client.ts';
import {communityReads, type CommunityReads} from './communities.ts';
import {initiativeReads, type InitiativeReads} from './initiatives.ts';
import {partnerReads, type PartnerReads} from './partners.ts';
import {placeReads, type PlaceReads} from './places.ts';
import {createReadHttp} from './read-http.ts';

/** What a page needs to show a community. */
export type Reader = {
  initiatives: InitiativeReads;
  communities: CommunityReads;
  partners: PartnerReads;
  places: PlaceReads;
};

/** Only what a page asks that shows what there is, and no way to change it: it weighs less. */
export function createReader(options: ClientOptions): Reader {
  const http = createReadHttp(options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {
    initiatives: initiativeReads(http, communityPath),
    communities: communityReads(http, communityPath),
    partners: partnerReads(http, communityPath),
    places: placeReads(http, communityPath),
  };
}
