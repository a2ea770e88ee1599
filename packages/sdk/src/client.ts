import {accountsResource, type Accounts} from './accounts.ts';
import {communitiesResource, type Communities} from './communities.ts';
import {entriesResource, type Entries} from './entries.ts';
import {entryWriter} from './entry-writer.ts';
import {eventsResource, type Events} from './events.ts';
import {exchangesResource, type Exchanges} from './exchanges.ts';
import {fundResource, type CommunityFund} from './fund.ts';
import type {Language} from './generated/types.ts';
import {createHttp} from './http.ts';
import {hoursResource, volunteeringReport, type HoursWorked, type ReadVolunteeringReport} from './hours.ts';
import {importsResource, type Imports} from './imports.ts';
import {initiativesResource, type Initiatives} from './initiatives.ts';
import type {IntentStore} from './intents.ts';
import {ledgerResource, type Ledger} from './ledger.ts';
import {listingsResource, type Listings} from './listings.ts';
import {membersResource, type Members} from './members.ts';
import {minutesHoldsResource, type MinutesHolds} from './minutes-holds.ts';
import {moderationResource, type Moderation} from './moderation.ts';
import {opportunitiesResource, type Opportunities} from './opportunities.ts';
import {partnersResource, type Partners} from './partners.ts';
import {paymentRequestsResource, type PaymentRequests} from './payment-requests.ts';
import {photosResource, type Photos} from './photos.ts';
import {placesResource, type Places} from './places.ts';
import {publicationsResource, type Publications} from './publications.ts';
import {recurringGiftsResource, type RecurringGifts} from './recurring-gifts.ts';
import {redemptionsResource, type Redemptions} from './redemptions.ts';
import {servicesResource, type Services} from './services.ts';
import {sessionsResource, type Sessions} from './sessions.ts';
import type {Sha256} from './sha256.ts';
import {shiftsResource, type Shifts} from './shifts.ts';
import {signupsResource, type Signups} from './signups.ts';
import {sourcesResource, type Sources} from './sources.ts';
import {submissionsResource, type Submissions} from './submissions.ts';
import {transfersResource, type Transfers} from './transfers.ts';

/** Where the API is and how to ask. */
export type ClientOptions = {
  /** Address of the server, with or without `/v1`: `https://api.example.nl`. */
  api: string;
  /** Slug of the community, or of a region to read across its members. */
  community: string;
  /**
   * A key (`bk_…`), or the token of who is signed in (`bs_…`, see `sessions`); or a function that gives one for each call;
   * null: without. Never put a key in a public page.
   */
  key?: string | (() => string | null | Promise<string | null>) | undefined;
  /** Language of what the API says when something is wrong; left out, a browser's own, or Dutch. */
  language?: Language | undefined;
  /** Milliseconds that one attempt may take; 10,000 when left out, `Infinity` for no limit. */
  timeout?: number | undefined;
  /**
   * How often to try again when the network fails or the server is busy; 2 when left out. Writes too: a repeated write
   * happens once, since each carries an idempotency key. `Retry-After` is honoured up to 30 seconds.
   */
  retries?: number | undefined;
  /**
   * What a write without a key carries so that machines can't write by the thousand: `auto`, when left out, solves a proof of
   * work first, for about a second; `none` sends none, to a server that was told to ask none.
   */
  proof?: 'auto' | 'none' | undefined;
  /** Makes a SHA-256 digest where `crypto.subtle` is absent, as on a page without https. */
  sha256?: Sha256 | undefined;
  /**
   * Where keys are kept of transfers that may or may not have arrived, see `intent`: left out, a browser's `sessionStorage`, and
   * elsewhere this process's memory. They are random, and their names are hashes.
   */
  intents?: IntentStore | undefined;
  /** Instead of the global `fetch`, for example one with a proxy. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
};

/** The API of one community. */
export type Client = {
  initiatives: Initiatives;
  communities: Communities;
  partners: Partners;
  places: Places;
  photos: Photos;
  services: Services;
  publications: Publications;
  submissions: Submissions;
  moderation: Moderation;
  sources: Sources;
  imports: Imports;
  events: Events;
  opportunities: Opportunities;
  shifts: Shifts;
  signups: Signups;
  hours: HoursWorked;
  volunteeringReport: ReadVolunteeringReport;
  sessions: Sessions;
  members: Members;
  accounts: Accounts;
  transfers: Transfers;
  paymentRequests: PaymentRequests;
  minutesHolds: MinutesHolds;
  entries: Entries;
  redemptions: Redemptions;
  recurringGifts: RecurringGifts;
  listings: Listings;
  exchanges: Exchanges;
  fund: CommunityFund;
  ledger: Ledger;
};

/**
 * Makes a client. It asks nothing yet, and keeps nothing between calls but the keys of `intents`.
 *
 * Every call throws an {@link ApiError} when the API says no, a {@link ConnectionError} when there was no usable answer, and
 * the reason of your own `signal` when you aborted.
 *
 * @example
 * const client = createClient({api: 'https://api.example.nl', community: 'buurtkracht'});
 * const {data, total} = await client.initiatives.list({q: 'koffie'});
 */
export function createClient(options: ClientOptions): Client {
  const http = createHttp(options);
  const writeEntry = entryWriter(http, options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {
    initiatives: initiativesResource(http, communityPath),
    communities: communitiesResource(http, communityPath),
    partners: partnersResource(http, communityPath),
    places: placesResource(http, communityPath),
    photos: photosResource(http, communityPath),
    services: servicesResource(http, communityPath),
    publications: publicationsResource(http, communityPath),
    submissions: submissionsResource(http, communityPath),
    moderation: moderationResource(http, communityPath),
    sources: sourcesResource(http, communityPath),
    imports: importsResource(http, communityPath),
    events: eventsResource(http, communityPath),
    opportunities: opportunitiesResource(http, communityPath),
    shifts: shiftsResource(http, communityPath),
    signups: signupsResource(http, communityPath),
    hours: hoursResource(http, communityPath),
    volunteeringReport: volunteeringReport(http, communityPath),
    sessions: sessionsResource(http, createHttp({...options, key: undefined}), communityPath),
    members: membersResource(http, communityPath),
    accounts: accountsResource(http, communityPath),
    transfers: transfersResource(http, writeEntry, communityPath),
    paymentRequests: paymentRequestsResource(http, writeEntry, communityPath),
    minutesHolds: minutesHoldsResource(http, writeEntry, communityPath),
    entries: entriesResource(http, writeEntry, communityPath),
    redemptions: redemptionsResource(http, writeEntry, communityPath),
    recurringGifts: recurringGiftsResource(http, communityPath),
    listings: listingsResource(http, communityPath),
    exchanges: exchangesResource(http, communityPath),
    fund: fundResource(http, communityPath),
    ledger: ledgerResource(http, communityPath),
  };
}
