import {
  acceptExchange as acceptExchangeRoute,
  agreeExchange as agreeExchangeRoute,
  changeListing as changeListingRoute,
  claimExchange as claimExchangeRoute,
  closeListing as closeListingRoute,
  confirmExchange as confirmExchangeRoute,
  countListings as countListingsRoute,
  createListing as createListingRoute,
  declineExchange as declineExchangeRoute,
  disputeExchange as disputeExchangeRoute,
  getExchange as getExchangeRoute,
  getListing as getListingRoute,
  listExchanges as listExchangesRoute,
  listListingMatches,
  listListings as listListingsRoute,
  proposeExchange as proposeExchangeRoute,
  resolveExchange as resolveExchangeRoute,
  withdrawExchange as withdrawExchangeRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {acceptExchange, declineExchange, withdrawExchange} from './exchanges/answer-proposal.ts';
import {agreeExchange, claimExchange, confirmExchange} from './exchanges/finish-exchange.ts';
import {getExchange, listExchanges} from './exchanges/list-exchanges.ts';
import {proposeExchange} from './exchanges/propose-exchange.ts';
import {disputeExchange, resolveExchange} from './exchanges/resolve-dispute.ts';
import {changeListing} from './listings/change-listing.ts';
import {closeForReason} from './listings/close-listing.ts';
import {countListings} from './listings/count-listings.ts';
import {createListing} from './listings/create-listing.ts';
import {listMatches} from './listings/find-matches.ts';
import {getListing, listListings} from './listings/list-listings.ts';

/** All routes of offers, requests and what becomes of them. */
export const exchangeRoutes = [
  route(listListingsRoute, async (scope, {query}) => {
    const page = await listListings(scope, query);
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/listings`, query, page.next)});
  }),
  route(createListingRoute, async (scope, {body}) => {
    const listing = await createListing(scope, body);
    return created(listing, `${scope.publicUrl}/v1/communities/${scope.community.slug}/listings/${listing.id}`);
  }),
  route(getListingRoute, async (scope, {params}) => ok(await getListing(scope, params.id))),
  route(changeListingRoute, async (scope, {params, body}) => ok(await changeListing(scope, params.id, body))),
  route(closeListingRoute, async (scope, {params, body}) => ok(await closeForReason(scope, params.id, body.reason))),
  route(listListingMatches, async (scope, {params}) => ok(await listMatches(scope, params.id))),
  route(countListingsRoute, async (scope) => ok(await countListings(scope))),

  route(listExchangesRoute, async (scope, {query}) => {
    const page = await listExchanges(scope, query);
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/exchanges`, query, page.next)});
  }),
  route(proposeExchangeRoute, async (scope, {body}) => {
    const exchange = await proposeExchange(scope, body);
    return created(exchange, `${scope.publicUrl}/v1/communities/${scope.community.slug}/exchanges/${exchange.id}`);
  }),
  route(getExchangeRoute, async (scope, {params}) => ok(await getExchange(scope, params.id))),
  route(acceptExchangeRoute, async (scope, {params, body}) => ok(await acceptExchange(scope, params.id, body))),
  route(declineExchangeRoute, async (scope, {params, body}) => ok(await declineExchange(scope, params.id, body))),
  route(withdrawExchangeRoute, async (scope, {params, body}) => ok(await withdrawExchange(scope, params.id, body))),
  route(claimExchangeRoute, async (scope, {params, body}) => ok(await claimExchange(scope, params.id, body.minutes))),
  route(confirmExchangeRoute, async (scope, {params, body}) => ok(await confirmExchange(scope, params.id, body.minutes))),
  route(agreeExchangeRoute, async (scope, {params}) => ok(await agreeExchange(scope, params.id))),
  route(disputeExchangeRoute, async (scope, {params, body}) => ok(await disputeExchange(scope, params.id, body.reason))),
  route(resolveExchangeRoute, async (scope, {params, body}) => ok(await resolveExchange(scope, params.id, body))),
];
