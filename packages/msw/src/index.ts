export {handlers, type HandlerOptions} from './handlers.ts';
export type {MockData} from './mock-state.ts';
export {sampleCommunities} from './samples/communities.ts';
export {
  describeAccount,
  type SampleAccount,
  type SampleEntry,
  type SampleGift,
  type SampleLedger,
  type SamplePaymentRequest,
} from './samples/describe-account.ts';
export {describeExchange, describeListing, type SampleExchange, type SampleListing} from './samples/describe-listing.ts';
export {describeInitiative, type InitiativeSketch} from './samples/describe-initiative.ts';
export {describeOpportunity, type OpportunitySketch, type ShiftSketch} from './samples/describe-opportunity.ts';
export {describePartner, describeService, type PartnerSketch, type ServiceSketch} from './samples/describe-partner.ts';
export {sampleInitiatives} from './samples/initiatives.ts';
export {sampleKeys, type SampleKey} from './samples/keys.ts';
export {sampleLedgers} from './samples/ledgers.ts';
export {sampleExchanges, sampleListings} from './samples/listings.ts';
export {manyInitiatives} from './samples/many-initiatives.ts';
export {sampleIdToken, sampleMembers, sampleSignInCode} from './samples/members.ts';
export {sampleOpportunities} from './samples/opportunities.ts';
export {samplePartners} from './samples/partners.ts';
export {samplePlaces} from './samples/shared-places.ts';
export {sampleSignups} from './samples/signups.ts';
export {scenarios} from './scenarios.ts';
