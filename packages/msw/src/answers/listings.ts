import {
  areaWithAncestors,
  changeListing,
  closeListing,
  countListings,
  createListing,
  getListing,
  listingCategories,
  listingKinds,
  listListingMatches,
  listListings,
  valuesOf,
  type Listing,
  type ListingChanges,
  type ListingFacetKey,
  type ListingFilters,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs} from '../mock-state.ts';
import {operation, type Call} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeChapter} from '../samples/describe-initiative.ts';
import {describeListing, type SampleListing} from '../samples/describe-listing.ts';
import {told} from './changes.ts';
import {faceted, hasWords} from './facets.ts';
import {closed, exchangesOf, firstName, isStaff, listingNamed, listingsOf, memberId} from './listing-state.ts';

type In = Pick<Call, 'state' | 'caller'> & {params: {community: string}};

function represented(call: In, {ownerId, tellsMatches, closedBy: _closedBy, ...listing}: SampleListing): Listing {
  const isMine = ownerId === call.caller?.memberId;
  const {text} = listing;
  return {
    ...listing,
    community: call.params.community,
    blocks: text && describeChapter('', {title: text, text}).blocks,
    owner: {name: firstName(call, ownerId)},
    isMine,
    tellsMatches: isMine ? tellsMatches : null,
  };
}

function ownListing(call: In, id: string): SampleListing {
  const listing = listingNamed(call, id);
  if (listing.ownerId !== call.caller?.memberId) throw new MockProblem('listing.not-found');
  return listing;
}

const facets = faceted<SampleListing, ListingFacetKey, ListingFilters>({
  valuesIn: {
    kind: ({kind}) => [kind],
    category: ({category}) => [category],
    area: ({area}) => (area ? areaWithAncestors(area.code) : []),
  },
  closed: {kind: valuesOf(listingKinds), category: valuesOf(listingCategories)},
  meets: ({title, text}, {q}) => hasWords([title.nl, title.en, text?.nl, text?.en], q),
});

/** What was written, with the area looked up and the term within what is allowed. */
function resolved({state, params}: In, {area, until, ...changes}: Omit<ListingChanges, 'isClosed'>): Partial<SampleListing> {
  const {areas} = communityOf(state, params.community);
  const found = area ? areas.find(({code}) => code === area) : undefined;
  const term = until === undefined ? 1 : Date.parse(until) - Date.now();
  const faults = [
    ...(area && !found ? [{pointer: '#/area', code: 'unknown' as const}] : []),
    ...(term <= 0 || term > 366 * 86_400_000 ? [{pointer: '#/until', code: 'range' as const}] : []),
  ];
  if (faults.length > 0) throw new MockProblem('request.invalid', {faults});
  return {
    ...told(changes),
    ...(area !== undefined && {area: found ?? null}),
    ...(until !== undefined && {until: new Date(until).toISOString()}),
  };
}

export const listingOperations = [
  operation(listListings, (call) => {
    const {facets: asked = [], cursor, limit, mine, ...filters} = call.query;
    const listings = listingsOf(call.state, call.params.community);
    const seen = listings.filter((one) => (mine ? one.ownerId === call.caller?.memberId : one.state === 'open'));
    const {headers, data, total, next} = pageOf(facets.matching(seen, filters), {cursor, limit}, call.url);
    const counts = Object.fromEntries(asked.map((key) => [key, facets.countPerValue(seen, filters, key)]));
    return {status: 200, content: {data: data.map((one) => represented(call, one)), total, next, facets: counts}, headers};
  }),

  operation(createListing, (call) => {
    const {community} = call.params;
    const {kind, title, category, minutes, ...rest} = call.body;
    const now = new Date();
    const listing = {
      ...describeListing((call.state.numbers.made += 1), {kind, ownerId: memberId(call), title: title.nl}),
      title,
      category,
      minutes,
      until: new Date(now.getTime() + 60 * 86_400_000).toISOString(),
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      ...resolved(call, rest),
    };
    call.state.listings.set(community, [listing, ...listingsOf(call.state, community)]);
    return {status: 201, content: represented(call, listing), headers: {Location: `/v1/communities/${community}/listings/${listing.id}`}};
  }),

  operation(getListing, (call) => {
    const listing = listingNamed(call, call.params.id);
    const isInvolved = exchangesOf(call.state, call.params.community).some(
      ({listingId, members}) => listingId === listing.id && Object.values(members).includes(memberId(call)),
    );
    if (listing.state !== 'open' && listing.ownerId !== memberId(call) && !isInvolved && !isStaff(call))
      throw new MockProblem('listing.not-found');
    return {status: 200, content: represented(call, listing)};
  }),

  operation(changeListing, (call) => {
    const listing = ownListing(call, call.params.id);
    const {isClosed, ...changes} = call.body;
    if (isClosed === false && listing.closedBy === 'coordinator') throw new MockProblem('listing.closed');
    Object.assign(listing, resolved(call, changes), {updatedAt: new Date().toISOString()});
    if (isClosed) closed(call.state, call.params.community, listing, 'owner');
    if (isClosed === false) Object.assign(listing, {state: 'open', closedBy: null});
    return {status: 200, content: represented(call, listing)};
  }),

  operation(closeListing, (call) => {
    const listing = listingNamed(call, call.params.id);
    closed(call.state, call.params.community, listing, 'coordinator');
    return {status: 200, content: represented(call, listing)};
  }),

  operation(listListingMatches, (call) => {
    const own = ownListing(call, call.params.id);
    const matches = listingsOf(call.state, call.params.community).filter(
      (one) => one.state === 'open' && one.kind !== own.kind && one.ownerId !== own.ownerId && one.category === own.category,
    );
    return {status: 200, content: {data: matches.map((one) => represented(call, one))}};
  }),

  operation(countListings, ({state, params}) => {
    const slugs = readSlugs(communityOf(state, params.community));
    const open = slugs.flatMap((slug) => listingsOf(state, slug)).filter((one) => one.state === 'open');
    const data = valuesOf(listingCategories).map((category) => {
      const here = open.filter((one) => one.category === category);
      const offers = here.filter(({kind}) => kind === 'offer').length;
      return {category, offers, requests: here.length - offers};
    });
    return {status: 200, content: {data}};
  }),
];
