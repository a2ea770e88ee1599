// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

/** Answers about what a visitor can count on. */
export type AccessibilityAnswer = 'yes' | 'no' | 'partly' | 'unknown';

/** What a visitor may want to count on. */
export type AccessibilityFeature = 'stepFree' | 'toilet' | 'hearingLoop' | 'parking' | 'quiet';

/** Whose an account of time credits is. */
export type AccountKind = 'member' | 'initiative' | 'partner' | 'fund' | 'issuance';

/** In what role somebody did something. */
export type Actor = 'resident' | 'member' | 'organiser' | 'desk' | 'coordinator' | 'admin' | 'command' | 'server';

/** How old somebody is, roughly. */
export type AgeBand = 'under-12' | '12-15' | '16-17' | '18+';

/** A piece of a text that people wrote: parsed from Markdown by the server, so that no client has to handle HTML. */
export type Block =
  | {
      type: 'paragraph';
      content: Inline[];
    }
  | {
      type: 'quote';
      content: Inline[];
    }
  | {
      type: 'list';
      isOrdered: boolean;
      items: Inline[][];
    };

/** A run of text, or a link (https, http, mailto or tel). */
export type Inline =
  | {
      type: 'text';
      text: string;
    }
  | {
      type: 'link';
      url: string;
      text: string;
    };

/** What can be wrong with one value. */
export type FaultCode = 'required' | 'too-short' | 'too-long' | 'format' | 'range' | 'unknown' | 'not-allowed';

/** Kinds of initiative. */
export type InitiativeKind =
  | 'village-house'
  | 'community-centre'
  | 'shop'
  | 'playground'
  | 'neighbourhood-business'
  | 'neighbourhood-cafe'
  | 'meal-service'
  | 'care-cooperative'
  | 'city-village'
  | 'neighbour-network'
  | 'neighbour-help'
  | 'support-point'
  | 'neighbour-care-point'
  | 'information-desk'
  | 'housing-cooperative'
  | 'neighbourhood-cooperative'
  | 'residents-collective'
  | 'village-council'
  | 'time-exchange'
  | 'network'
  | 'other';

/** How far an initiative is. */
export type InitiativeStage = 'idea' | 'starting' | 'active' | 'threatened' | 'taken-over' | 'pilot' | 'paused' | 'finished';

/** Kinds of surroundings. */
export type InitiativeContext =
  'priority-district' | 'vinex' | 'woonerf-estate' | 'shrinking-region' | 'disadvantaged-region' | 'urbanised-countryside';

/** Kinds of organisation. */
export type PartnerKind =
  | 'municipality'
  | 'housing-corporation'
  | 'social-work'
  | 'care'
  | 'school'
  | 'police'
  | 'company'
  | 'social-enterprise'
  | 'residents-association'
  | 'volunteer-organisation'
  | 'sports-club'
  | 'culture'
  | 'library'
  | 'faith-community'
  | 'knowledge'
  | 'network'
  | 'other';

/** Roles of an organisation behind an initiative. */
export type CoalitionRole = 'lead' | 'partner' | 'funder' | 'space' | 'adviser' | 'supporter' | 'follows';

/** A community of kind `region` reads across its members. */
export type CommunityKind = 'municipality' | 'corporation' | 'region';

/** Why minutes moved. */
export type EntryKind =
  'transfer' | 'batch' | 'request' | 'gift' | 'hours' | 'welcome' | 'exchange' | 'redemption' | 'reversal' | 'expiry' | 'closing';

/** Kinds of change. */
export type EventType =
  | 'nl.buurtkit.initiative.created'
  | 'nl.buurtkit.initiative.updated'
  | 'nl.buurtkit.initiative.deleted'
  | 'nl.buurtkit.partner.created'
  | 'nl.buurtkit.partner.updated'
  | 'nl.buurtkit.partner.deleted'
  | 'nl.buurtkit.service.created'
  | 'nl.buurtkit.service.updated'
  | 'nl.buurtkit.service.deleted'
  | 'nl.buurtkit.place.created'
  | 'nl.buurtkit.place.updated'
  | 'nl.buurtkit.place.deleted'
  | 'nl.buurtkit.publication.created'
  | 'nl.buurtkit.publication.updated'
  | 'nl.buurtkit.publication.deleted'
  | 'nl.buurtkit.opportunity.created'
  | 'nl.buurtkit.opportunity.updated'
  | 'nl.buurtkit.opportunity.deleted'
  | 'nl.buurtkit.shift.created'
  | 'nl.buurtkit.shift.updated'
  | 'nl.buurtkit.shift.deleted'
  | 'nl.buurtkit.hours.created'
  | 'nl.buurtkit.hours.updated'
  | 'nl.buurtkit.hours.deleted';

/** How help between two members stands. */
export type ExchangeState =
  'proposed' | 'accepted' | 'done' | 'confirmed' | 'settled' | 'declined' | 'withdrawn' | 'expired' | 'disputed' | 'resolved';

/** Whether somebody asks for help or offers it. */
export type ListingKind = 'request' | 'offer';

/** Kinds of help. */
export type ListingCategory =
  | 'household'
  | 'garden'
  | 'repair'
  | 'transport'
  | 'company'
  | 'care-light'
  | 'children'
  | 'animals'
  | 'cooking'
  | 'computer'
  | 'paperwork'
  | 'language'
  | 'lessons'
  | 'other';

/** Who gives help, and who gets it and gives the minutes. */
export type ExchangeSide = 'helper' | 'helped';

/** What people can do with an exchange. */
export type ExchangeEvent = 'acceptance' | 'decline' | 'withdrawal' | 'done' | 'confirmation' | 'agreement' | 'dispute' | 'resolution';

/** How submitted hours stand. */
export type HoursState = 'submitted' | 'approved' | 'refused';

/** How far an initiative reaches. */
export type Scale = 'neighbourhood' | 'district' | 'village' | 'town' | 'municipality' | 'region';

/** How exactly a place is known. */
export type Precision = 'exact' | 'grid' | 'neighbourhood' | 'village' | 'town' | 'municipality';

/** Days of the week, Monday first. */
export type Weekday = 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su';

/** What can be counted per value. */
export type InitiativeFacetKey = 'kind' | 'stage' | 'theme' | 'context' | 'area' | 'community';

/** Fields that a list can be limited to. */
export type InitiativeField =
  | 'id'
  | 'slug'
  | 'community'
  | 'name'
  | 'kind'
  | 'stage'
  | 'themes'
  | 'context'
  | 'scale'
  | 'since'
  | 'summary'
  | 'place'
  | 'location'
  | 'areas'
  | 'opening'
  | 'accessibility'
  | 'contact'
  | 'hasContactForm'
  | 'photos'
  | 'coalition'
  | 'lookingFor'
  | 'externalIds'
  | 'checkedAt'
  | 'isRecentlyChecked'
  | 'updatedAt'
  | 'url';

/** Languages of texts and answers. */
export type Language = 'nl' | 'en';

/** Skills that have a label; skills are open, so there are others. */
export type KnownSkill =
  | 'administration'
  | 'animals'
  | 'care'
  | 'children'
  | 'cleaning'
  | 'computers'
  | 'cooking'
  | 'crafts'
  | 'driving'
  | 'forms'
  | 'gardening'
  | 'hospitality'
  | 'languages'
  | 'listening'
  | 'music'
  | 'organising'
  | 'photography'
  | 'repairs'
  | 'sewing'
  | 'sport'
  | 'teaching'
  | 'till'
  | 'writing';

/** Themes that have a label; themes are open, so there are others. */
export type KnownTheme =
  | 'ageing'
  | 'art'
  | 'care'
  | 'children'
  | 'energy'
  | 'food'
  | 'gardening'
  | 'green'
  | 'health'
  | 'housing'
  | 'information'
  | 'learning'
  | 'liveability'
  | 'loneliness'
  | 'meeting'
  | 'neighbour-help'
  | 'repair'
  | 'self-management'
  | 'shop'
  | 'social-enterprise'
  | 'sport'
  | 'sustainability'
  | 'time-credits'
  | 'volunteering'
  | 'women'
  | 'work'
  | 'youth';

/** Whether an offer or request is on the list. */
export type ListingState = 'open' | 'closed' | 'expired';

/** What can be counted per value, of offers and requests. */
export type ListingFacetKey = 'kind' | 'category' | 'area';

/** Whether minors can take part. */
export type MinorsPolicy = 'none' | 'guardian' | 'supervised';

/** How minutes stand that are kept apart. */
export type MinutesHoldState = 'held' | 'posted' | 'voided' | 'expired';

/** How an item stands that a moderator sees. */
export type ModerationState = 'pending' | 'approved' | 'refused' | 'superseded' | 'closed';

/** What a report can be about. */
export type ReportedResource = 'initiative' | 'partner' | 'service' | 'place';

/** What waits for a moderator. */
export type ModerationKind = 'new-initiative' | 'initiative-change' | 'report';

/** Kinds of voluntary work. */
export type OpportunityKind =
  'once' | 'recurring' | 'flexible' | 'home-visit' | 'buddy' | 'work-experience' | 'day-activity' | 'school-placement';

/** Whether a certificate of conduct (VOG) is needed. */
export type VogRequirement = 'none' | 'preferred' | 'required';

/** Whether a sign-up is looked at first. */
export type SignupApproval = 'automatic' | 'review';

/** What a service does for residents. */
export type ServiceFunction = 'information' | 'advice' | 'meeting' | 'signalling' | 'participation' | 'activation' | 'support';

/** Whether a service is there. */
export type ServiceStatus = 'active' | 'inactive' | 'defunct' | 'temporarily-closed';

/** Whether one can sign up for a shift, and why not. */
export type ShiftState = 'open' | 'waitlist' | 'full' | 'not-yet' | 'closed' | 'past' | 'cancelled';

/** What can be counted per value, of voluntary work. */
export type OpportunityFacetKey =
  | 'kind'
  | 'theme'
  | 'skill'
  | 'language'
  | 'weekday'
  | 'partOfDay'
  | 'vog'
  | 'children'
  | 'wheelchair'
  | 'credits'
  | 'free'
  | 'area'
  | 'community';

/** Parts of the day. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** What can be counted per value, of organisations. */
export type PartnerFacetKey = 'kind' | 'function' | 'theme' | 'area' | 'community';

/** How a request for minutes stands. */
export type PaymentRequestState = 'pending' | 'accepted' | 'refused' | 'withdrawn' | 'expired';

/** Every problem that this version knows. A later server may know more. */
export type ProblemCode =
  | 'request.invalid'
  | 'request.malformed'
  | 'idempotency.key-required'
  | 'auth.required'
  | 'auth.not-allowed'
  | 'proof.required'
  | 'route.not-found'
  | 'community.not-found'
  | 'initiative.not-found'
  | 'partner.not-found'
  | 'service.not-found'
  | 'place.not-found'
  | 'opportunity.not-found'
  | 'shift.not-found'
  | 'signup.not-found'
  | 'hours.not-found'
  | 'member.not-found'
  | 'session.not-found'
  | 'submission.not-found'
  | 'publication.not-found'
  | 'edition.not-found'
  | 'import.not-found'
  | 'photo.not-found'
  | 'file.not-found'
  | 'request.method-not-allowed'
  | 'request.not-acceptable'
  | 'idempotency.key-reused'
  | 'idempotency.in-flight'
  | 'slug.ambiguous'
  | 'slug.taken'
  | 'signup.full'
  | 'signup.closed'
  | 'signup.past'
  | 'signup.cancelled'
  | 'signup.overlap'
  | 'signup.too-late-to-cancel'
  | 'signup.not-in-state'
  | 'hours.own-approval'
  | 'account.not-found'
  | 'entry.not-found'
  | 'payment-request.not-found'
  | 'hold.not-found'
  | 'recurring-gift.not-found'
  | 'listing.not-found'
  | 'listing.closed'
  | 'exchange.not-found'
  | 'exchange.not-in-state'
  | 'exchange.not-your-turn'
  | 'exchange.own-listing'
  | 'exchange.already-proposed'
  | 'transfer.limit-reached'
  | 'transfer.not-in-step'
  | 'transfer.to-self'
  | 'account.frozen'
  | 'account.closed'
  | 'entry.already-reversed'
  | 'hold.ended'
  | 'payment-request.decided'
  | 'credits.not-enabled'
  | 'code.wrong'
  | 'code.used'
  | 'code.expired'
  | 'desk.cap-reached'
  | 'hours.decided'
  | 'edition.nothing-new'
  | 'initiative.no-contact-form'
  | 'token.not-accepted'
  | 'token.used'
  | 'member.not-invited'
  | 'member.exists'
  | 'proof.used'
  | 'submission.decided'
  | 'import.decided'
  | 'link.used'
  | 'link.expired'
  | 'revision.changed'
  | 'request.too-large'
  | 'request.unsupported-media-type'
  | 'precondition.required'
  | 'request.rate-limited'
  | 'server.unexpected'
  | 'server.unavailable';

/** How a sign-up stands. */
export type SignupState =
  | 'held'
  | 'awaiting-email'
  | 'awaiting-guardian'
  | 'awaiting-review'
  | 'intro-planned'
  | 'confirmed'
  | 'checked-in'
  | 'done'
  | 'no-show'
  | 'waitlisted'
  | 'offered'
  | 'declined'
  | 'expired'
  | 'refused'
  | 'cancelled';

/** What can be counted per value, of services. */
export type ServiceFacetKey = 'function' | 'theme' | 'status' | 'area' | 'community';

/** What comes next after signing up. */
export type SignupStep = 'confirm-email' | 'ask-guardian' | 'wait-for-answer' | 'wait-for-place' | 'come';

/** How something stands that was sent in. */
export type SubmissionState = 'awaiting-email' | 'pending' | 'approved' | 'refused' | 'superseded';

/** What a visitor can count on; what is left out nobody told us. */
export interface Accessibility {
  stepFree?: AccessibilityAnswer | undefined;
  toilet?: AccessibilityAnswer | undefined;
  hearingLoop?: AccessibilityAnswer | undefined;
  parking?: AccessibilityAnswer | undefined;
  quiet?: AccessibilityAnswer | undefined;
}

/** An account of time credits, in whole minutes. Personal. */
export interface Account {
  id: string;
  kind: AccountKind;
  number: string;
  name: string;
  minutes: number;
  heldMinutes: number;
  incomingMinutes: number;
  availableMinutes: number | null;
  minMinutes: number | null;
  maxMinutes: number | null;
  isFrozen: boolean;
  closedAt: string | null;
  openedAt: string;
  expiring: {
    on: string;
    minutes: number;
  } | null;
  version: number;
}

/** What stood on an account at a moment, with all that was written up to and at that moment. */
export interface AccountBalance {
  accountId: string;
  at: string;
  minutes: number;
}

/** Whether nothing may move for now, and why. */
export interface AccountFreeze {
  isFrozen: boolean;
  reason: string;
}

/** Per week what came and went and what stood there at its end, the oldest first. */
export interface AccountHistory {
  data: {
    from: string;
    receivedMinutes: number;
    givenMinutes: number;
    minutes: number;
  }[];
}

/** Limits of one account in minutes, and why: that stays on record. */
export interface AccountLimits {
  min: number | null;
  max: number | null;
  reason: string;
}

/** Street with house number, and the postcode. */
export interface AddressLines {
  street: string;
  postcode: string | null;
}

/** A proof of work (ALTCHA, version 2). Find the counter, from 0 up, for which SHA-256 of salt, nonce and the counter as four bytes (most significant first) begins with `keyPrefix`. Send it before `expiresAt` (seconds since 1970), once, as `Authorization: Altcha payload=…`: base64 of JSON `{challenge, solution: {counter, derivedKey}}`. */
export interface AltchaChallenge {
  parameters: {
    algorithm: 'SHA-256';
    cost: number;
    expiresAt: number;
    keyLength: number;
    keyPrefix: string;
    keySignature: string;
    nonce: string;
    salt: string;
  };
  signature: string;
}

/** A CBS area with the year of its code, since codes change every year, or an area that the community names itself (year null). */
export interface Area {
  code: string;
  year: number | null;
  name: string;
}

/** Records of another system, at most 1,000: each has that system’s `id` and the fields of a new one. What is sent is kept by that system from now on; what it leaves out it lets go. */
export interface BulkUpsert {
  source: string;
  resource: 'initiative' | 'partner' | 'service';
  records: {
    [k: string]: unknown | undefined;
  }[];
}

/** A result for each record, in their order. One that was refused stops no other. */
export interface BulkUpsertResult {
  data: UpsertResult[];
}

/** What became of one record: the how-manieth it was (from 0), its id here, and what is wrong when it was refused. */
export interface UpsertResult {
  index: number;
  externalId: string | null;
  action: 'created' | 'updated' | 'unchanged' | 'refused';
  id: string | null;
  errors: {
    pointer: string;
    code: FaultCode;
    detail: string;
  }[];
}

/** A chapter of an initiative’s story: `text` is the Markdown as written, `blocks` the same parsed. */
export interface Chapter {
  id: string;
  title: LanguageMap;
  text: LanguageMap;
  blocks: {
    nl: Block[];
    en?: Block[] | undefined;
  };
  date: string | null;
}

/** A text that people wrote, per language; Dutch is always there. */
export interface LanguageMap {
  nl: string;
  en?: string | undefined;
}

/** Somebody is there: told by the desk, or by the code of the shift. */
export interface CheckIn {
  code?: string | undefined;
}

/** The head of the ledger at the end of a day, and a hash of all balances then. */
export interface Checkpoint {
  day: string;
  sequence: number;
  hash: string;
  balancesHash: string;
}

/** The checkpoints of the last 366 days, the last first. */
export interface CheckpointList {
  data: Checkpoint[];
}

/** Initiatives close together, as one marker. Its id, slug, community, name and kind only when it is a single one. */
export interface Cluster {
  count: number;
  bounds: [number, number, number, number];
  location: Point;
  id?: string | undefined;
  slug?: string | undefined;
  community?: string | undefined;
  name?: string | undefined;
  kind?: InitiativeKind | undefined;
}

/** A GeoJSON point (RFC 7946) in CRS84: longitude first. */
export interface Point {
  type: 'Point';
  coordinates: [number, number];
}

/** All initiatives with a place in view, in at most a few hundred clusters; their counts add up to `total`. */
export interface ClusterList {
  data: Cluster[];
  total: number;
}

/** What is in view, how far the map is zoomed in, and what to look for. */
export interface ClusterQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly InitiativeKind[] | undefined;
  /** How far they are. */
  stage?: readonly InitiativeStage[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** Kinds of surroundings. */
  context?: readonly InitiativeContext[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Inside this box: west, south, east, north. */
  bbox: [number, number, number, number];
  /** Around this point: longitude, latitude. */
  near?: [number, number] | undefined;
  /** How far from `near`, in metres: 1–200000, 5000 when left out. */
  radius?: number | undefined;
  /** Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days. */
  open?: ('now' | string) | undefined;
  /** How far the map is zoomed in: 0–20. */
  zoom: number;
}

/** An organisation that stands behind an initiative, and in what role. */
export interface CoalitionMember {
  partner: PartnerReference;
  role: CoalitionRole;
  since: string | null;
}

/** An organisation as others name it. */
export interface PartnerReference {
  slug: string;
  community: string;
  name: string;
  kind: PartnerKind;
}

/** One municipality or corporation with its own data and settings; one of kind `region` has others as members and reads across them. */
export interface Community {
  id: string;
  slug: string;
  kind: CommunityKind;
  name: string;
  isSample: boolean;
  members: {
    slug: string;
    name: string;
  }[];
  areas: Area[];
  timeZone: string;
  addressForm: 'je' | 'u';
  contact: CommunityContact;
  privacyUrl: string | null;
  look: Look;
  membership: 'open' | 'invited';
  credits: CreditSettings | null;
  updatedAt: string;
  url: string;
}

/** The person or desk to turn to: there is always a way to somebody. */
export interface CommunityContact {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  url?: string | undefined;
}

/** Five settings for pages that bring no design tokens of their own. */
export interface Look {
  accentColor: string | null;
  corner: 'square' | 'soft' | 'round';
  spacing: 'compact' | 'normal' | 'wide';
  button: 'filled' | 'outlined';
  link: 'underlined' | 'plain';
}

/** What a community calls its time credits, and what one can do with them. Minutes are whole minutes. */
export interface CreditSettings {
  name: {
    nl: {
      one: string;
      other: string;
    };
    en?:
      | {
          one: string;
          other: string;
        }
      | undefined;
  };
  minutesPerCredit: number;
  stepMinutes: 15 | 30;
  allowsBelowZero: boolean;
  hoursMint: boolean;
  partnersRedeem: boolean;
  memberMin: number | null;
  memberMax: number | null;
  welcomeGift: number;
  expiresAfterMonths: number | null;
  deskDailyCap: number;
}

/** What changes; what is left out stays as it is. */
export interface CommunityChanges {
  name?: string | undefined;
  areas?: Area[] | undefined;
  timeZone?: string | undefined;
  addressForm?: ('je' | 'u') | undefined;
  contact?: CommunityContact | undefined;
  privacyUrl?: (string | null) | undefined;
  look?:
    | {
        accentColor?: (string | null) | undefined;
        corner?: ('square' | 'soft' | 'round') | undefined;
        spacing?: ('compact' | 'normal' | 'wide') | undefined;
        button?: ('filled' | 'outlined') | undefined;
        link?: ('underlined' | 'plain') | undefined;
      }
    | undefined;
  credits?:
    | {
        name?:
          | {
              nl: {
                one: string;
                other: string;
              };
              en?:
                | {
                    one: string;
                    other: string;
                  }
                | undefined;
            }
          | undefined;
        minutesPerCredit?: number | undefined;
        stepMinutes?: (15 | 30) | undefined;
        allowsBelowZero?: boolean | undefined;
        hoursMint?: boolean | undefined;
        partnersRedeem?: boolean | undefined;
        memberMin?: (number | null) | undefined;
        memberMax?: (number | null) | undefined;
        welcomeGift?: number | undefined;
        expiresAfterMonths?: (number | null) | undefined;
        deskDailyCap?: number | undefined;
      }
    | undefined;
  allowedOrigins?: string[] | undefined;
  membership?: ('open' | 'invited') | undefined;
  tokenIssuers?: TokenIssuer[] | undefined;
}

/** A site of the community’s own that knows its people: its issuer as it stands in `iss`, and the client id that stands in `aud`. */
export interface TokenIssuer {
  issuer: string;
  audience: string;
}

/** A page of communities, by name. */
export interface CommunityPage {
  data: Community[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** How many there would be with this value alone and all other filters as they are. */
export interface FacetCount {
  value: string;
  count: number;
}

/** A community as its own administrators see it. */
export interface CommunitySettings {
  id: string;
  slug: string;
  kind: CommunityKind;
  name: string;
  isSample: boolean;
  members: {
    slug: string;
    name: string;
  }[];
  areas: Area[];
  timeZone: string;
  addressForm: 'je' | 'u';
  contact: CommunityContact;
  privacyUrl: string | null;
  look: Look;
  membership: 'open' | 'invited';
  credits: CreditSettings | null;
  updatedAt: string;
  url: string;
  allowedOrigins: string[];
  tokenIssuers: TokenIssuer[];
}

/** The other side, as somebody who gives or gets sees it. */
export interface Counterparty {
  accountId: string;
  kind: AccountKind;
  name: string;
  number: string;
}

/** Whom one can give to: the fund, and those one had to do with, the last one first. */
export interface CounterpartyList {
  data: Counterparty[];
}

/** The number that somebody told. */
export interface CounterpartyLookup {
  number: string;
}

/** A fixed state of a whole publication: its stories never change any more. */
export interface Edition {
  id: string;
  publication: string;
  community: string;
  number: number;
  title: LanguageMap;
  summary: LanguageMap;
  note: LanguageMap | null;
  publishedAt: string;
  news: EditionNews;
  stories: EditionStory[];
  url: string;
}

/** What the edition before did not have: stories, chapters of stories that it had, and stories with another text. Stories by their anchor. */
export interface EditionNews {
  stories: string[];
  chapters: {
    story: string;
    chapter: string;
  }[];
  changed: string[];
}

/** The story of an initiative as it was when the edition appeared. */
export interface EditionStory {
  id: string;
  anchor: string;
  community: string;
  slug: string;
  name: string;
  summary: LanguageMap;
  city: string | null;
  coalition: {
    name: string;
    role: CoalitionRole;
  }[];
  photos: Photo[];
  chapters: EditionChapter[];
  url: string;
}

/** A photo (JPEG, at most 1600 pixels wide) with its text alternative and whom to thank for it; `small` is at most 640 wide. */
export interface Photo {
  id: string;
  url: string;
  alt: LanguageMap;
  credit: string;
  width: number;
  height: number;
  small: {
    url: string;
    width: number;
    height: number;
  };
}

/** A chapter as it was when the edition appeared. */
export interface EditionChapter {
  id: string;
  title: LanguageMap;
  blocks: {
    nl: Block[];
    en?: Block[] | undefined;
  };
  date: string | null;
}

/** An edition as its publication names it. */
export interface EditionReference {
  number: number;
  publishedAt: string;
  note: LanguageMap | null;
  url: string;
}

/** One entry, as a receipt for one of its sides. Personal. */
export interface Entry {
  id: string;
  sequence: number;
  kind: EntryKind;
  occurredAt: string;
  actor: string;
  onBehalfOf: Counterparty | null;
  memo: string | null;
  reverses: string | null;
  reversedBy: string | null;
  postings: {
    accountId: string;
    name: string;
    minutes: number;
    balanceMinutes: number | null;
    salt: string | null;
  }[];
  proof: {
    format: string;
    hash: string;
    previousHash: string;
    hashedText: string;
    memoSalt: string | null;
  };
}

/** What moved, when, and how many. */
export interface EntryQuery {
  /** Only what came, or only what went. */
  direction?: ('received' | 'given') | undefined;
  /** From this day on, where the community is. */
  from?: string | undefined;
  /** Up to and with this day, where the community is. */
  until?: string | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** Why an entry is turned back; it is the memo of the new entry. */
export interface EntryReversal {
  reason: string;
}

/** A change (CloudEvents 1.0). `sequence` counts per community, without gaps, in the order of commits. A deleted thing leaves its tombstone: only its id and slug. */
export interface Event {
  specversion: '1.0';
  id: string;
  source: string;
  type: EventType;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  sequence: string;
  data: {
    id: string;
    slug: string;
    community: string;
  };
}

/** Changes after a position. `next` is always there: keep it and ask with `after` again, also when there is nothing now. */
export interface EventPage {
  data: Event[];
  next: string;
  hasMore: boolean;
}

/** From where in the row of changes, and how many. */
export interface EventQuery {
  /** A position: `next` of an earlier answer; left out, it begins at the beginning. */
  after?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** Help between two members, from proposal to settlement. For the two of them, and for a coordinator when they disagree. */
export interface Exchange {
  id: string;
  state: ExchangeState;
  listing: {
    id: string;
    kind: ListingKind;
    title: LanguageMap;
    category: ListingCategory;
  } | null;
  side: ExchangeSide | null;
  proposedBy: ExchangeSide;
  helper: {
    name: string | null;
    minutes: number | null;
    contact: string | null;
  };
  helped: {
    name: string | null;
    minutes: number | null;
    contact: string | null;
  };
  minutes: number;
  message: string | null;
  answer: string | null;
  agreedMinutes: number | null;
  obstacle: string | null;
  reason: string | null;
  note: string | null;
  settledMinutes: number | null;
  entryId: string | null;
  events: ExchangeEvent[];
  expiresAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** Yes, with how to get in touch. */
export interface ExchangeAcceptance {
  message?: string | undefined;
  contact?: string | undefined;
  closesListing?: boolean | undefined;
}

/** A word for the other side. */
export interface ExchangeAnswer {
  message?: string | undefined;
}

/** What the two can’t agree on, for the coordinator. */
export interface ExchangeDispute {
  reason: string;
}

/** How long it took, as this side says. */
export interface ExchangeMinutes {
  minutes: number;
}

/** A page of exchanges, the newest first. */
export interface ExchangePage {
  data: Exchange[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** How they stand, about what, and how many. */
export interface ExchangeQuery {
  /** How they stand. */
  state?: readonly ExchangeState[] | undefined;
  /** About this offer or request, by its id. */
  listing?: string | undefined;
  /** Only the caller’s own. */
  mine?: 'true' | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** What the coordinator decides, and why; both sides read it. */
export interface ExchangeResolution {
  minutes: number;
  note: string;
}

/** The name of this record in somebody else’s system. */
export interface ExternalId {
  source: string;
  id: string;
}

/** What a change does to one field: as it stood when the change was written, as it stands now, and as it is proposed. `hasMovedOn`: somebody else changed it meanwhile. */
export interface FieldChange {
  field: string;
  before: unknown;
  now: unknown;
  proposed: unknown;
  hasMovedOn: boolean;
}

/** What a community gave this year, about nobody in particular: nothing is told about fewer than five people. */
export interface Fund {
  year: number;
  people: number | null;
  givenMinutes: number | null;
  fundMinutes: number | null;
}

/** A point to find a name for. */
export interface GeoReverseRequest {
  location: Point;
}

/** A place that a text may mean, and who says so: PDOK, or our own list of places. */
export interface GeoSuggestion {
  label: string;
  kind: 'address' | 'postcode' | 'street' | 'city' | 'municipality' | 'neighbourhood' | 'place';
  location: Point;
  source: 'pdok' | 'gazetteer';
}

/** What somebody typed. It travels in the body, since an address is private. */
export interface GeoSuggestionRequest {
  q: string;
  limit?: number | undefined;
}

/** Places that a text may mean, the likeliest first. `isComplete` is false when addresses can’t be looked up now and only our own places were searched. */
export interface GeoSuggestions {
  data: GeoSuggestion[];
  total: number;
  isComplete: boolean;
}

/** A change: when, in what role somebody did it (never who), what it was and which fields it touched. */
export interface HistoryEntry {
  at: string;
  actor: Actor;
  action: string;
  fields: string[];
}

/** Changes, the last one first. */
export interface HistoryPage {
  data: HistoryEntry[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: unknown | undefined;
  };
}

/** From where in the row of changes, and how many. */
export interface HistoryQuery {
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** A place kept for ten minutes while somebody fills in the form. */
export interface Hold {
  id: string;
  expiresAt: string;
}

/** Ends a hold by moving what was held, or less. */
export interface HoldPosting {
  minutes?: number | undefined;
  memo?: string | undefined;
}

/** Minutes that somebody helped, on a day. */
export interface Hours {
  id: string;
  signupId: string;
  minutes: number;
  on: string;
  state: HoursState;
  reason: string | null;
  submittedAt: string;
}

/** A page of hours, the last submitted first. */
export interface HoursPage {
  data: Hours[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which hours to look for, and how many. */
export interface HoursQuery {
  /** How they stand. */
  state?: readonly HoursState[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** A file that comes in: what each row would do (`planned`) or did. `rows` holds the first hundred, and the first hundred that were refused. `committedLine` tells how far a commit has come, `undone` what became of it when it was taken back. */
export interface Import {
  id: string;
  format: string;
  state: 'planned' | 'committing' | 'committed' | 'undone';
  counts: ImportCounts | null;
  committedLine: number;
  rows: ImportRow[];
  warnings: {
    line: number;
    column: string;
    detail: string;
  }[];
  undone: ImportUndone | null;
  createdAt: string;
  finishedAt: string | null;
}

/** How many rows do what. */
export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
}

/** What a row of a file does: in which line it begins (or the how-manieth it is), and what is wrong when it is refused. */
export interface ImportRow {
  line: number;
  action: 'created' | 'updated' | 'unchanged' | 'refused';
  slug: string | null;
  faults: {
    code: FaultCode;
    column: string | null;
    value: string | null;
    detail: string;
  }[];
}

/** How much was taken back, and how much is left: what people changed since, or lean on with what they wrote, showed or made. `rows` holds the first hundred that are left. */
export interface ImportUndone {
  deleted: number;
  restored: number;
  left: number;
  rows: {
    line: number;
    slug: string;
  }[];
}

/** Something residents organise, with its whole story. `ownedFields` says which fields another system keeps, and which one: those can’t be changed here. */
export interface Initiative {
  id: string;
  slug: string;
  community: string;
  name: string;
  kind: InitiativeKind;
  stage: InitiativeStage;
  themes: string[];
  context: InitiativeContext | null;
  scale: Scale | null;
  since: string | null;
  summary: LanguageMap;
  place: Place | null;
  location: Point | null;
  areas: Area[];
  opening: Opening | null;
  accessibility: Accessibility;
  contact: PublicContact;
  hasContactForm: boolean;
  photos: Photo[];
  coalition: CoalitionMember[];
  lookingFor: LookingFor[];
  externalIds: ExternalId[];
  checkedAt: string | null;
  isRecentlyChecked: boolean;
  updatedAt: string;
  url: string;
  story: Chapter[];
  openingHours: OpeningHours | null;
  ownedFields: OwnedField[];
}

/** Where something is, as exactly as `precision` says. `grid` is a private home: a fixed grid point stands for the address. `slug` and `name` are those of the building, when it is a place that others share. */
export interface Place {
  city: string;
  areaCode: string | null;
  areaYear: number | null;
  precision: Precision;
  slug?: string | undefined;
  name?: string | undefined;
}

/** When it is open in the coming 14 days, worked out on the server: a client only compares moments. */
export interface Opening {
  note: LanguageMap | null;
  isByAppointment: boolean;
  openings: {
    from: string;
    until: string;
  }[];
}

/** How to reach an organisation or initiative; public by its own choice. */
export interface PublicContact {
  website?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
}

/** Whom an initiative says it looks for, in its own words, and the kind of organisation when it is one. */
export interface LookingFor {
  text: LanguageMap;
  kind: PartnerKind | null;
}

/** When it is open, as rules in the time zone of its community. */
export interface OpeningHours {
  rules: OpeningRule[];
  exceptions: OpeningException[];
  isOpenOnHolidays: boolean;
  isByAppointment: boolean;
  note: LanguageMap | null;
}

/** Weekly, or with `nth` monthly: the second Tuesday is `{weekdays: ["tu"], nth: 2}`. `closes` at or before `opens` is past midnight. */
export interface OpeningRule {
  weekdays: Weekday[];
  nth: number | null;
  opens: string;
  closes: string;
}

/** Days on which the rules don’t hold, first and last included: other hours, or none at all. */
export interface OpeningException {
  from: string;
  until: string;
  openings: {
    opens: string;
    closes: string;
  }[];
  note: LanguageMap | null;
}

/** A field that another system keeps, and which one: it can’t be changed here. */
export interface OwnedField {
  field: string;
  source: string;
}

/** What changes (RFC 7396): what is left out stays, a list is replaced whole. */
export interface InitiativeChanges {
  name?: string | undefined;
  kind?: InitiativeKind | undefined;
  stage?: InitiativeStage | undefined;
  themes?: string[] | undefined;
  context?: (InitiativeContext | null) | undefined;
  scale?: (Scale | null) | undefined;
  since?: (string | null) | undefined;
  summary?: LanguageMap | undefined;
  place?: (Place | null) | undefined;
  location?: (Point | null) | undefined;
  areas?: Area[] | undefined;
  openingHours?: (OpeningHours | null) | undefined;
  accessibility?: Accessibility | undefined;
  contact?: PublicContact | undefined;
  hasContactForm?: boolean | undefined;
  coalition?: NewCoalitionMember[] | undefined;
  lookingFor?: LookingFor[] | undefined;
  externalIds?: ExternalId[] | undefined;
  story?: NewChapter[] | undefined;
}

/** An organisation that stands behind an initiative: its slug, or `{community}~{slug}` of another community. */
export interface NewCoalitionMember {
  partner: string;
  role: CoalitionRole;
  since?: (string | null) | undefined;
}

/** A chapter to keep: text in Markdown. */
export interface NewChapter {
  title: LanguageMap;
  text: LanguageMap;
  date?: (string | null) | undefined;
}

/** What to look for: all filters must match, within a list one of its values. */
export interface InitiativeFilters {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly InitiativeKind[] | undefined;
  /** How far they are. */
  stage?: readonly InitiativeStage[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** Kinds of surroundings. */
  context?: readonly InitiativeContext[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Inside this box: west, south, east, north. */
  bbox?: [number, number, number, number] | undefined;
  /** Around this point: longitude, latitude. */
  near?: [number, number] | undefined;
  /** How far from `near`, in metres: 1–200000, 5000 when left out. */
  radius?: number | undefined;
  /** Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days. */
  open?: ('now' | string) | undefined;
}

/** An initiative as it stands in a list: all but its story. */
export interface InitiativeListItem {
  id: string;
  slug: string;
  community: string;
  name: string;
  kind: InitiativeKind;
  stage: InitiativeStage;
  themes: string[];
  context: InitiativeContext | null;
  scale: Scale | null;
  since: string | null;
  summary: LanguageMap;
  place: Place | null;
  location: Point | null;
  areas: Area[];
  opening: Opening | null;
  accessibility: Accessibility;
  contact: PublicContact;
  hasContactForm: boolean;
  photos: Photo[];
  coalition: CoalitionMember[];
  lookingFor: LookingFor[];
  externalIds: ExternalId[];
  checkedAt: string | null;
  isRecentlyChecked: boolean;
  updatedAt: string;
  url: string;
}

/** A page of initiatives; `total` counts all that match. */
export interface InitiativePage {
  data: InitiativeListItem[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Who gets an initiative’s mail: messages, reports, and the question whether its page is still right. */
export interface InitiativePeople {
  data: InitiativePerson[];
  total: number;
}

/** Somebody of an initiative: private. `confirmedAt` is when that person pressed a link in a mail of ours. */
export interface InitiativePerson {
  name: string | null;
  email: string;
  locale: Language;
  confirmedAt: string | null;
}

/** What to look for, how many, and in which order. */
export interface InitiativeQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly InitiativeKind[] | undefined;
  /** How far they are. */
  stage?: readonly InitiativeStage[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** Kinds of surroundings. */
  context?: readonly InitiativeContext[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Inside this box: west, south, east, north. */
  bbox?: [number, number, number, number] | undefined;
  /** Around this point: longitude, latitude. */
  near?: [number, number] | undefined;
  /** How far from `near`, in metres: 1–200000, 5000 when left out. */
  radius?: number | undefined;
  /** Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days. */
  open?: ('now' | string) | undefined;
  /** By name (in Dutch order), by date (the last changed first; of work, the first shift), or the nearest first (with `near`, and then the default). */
  sort?: ('name' | 'date' | 'distance') | undefined;
  /** What to count per value. */
  facets?: readonly InitiativeFacetKey[] | undefined;
  /** Which fields the answers have; `id` is always there. */
  fields?: readonly InitiativeField[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** When the first talk is. */
export interface Intro {
  at: string;
}

/** The last entry of the ledger: how manieth it is, and its hash. */
export interface LedgerHead {
  communityId: string;
  format: string;
  sequence: number;
  hash: string;
}

/** What somebody offers or asks for time credits. For members only: who asks for help is nobody else’s business. */
export interface Listing {
  id: string;
  community: string;
  kind: ListingKind;
  title: LanguageMap;
  text: LanguageMap | null;
  blocks: {
    nl: Block[];
    en?: Block[] | undefined;
  } | null;
  category: ListingCategory;
  area: Area | null;
  minutes: number;
  until: string;
  state: ListingState;
  owner: {
    name: string | null;
  };
  isMine: boolean;
  tellsMatches: boolean | null;
  createdAt: string;
  updatedAt: string;
}

/** What changes (RFC 7396): what is left out stays. `isClosed` takes it off the list, or puts it back. */
export interface ListingChanges {
  title?: LanguageMap | undefined;
  text?: (LanguageMap | null) | undefined;
  category?: ListingCategory | undefined;
  area?: (string | null) | undefined;
  minutes?: number | undefined;
  until?: string | undefined;
  tellsMatches?: boolean | undefined;
  isClosed?: boolean | undefined;
}

/** Why it is taken off the list; its owner reads it. */
export interface ListingClosing {
  reason: string;
}

/** How many offers and requests are open per kind of help, and nothing about whose or what. */
export interface ListingCounts {
  data: {
    category: ListingCategory;
    offers: number;
    requests: number;
  }[];
}

/** Which offers and requests to look for: all filters must match, within a list one of its values. */
export interface ListingFilters {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Requests or offers. */
  kind?: readonly ListingKind[] | undefined;
  /** Kinds of help. */
  category?: readonly ListingCategory[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Only the caller’s own. */
  mine?: 'true' | undefined;
}

/** What fits a listing of one’s own, the best first: offers for a request, requests for an offer. */
export interface ListingMatches {
  data: Listing[];
}

/** A page of offers and requests, the newest first; `total` counts all that match. */
export interface ListingPage {
  data: Listing[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which offers and requests to look for, and how many. */
export interface ListingQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Requests or offers. */
  kind?: readonly ListingKind[] | undefined;
  /** Kinds of help. */
  category?: readonly ListingCategory[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Only the caller’s own. */
  mine?: 'true' | undefined;
  /** What to count per value. */
  facets?: readonly ListingFacetKey[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** Somebody with an account, as they themselves and staff see them. Personal. */
export interface Member {
  id: string;
  name: string | null;
  role: 'member' | 'organiser' | 'desk' | 'coordinator' | 'admin';
  for: string | null;
  email: string | null;
  locale: Language;
  joinedAt: string | null;
}

/** What changes; what is left out stays as it is. */
export interface MemberChanges {
  name?: (string | null) | undefined;
  locale?: Language | undefined;
}

/** A page of members, the last who came first. Personal. */
export interface MemberPage {
  data: Member[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Where the page begins, and how many. */
export interface MemberQuery {
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** A member, without an address. */
export interface MemberReference {
  id: string;
  name: string | null;
  role: 'member' | 'organiser' | 'desk' | 'coordinator' | 'admin';
  for: string | null;
}

/** What somebody may do from now on. */
export interface MemberRole {
  role: 'member' | 'organiser' | 'desk' | 'coordinator' | 'admin';
  for?: (string | null) | undefined;
}

/** Whom one looks for: how a word of the name, or the address, begins. */
export interface MemberSearch {
  q: string;
  /** Het begin van de volgende pagina, uit `next`. */
  cursor?: string | undefined;
  /** Hoeveel er op een pagina staan (1–100). */
  limit?: number | undefined;
}

/** The message is on its way. */
export interface MessageReceipt {
  state: 'sent';
}

/** Minutes that are kept apart while something runs. */
export interface MinutesHold {
  id: string;
  fromAccountId: string;
  toAccountId: string;
  minutes: number;
  state: MinutesHoldState;
  expiresAt: string;
  entryId: string | null;
}

/** What was decided. `subject` is the initiative as it is published now, or what a report was about. */
export interface ModerationDecision {
  id: string;
  state: ModerationState;
  decidedAt: string;
  reason: string | null;
  subject: ModerationSubject | null;
}

/** What an item is about. A service has no slug. */
export interface ModerationSubject {
  resource: ReportedResource;
  id: string;
  slug: string | null;
  name: string;
}

/** `content` is what was sent in, word for word; `text` is what a report says. `author` is private, and null once that person was forgotten. */
export interface ModerationItem {
  id: string;
  kind: ModerationKind;
  state: ModerationState;
  title: string;
  subject: ModerationSubject | null;
  submittedAt: string;
  decidedAt: string | null;
  content: SubmissionContent | null;
  changes: FieldChange[];
  text: string | null;
  author: {
    name: string | null;
    email: string;
    locale: Language;
  } | null;
  reason: string | null;
}

/** What somebody says of an initiative. Of a new one: a name, a kind and a summary at least. Of a change: only what changes. `address` is one that could not be looked up: a moderator reads it and sets the place by hand; it is not published, and refused of a private home. */
export interface SubmissionContent {
  name?: string | undefined;
  kind?: InitiativeKind | undefined;
  stage?: InitiativeStage | undefined;
  themes?: string[] | undefined;
  scale?: (Scale | null) | undefined;
  since?: (string | null) | undefined;
  summary?: LanguageMap | undefined;
  place?: (Place | null) | undefined;
  location?: (Point | null) | undefined;
  areas?: Area[] | undefined;
  openingHours?: (OpeningHours | null) | undefined;
  accessibility?: Accessibility | undefined;
  contact?: PublicContact | undefined;
  hasContactForm?: boolean | undefined;
  lookingFor?: LookingFor[] | undefined;
  story?: NewChapter[] | undefined;
  address?: string | undefined;
}

/** Something that waits for a moderator, or waited: a new initiative, a change, or a report that something isn’t right. */
export interface ModerationListItem {
  id: string;
  kind: ModerationKind;
  state: ModerationState;
  title: string;
  subject: ModerationSubject | null;
  submittedAt: string;
  decidedAt: string | null;
}

/** A page of items, the one that waits longest first. */
export interface ModerationPage {
  data: ModerationListItem[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** How items stand, and how many. */
export interface ModerationQuery {
  /** How they stand. */
  state?: readonly ModerationState[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** The next edition: a word of the editor, and other initiatives from now on. `isForced` makes one when nothing is new, too. */
export interface NewEdition {
  note?: LanguageMap | undefined;
  initiatives?: (string[] | null) | undefined;
  isForced?: boolean | undefined;
}

/** A proposal to the owner of a listing. */
export interface NewExchange {
  listingId: string;
  minutes?: number | undefined;
  message?: string | undefined;
  contact?: string | undefined;
}

/** Which role to keep a place in; not needed when there is one. */
export interface NewHold {
  role?: string | undefined;
}

/** Minutes that somebody helped, on a day, to be approved by someone else. Of a shift one of its own days, once it began; of work without shifts one of the last 31 since it was agreed. */
export interface NewHours {
  signupId: string;
  minutes: number;
  on: string;
}

/** An initiative to add. Without a slug it gets one from its name. */
export interface NewInitiative {
  name: string;
  kind: InitiativeKind;
  stage?: InitiativeStage | undefined;
  themes?: string[] | undefined;
  context?: (InitiativeContext | null) | undefined;
  scale?: (Scale | null) | undefined;
  since?: (string | null) | undefined;
  summary: LanguageMap;
  place?: (Place | null) | undefined;
  location?: (Point | null) | undefined;
  areas?: Area[] | undefined;
  openingHours?: (OpeningHours | null) | undefined;
  accessibility?: Accessibility | undefined;
  contact?: PublicContact | undefined;
  hasContactForm?: boolean | undefined;
  coalition?: NewCoalitionMember[] | undefined;
  lookingFor?: LookingFor[] | undefined;
  externalIds?: ExternalId[] | undefined;
  story?: NewChapter[] | undefined;
  slug?: string | undefined;
}

/** All of an initiative’s people as they should be from now on. */
export interface NewInitiativePeople {
  data: {
    name?: (string | null) | undefined;
    email: string;
    locale?: Language | undefined;
  }[];
}

/** What to offer or ask. Left out: anywhere, for 60 days, with a mail about what fits. */
export interface NewListing {
  title: LanguageMap;
  text?: (LanguageMap | null) | undefined;
  category: ListingCategory;
  area?: (string | null) | undefined;
  minutes: number;
  until?: string | undefined;
  tellsMatches?: boolean | undefined;
  kind: ListingKind;
}

/** Somebody who becomes a member. Without an address the desk acts for them. Another role than `member` is given by an administrator. */
export interface NewMember {
  name?: string | undefined;
  email?: string | undefined;
  locale?: Language | undefined;
  role?: ('member' | 'organiser' | 'desk' | 'coordinator' | 'admin') | undefined;
  for?: (string | null) | undefined;
}

/** A message to the people of an initiative. They see the name and address of who wrote, and answer there; nothing is kept. */
export interface NewMessage {
  name: string;
  email: string;
  text: string;
}

/** Keeps minutes apart for another account, until a moment within a year. */
export interface NewMinutesHold {
  toAccountId: string;
  minutes: number;
  expiresAt: string;
  fromAccountId?: string | undefined;
}

/** Work to offer. Left out: for people from 18, no VOG, place and area of its initiative; sign-ups for recurring work, home visits and buddies are reviewed, others are not. */
export interface NewOpportunity {
  title: LanguageMap;
  summary: LanguageMap;
  kind: OpportunityKind;
  areas?: Area[] | undefined;
  themes?: string[] | undefined;
  skills?: string[] | undefined;
  languages?: string[] | undefined;
  commitment?: (LanguageMap | null) | undefined;
  minAge?: number | undefined;
  minors?: MinorsPolicy | undefined;
  vog?: VogRequirement | undefined;
  expenses?: (LanguageMap | null) | undefined;
  training?: (LanguageMap | null) | undefined;
  earnsCredits?: boolean | undefined;
  isForChildren?: boolean | undefined;
  contact?: PublicContact | undefined;
  approval?: SignupApproval | undefined;
  questions?: Question[] | undefined;
  visibleFrom?: (string | null) | undefined;
  visibleUntil?: (string | null) | undefined;
  text?: (LanguageMap | null) | undefined;
  initiative?: (string | null) | undefined;
  partner?: (string | null) | undefined;
  place?: (Place | null) | undefined;
  location?: (Point | null) | undefined;
  isSample?: boolean | undefined;
  isClosed?: boolean | undefined;
}

/** A question of the organiser’s own, answered in one text. */
export interface Question {
  key: string;
  label: LanguageMap;
  isRequired: boolean;
}

/** An organisation to add. `parent` and `members` are slugs, or `{community}~{slug}` of another community; `place` is the slug of a place. */
export interface NewPartner {
  name: string;
  kind: PartnerKind;
  city?: (string | null) | undefined;
  summary: LanguageMap;
  website?: (string | null) | undefined;
  isSample?: boolean | undefined;
  contacts?: PartnerContact[] | undefined;
  areas?: Area[] | undefined;
  parent?: (string | null) | undefined;
  place?: (string | null) | undefined;
  members?: string[] | undefined;
  externalIds?: ExternalId[] | undefined;
  slug?: string | undefined;
}

/** How to reach an organisation. A person’s name stands here only when that person agreed, with the date (`agreedOn`); everything here is public. */
export interface PartnerContact {
  name: string | null;
  role: LanguageMap | null;
  email: string | null;
  phone: string | null;
  agreedOn: string | null;
}

/** Asks minutes from an account. */
export interface NewPaymentRequest {
  fromAccountId: string;
  minutes: number;
  memo?: string | undefined;
  toAccountId?: string | undefined;
  expiresAt?: string | undefined;
}

/** A new publication, of these initiatives or (null, or left out) of all that tell a story. In a region `{community}~{slug}` names one of several. */
export interface NewPublication {
  slug?: string | undefined;
  title: LanguageMap;
  summary: LanguageMap;
  initiatives?: (string[] | null) | undefined;
}

/** Has the fund give somebody minutes every month, from a day on. */
export interface NewRecurringGift {
  accountId: string;
  minutes: number;
  reason: string;
  startsOn: string;
  endsOn?: string | undefined;
}

/** Takes minutes from the member who showed the code, for the partner whose key it is. */
export interface NewRedemption {
  code: string;
  minutes: number;
  memo?: string | undefined;
}

/** Something on a page isn’t right. Name the thing by its slug or its id (a service has only an id). `email` is for an answer, and private. */
export interface NewReport {
  resource: ReportedResource;
  slug?: string | undefined;
  id?: string | undefined;
  text: string;
  email?: string | undefined;
}

/** A service to add to an organisation of this community, named by its slug. */
export interface NewService {
  name: LanguageMap;
  summary: LanguageMap;
  functions: ServiceFunction[];
  themes?: string[] | undefined;
  forWhom?: (LanguageMap | null) | undefined;
  howToGet?: (LanguageMap | null) | undefined;
  cost?: (LanguageMap | null) | undefined;
  capacity?: (LanguageMap | null) | undefined;
  status?: ServiceStatus | undefined;
  place?: (string | null) | undefined;
  areas?: Area[] | undefined;
  contact?: PublicContact | undefined;
  openingHours?: (OpeningHours | null) | undefined;
  externalIds?: ExternalId[] | undefined;
  partner: string;
}

/** The address, and the six digits from the mail. */
export interface NewSession {
  email: string;
  code: string;
}

/** An ID token (OpenID Connect) from an issuer that the community trusts, made for it, at most an hour ago. It counts once. */
export interface NewSessionExchange {
  token: string;
}

/** A place to add: an address or a building, never a private home. */
export interface NewSharedPlace {
  name: string;
  address?: (AddressLines | null) | undefined;
  city: string;
  areaCode?: (string | null) | undefined;
  areaYear?: (number | null) | undefined;
  location?: (Point | null) | undefined;
  accessibility?: Accessibility | undefined;
  isAvailable?: boolean | undefined;
  availableFor?: (LanguageMap | null) | undefined;
  slug?: string | undefined;
}

/** A shift to add. Without a waiting list nobody waits; sign-up is open until it starts. */
export interface NewShift {
  start: string;
  end: string;
  roles: NewShiftRole[];
  waitlist?:
    | {
        enabled: boolean;
        max: number;
      }
    | undefined;
  signupOpens?: (string | null) | undefined;
  signupCloses?: (string | null) | undefined;
  cancelUntil?: (string | null) | undefined;
  note?: (LanguageMap | null) | undefined;
  opportunityId: string;
}

/** What one can do in a shift, and for how many people. */
export interface NewShiftRole {
  key: string;
  label: LanguageMap;
  capacity: number;
}

/** Where the code goes, and in which language. */
export interface NewSignInCode {
  email: string;
  locale?: Language | undefined;
}

/** Somebody who wants to help, in a shift or with work that has none: exactly one of `shiftId` and `opportunityId`. Without `email` only a desk may sign somebody up. */
export interface NewSignup {
  shiftId?: string | undefined;
  opportunityId?: string | undefined;
  role?: string | undefined;
  holdId?: string | undefined;
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  ageBand: AgeBand;
  guardianEmail?: string | undefined;
  children?: number | undefined;
  answers?:
    | {
        [k: string]: string | undefined;
      }
    | undefined;
  locale: Language;
}

/** A new initiative, or a change of the one that `initiative` names. `email` is private: a link is sent there, and nothing counts before it was pressed. */
export interface NewSubmission {
  initiative?: string | undefined;
  content: SubmissionContent;
  name?: string | undefined;
  email: string;
  locale?: Language | undefined;
}

/** Minutes to another account; to the fund it is a gift. */
export interface NewTransfer {
  toAccountId: string;
  minutes: number;
  memo?: string | undefined;
  fromAccountId?: string | undefined;
}

/** Minutes to several accounts in one entry: all of them or none. */
export interface NewTransferBatch {
  fromAccountId?: string | undefined;
  lines: {
    toAccountId: string;
    minutes: number;
  }[];
  memo?: string | undefined;
}

/** Who is in a place: an initiative, an organisation or a service. */
export interface Occupant {
  resource: 'initiative' | 'partner' | 'service';
  id: string;
  slug: string;
  community: string;
  name: LanguageMap;
}

/** Somebody is signed in. */
export interface OpenedSession {
  token: string;
  expiresAt: string;
  member: MemberReference;
}

/** Work that looks for hands, with all its coming shifts: `text` is the Markdown as written, `blocks` the same parsed. */
export interface Opportunity {
  id: string;
  community: string;
  title: LanguageMap;
  summary: LanguageMap;
  kind: OpportunityKind;
  areas: Area[];
  themes: string[];
  skills: string[];
  languages: string[];
  commitment: LanguageMap | null;
  minAge: number;
  minors: MinorsPolicy;
  vog: VogRequirement;
  expenses: LanguageMap | null;
  training: LanguageMap | null;
  earnsCredits: boolean;
  isForChildren: boolean;
  contact: PublicContact;
  approval: SignupApproval;
  questions: Question[];
  visibleFrom: string | null;
  visibleUntil: string | null;
  initiative: {
    slug: string;
    community: string;
    name: string;
  } | null;
  partner: PartnerReference | null;
  place: Place | null;
  location: Point | null;
  isSample: boolean;
  isClosed: boolean;
  nextShift: Shift | null;
  shiftCount: number;
  freePlaces: number | null;
  updatedAt: string;
  url: string;
  text: LanguageMap | null;
  blocks: {
    nl: Block[];
    en?: Block[] | undefined;
  } | null;
  shifts: Shift[];
}

/** One dated slot of an opportunity, with its free places at this moment. `state` says whether one can sign up, and why not. */
export interface Shift {
  id: string;
  opportunityId: string;
  community: string;
  start: string;
  end: string;
  roles: ShiftRole[];
  waitlist: {
    enabled: boolean;
    max: number;
    length: number;
  };
  signupOpens: string | null;
  signupCloses: string | null;
  cancelUntil: string | null;
  state: ShiftState;
  updatedAt: string;
}

/** What one can do in a shift, for how many people, and how many places are free now. */
export interface ShiftRole {
  key: string;
  label: LanguageMap;
  capacity: number;
  free: number;
}

/** What changes (RFC 7396): what is left out stays, a list is replaced whole. */
export interface OpportunityChanges {
  title?: LanguageMap | undefined;
  summary?: LanguageMap | undefined;
  kind?: OpportunityKind | undefined;
  areas?: Area[] | undefined;
  themes?: string[] | undefined;
  skills?: string[] | undefined;
  languages?: string[] | undefined;
  commitment?: (LanguageMap | null) | undefined;
  minAge?: number | undefined;
  minors?: MinorsPolicy | undefined;
  vog?: VogRequirement | undefined;
  expenses?: (LanguageMap | null) | undefined;
  training?: (LanguageMap | null) | undefined;
  earnsCredits?: boolean | undefined;
  isForChildren?: boolean | undefined;
  contact?: PublicContact | undefined;
  approval?: SignupApproval | undefined;
  questions?: Question[] | undefined;
  visibleFrom?: (string | null) | undefined;
  visibleUntil?: (string | null) | undefined;
  text?: (LanguageMap | null) | undefined;
  initiative?: (string | null) | undefined;
  partner?: (string | null) | undefined;
  place?: (Place | null) | undefined;
  location?: (Point | null) | undefined;
  isSample?: boolean | undefined;
  isClosed?: boolean | undefined;
}

/** Which work to look for: all filters must match, within a list one of its values. */
export interface OpportunityFilters {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly OpportunityKind[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** What somebody is good at, in kebab-case. */
  skill?: readonly string[] | undefined;
  /** Languages spoken there. */
  language?: readonly string[] | undefined;
  /** Days on which there is a shift. */
  weekday?: readonly Weekday[] | undefined;
  /** Parts of the day in which a shift begins; on the same day as `weekday`. */
  partOfDay?: readonly PartOfDay[] | undefined;
  /** Whether a certificate of conduct (VOG) is needed. */
  vog?: readonly VogRequirement[] | undefined;
  /** Only where children may come along. */
  children?: 'true' | undefined;
  /** Only where one can come in a wheelchair. */
  wheelchair?: 'true' | undefined;
  /** Only what earns time credits. */
  credits?: 'true' | undefined;
  /** Only where there is a place. */
  free?: 'true' | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Slugs of initiatives. */
  initiative?: readonly string[] | undefined;
  /** Slugs of organisations. */
  partner?: readonly string[] | undefined;
  /** Inside this box: west, south, east, north. */
  bbox?: [number, number, number, number] | undefined;
  /** Around this point: longitude, latitude. */
  near?: [number, number] | undefined;
  /** How far from `near`, in metres: 1–200000, 5000 when left out. */
  radius?: number | undefined;
}

/** Work that looks for hands, as it stands in a list: with its coming shift. */
export interface OpportunityListItem {
  id: string;
  community: string;
  title: LanguageMap;
  summary: LanguageMap;
  kind: OpportunityKind;
  areas: Area[];
  themes: string[];
  skills: string[];
  languages: string[];
  commitment: LanguageMap | null;
  minAge: number;
  minors: MinorsPolicy;
  vog: VogRequirement;
  expenses: LanguageMap | null;
  training: LanguageMap | null;
  earnsCredits: boolean;
  isForChildren: boolean;
  contact: PublicContact;
  approval: SignupApproval;
  questions: Question[];
  visibleFrom: string | null;
  visibleUntil: string | null;
  initiative: {
    slug: string;
    community: string;
    name: string;
  } | null;
  partner: PartnerReference | null;
  place: Place | null;
  location: Point | null;
  isSample: boolean;
  isClosed: boolean;
  nextShift: Shift | null;
  shiftCount: number;
  freePlaces: number | null;
  updatedAt: string;
  url: string;
}

/** A page of opportunities; `total` counts all that match. */
export interface OpportunityPage {
  data: OpportunityListItem[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which work to look for, how many, and in which order. */
export interface OpportunityQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly OpportunityKind[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** What somebody is good at, in kebab-case. */
  skill?: readonly string[] | undefined;
  /** Languages spoken there. */
  language?: readonly string[] | undefined;
  /** Days on which there is a shift. */
  weekday?: readonly Weekday[] | undefined;
  /** Parts of the day in which a shift begins; on the same day as `weekday`. */
  partOfDay?: readonly PartOfDay[] | undefined;
  /** Whether a certificate of conduct (VOG) is needed. */
  vog?: readonly VogRequirement[] | undefined;
  /** Only where children may come along. */
  children?: 'true' | undefined;
  /** Only where one can come in a wheelchair. */
  wheelchair?: 'true' | undefined;
  /** Only what earns time credits. */
  credits?: 'true' | undefined;
  /** Only where there is a place. */
  free?: 'true' | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Slugs of initiatives. */
  initiative?: readonly string[] | undefined;
  /** Slugs of organisations. */
  partner?: readonly string[] | undefined;
  /** Inside this box: west, south, east, north. */
  bbox?: [number, number, number, number] | undefined;
  /** Around this point: longitude, latitude. */
  near?: [number, number] | undefined;
  /** How far from `near`, in metres: 1–200000, 5000 when left out. */
  radius?: number | undefined;
  /** By name (in Dutch order), by date (the last changed first; of work, the first shift), or the nearest first (with `near`, and then the default). */
  sort?: ('name' | 'date' | 'distance') | undefined;
  /** What to count per value. */
  facets?: readonly OpportunityFacetKey[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** An organisation with what it does for residents and the initiatives it stands behind. `ownedFields` says which fields another system keeps, and which one: those can’t be changed here. */
export interface Partner {
  id: string;
  slug: string;
  community: string;
  name: string;
  kind: PartnerKind;
  city: string | null;
  summary: LanguageMap;
  website: string | null;
  isSample: boolean;
  contacts: PartnerContact[];
  areas: Area[];
  parent: PartnerReference | null;
  place: Place | null;
  functions: ServiceFunction[];
  themes: string[];
  initiativeCount: number;
  externalIds: ExternalId[];
  updatedAt: string;
  url: string;
  coalition: PartnerCoalition[];
  services: Service[];
  members: PartnerReference[];
  networks: PartnerReference[];
  ownedFields: OwnedField[];
}

/** An initiative that an organisation stands behind, and in what role. */
export interface PartnerCoalition {
  initiative: {
    slug: string;
    community: string;
    name: string;
  };
  role: CoalitionRole;
  since: string | null;
}

/** What an organisation does for residents: for whom, how to get it, what it costs, where and when. */
export interface Service {
  id: string;
  community: string;
  partner: {
    slug: string;
    community: string;
    name: string;
    kind: PartnerKind;
  };
  name: LanguageMap;
  summary: LanguageMap;
  functions: ServiceFunction[];
  themes: string[];
  forWhom: LanguageMap | null;
  howToGet: LanguageMap | null;
  cost: LanguageMap | null;
  capacity: LanguageMap | null;
  status: ServiceStatus;
  place: Place | null;
  areas: Area[];
  contact: PublicContact;
  opening: Opening | null;
  openingHours: OpeningHours | null;
  externalIds: ExternalId[];
  ownedFields: OwnedField[];
  updatedAt: string;
}

/** What changes (RFC 7396): what is left out stays, a list is replaced whole. */
export interface PartnerChanges {
  name?: string | undefined;
  kind?: PartnerKind | undefined;
  city?: (string | null) | undefined;
  summary?: LanguageMap | undefined;
  website?: (string | null) | undefined;
  isSample?: boolean | undefined;
  contacts?: PartnerContact[] | undefined;
  areas?: Area[] | undefined;
  parent?: (string | null) | undefined;
  place?: (string | null) | undefined;
  members?: string[] | undefined;
  externalIds?: ExternalId[] | undefined;
}

/** Which organisations to look for: all filters must match, within a list one of its values. */
export interface PartnerFilters {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly PartnerKind[] | undefined;
  /** What services do for residents. */
  function?: readonly ServiceFunction[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days. */
  open?: ('now' | string) | undefined;
}

/** An organisation as it stands in a list: without its services, its coalitions and its members. */
export interface PartnerListItem {
  id: string;
  slug: string;
  community: string;
  name: string;
  kind: PartnerKind;
  city: string | null;
  summary: LanguageMap;
  website: string | null;
  isSample: boolean;
  contacts: PartnerContact[];
  areas: Area[];
  parent: PartnerReference | null;
  place: Place | null;
  functions: ServiceFunction[];
  themes: string[];
  initiativeCount: number;
  externalIds: ExternalId[];
  updatedAt: string;
  url: string;
}

/** A page of organisations; `total` counts all that match. */
export interface PartnerPage {
  data: PartnerListItem[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which organisations to look for, how many, and in which order. */
export interface PartnerQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Kinds: of initiatives, or of organisations. */
  kind?: readonly PartnerKind[] | undefined;
  /** What services do for residents. */
  function?: readonly ServiceFunction[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days. */
  open?: ('now' | string) | undefined;
  /** By name (in Dutch order), by date (the last changed first; of work, the first shift), or the nearest first (with `near`, and then the default). */
  sort?: ('name' | 'date') | undefined;
  /** What to count per value. */
  facets?: readonly PartnerFacetKey[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** Somebody asks minutes from somebody, or from the fund. */
export interface PaymentRequest {
  id: string;
  from: Counterparty;
  to: Counterparty;
  minutes: number;
  memo: string | null;
  state: PaymentRequestState;
  expiresAt: string;
  createdAt: string;
  entryId: string | null;
}

/** A page of requests, the last first. */
export interface PaymentRequestPage {
  data: PaymentRequest[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Whose requests, how they stand, and how many. */
export interface PaymentRequestQuery {
  /** Of this account; left out: the own one. */
  account?: string | undefined;
  /** How they stand. */
  state?: PaymentRequestState | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** What changes of a photo; `position` 0 is the first of its initiative. */
export interface PhotoChanges {
  alt?: LanguageMap | undefined;
  credit?: string | undefined;
  position?: number | undefined;
}

/** What went wrong and what to do (RFC 9457), with all faults at once. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** What went wrong, to branch on. */
  code: ProblemCode | (string & {});
  requestId: string;
  errors?:
    | {
        pointer?: string | undefined;
        parameter?: string | undefined;
        header?: string | undefined;
        code: FaultCode;
        detail: string;
      }[]
    | undefined;
  addresses?: string[] | undefined;
}

/** A publication with all its editions, the last one first. */
export interface Publication {
  id: string;
  slug: string;
  community: string;
  title: LanguageMap;
  summary: LanguageMap;
  /** Whose stories it collects, in this order; null: of all that tell one, by name. */
  initiatives: string[] | null;
  latest: EditionReference | null;
  updatedAt: string;
  url: string;
  editions: EditionReference[];
}

/** A collection of stories of initiatives that appears in numbered editions. */
export interface PublicationListItem {
  id: string;
  slug: string;
  community: string;
  title: LanguageMap;
  summary: LanguageMap;
  /** Whose stories it collects, in this order; null: of all that tell one, by name. */
  initiatives: string[] | null;
  latest: EditionReference | null;
  updatedAt: string;
  url: string;
}

/** A page of publications, by title. */
export interface PublicationPage {
  data: PublicationListItem[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: unknown | undefined;
  };
}

/** Where the page begins, and how many. */
export interface PublicationQuery {
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** Why: the one concerned gets to read it. */
export interface Reason {
  reason: string;
}

/** What the fund gives somebody every month. */
export interface RecurringGift {
  id: string;
  to: Counterparty;
  minutes: number;
  reason: string;
  startsOn: string;
  endsOn: string | null;
  endedAt: string | null;
}

/** All gifts of every month that have not ended. */
export interface RecurringGiftList {
  data: RecurringGift[];
}

/** Shown by a member to pay somewhere: once, within ten minutes. */
export interface RedemptionCode {
  code: string;
  expiresAt: string;
}

/** Why not, in words that its author can read. */
export interface Refusal {
  reason: string;
}

/** The report has come in. */
export interface ReportReceipt {
  id: string;
  state: 'received';
}

/** Who comes to a shift, who waits, and the code to check in. Personal. */
export interface Roster {
  shiftId: string;
  title: LanguageMap;
  start: string;
  end: string;
  note: LanguageMap | null;
  checkInCode: string;
  places: Signup[];
  waiting: Signup[];
}

/** Somebody on a shift or on work without shifts, as its organisers see it. Personal. */
export interface Signup {
  id: string;
  state: SignupState;
  position: number | null;
  shiftId: string | null;
  opportunityId: string;
  role: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  ageBand: AgeBand;
  children: number;
  answers: {
    [k: string]: string | undefined;
  };
  introAt: string | null;
  vogSeenOn: string | null;
  vogExpiresOn: string | null;
  checkedInAt: string | null;
  signedUpAt: string;
}

/** What changes (RFC 7396): what is left out stays, a list is replaced whole. */
export interface ServiceChanges {
  name?: LanguageMap | undefined;
  summary?: LanguageMap | undefined;
  functions?: ServiceFunction[] | undefined;
  themes?: string[] | undefined;
  forWhom?: (LanguageMap | null) | undefined;
  howToGet?: (LanguageMap | null) | undefined;
  cost?: (LanguageMap | null) | undefined;
  capacity?: (LanguageMap | null) | undefined;
  status?: ServiceStatus | undefined;
  place?: (string | null) | undefined;
  areas?: Area[] | undefined;
  contact?: PublicContact | undefined;
  openingHours?: (OpeningHours | null) | undefined;
  externalIds?: ExternalId[] | undefined;
}

/** A page of services; `total` counts all that match. */
export interface ServicePage {
  data: Service[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which services to look for, how many, and in which order. */
export interface ServiceQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** What services do for residents. */
  function?: readonly ServiceFunction[] | undefined;
  /** Themes, in kebab-case. */
  theme?: readonly string[] | undefined;
  /** Whether the service is there. */
  status?: readonly ServiceStatus[] | undefined;
  /** Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too. */
  area?: readonly string[] | undefined;
  /** Slugs of communities, within a region. */
  community?: readonly string[] | undefined;
  /** Slugs of organisations. */
  partner?: readonly string[] | undefined;
  /** Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days. */
  open?: ('now' | string) | undefined;
  /** By name (in Dutch order), by date (the last changed first; of work, the first shift), or the nearest first (with `near`, and then the default). */
  sort?: ('name' | 'date') | undefined;
  /** What to count per value. */
  facets?: readonly ServiceFacetKey[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** Where somebody is signed in. */
export interface Session {
  id: string;
  openedAt: string;
  lastUsedAt: string;
  expiresAt: string;
  isThisOne: boolean;
}

/** Every place where somebody is signed in, the last one first. */
export interface SessionPage {
  data: Session[];
  total: number;
  next: null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** An address or building, with everyone who is in it. */
export interface SharedPlace {
  id: string;
  slug: string;
  community: string;
  name: string;
  address: AddressLines | null;
  city: string;
  areaCode: string | null;
  areaYear: number | null;
  location: Point | null;
  accessibility: Accessibility;
  isAvailable: boolean;
  availableFor: LanguageMap | null;
  updatedAt: string;
  occupants: Occupant[];
}

/** What changes (RFC 7396): what is left out stays. */
export interface SharedPlaceChanges {
  name?: string | undefined;
  address?: (AddressLines | null) | undefined;
  city?: string | undefined;
  areaCode?: (string | null) | undefined;
  areaYear?: (number | null) | undefined;
  location?: (Point | null) | undefined;
  accessibility?: Accessibility | undefined;
  isAvailable?: boolean | undefined;
  availableFor?: (LanguageMap | null) | undefined;
}

/** An address or building that initiatives and organisations can share, as it stands in a list. */
export interface SharedPlaceListItem {
  id: string;
  slug: string;
  community: string;
  name: string;
  address: AddressLines | null;
  city: string;
  areaCode: string | null;
  areaYear: number | null;
  location: Point | null;
  accessibility: Accessibility;
  isAvailable: boolean;
  availableFor: LanguageMap | null;
  updatedAt: string;
}

/** A page of places, by name. */
export interface SharedPlacePage {
  data: SharedPlaceListItem[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which places to look for, and how many. */
export interface SharedPlaceQuery {
  /** Words to look for, 1–100 characters. */
  q?: string | undefined;
  /** Whether there is room for others. */
  available?: boolean | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** What changes (RFC 7396). `isCancelled` calls the shift off, for good: everyone on it hears so. */
export interface ShiftChanges {
  start?: string | undefined;
  end?: string | undefined;
  roles?: NewShiftRole[] | undefined;
  waitlist?:
    | {
        enabled: boolean;
        max: number;
      }
    | undefined;
  signupOpens?: (string | null) | undefined;
  signupCloses?: (string | null) | undefined;
  cancelUntil?: (string | null) | undefined;
  note?: (LanguageMap | null) | undefined;
  isCancelled?: true | undefined;
}

/** A page of shifts, the first to begin first. */
export interface ShiftPage {
  data: Shift[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which shifts to look for, and how many. */
export interface ShiftQuery {
  /** Of one opportunity, by its id. */
  opportunity?: string | undefined;
  /** Shifts that end from then on; left out: those that are not over. */
  from?: string | undefined;
  /** Shifts that begin before then. */
  until?: string | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** A mail is on its way, whoever has this address. */
export interface SignInCodeReceipt {
  state: 'sent';
}

/** A page of sign-ups, the last one first. Personal. */
export interface SignupPage {
  data: Signup[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: FacetCount[] | undefined;
  };
}

/** Which sign-ups to look for, and how many. */
export interface SignupQuery {
  /** Of one opportunity, by its id. */
  opportunity?: string | undefined;
  /** How they stand. */
  state?: readonly SignupState[] | undefined;
  /** Where the page begins: `next` of the page before. */
  cursor?: string | undefined;
  /** How many on a page: 1–100, 20 when left out. */
  limit?: number | undefined;
}

/** What became of a sign-up and what comes next. Nothing personal stands in it. */
export interface SignupReceipt {
  id: string;
  state: SignupState;
  position: number | null;
  nextStep: SignupStep;
  until: string | null;
  overlaps: {
    title: LanguageMap;
    start: string;
    end: string;
  }[];
}

/** An initiative that may be the same one: by its name, or since it is within 250 metres. `distance` in metres. */
export interface SimilarInitiative {
  slug: string;
  community: string;
  name: string;
  kind: InitiativeKind;
  city: string | null;
  distance: number | null;
}

/** At most five, the likeliest first. */
export interface SimilarInitiatives {
  data: SimilarInitiative[];
  total: number;
}

/** An initiative that somebody is about to send in. It travels in the body, since its place may be a home. */
export interface SimilarRequest {
  name: string;
  location?: Point | undefined;
}

/** A month of an account, in the community’s own time zone. Personal. */
export interface Statement {
  accountId: string;
  name: string;
  number: string;
  month: string;
  openingMinutes: number;
  receivedMinutes: number;
  givenMinutes: number;
  closingMinutes: number;
  lines: StatementLine[];
}

/** What an entry did to one account. Personal. */
export interface StatementLine {
  entryId: string;
  sequence: number;
  kind: EntryKind;
  occurredAt: string;
  minutes: number;
  balanceMinutes: number;
  counterparty: Counterparty | null;
  others: number;
  memo: string | null;
  isByDesk: boolean;
  reverses: string | null;
  reversedBy: string | null;
}

/** A page of what moved on an account, the last first. */
export interface StatementLinePage {
  data: StatementLine[];
  total: number;
  next: string | null;
  facets: {
    [k: string]: unknown[] | undefined;
  };
}

/** What was sent in and how it stands. `awaiting-email` until its sender has pressed the link in the mail. */
export interface Submission {
  id: string;
  state: SubmissionState;
}

/** What a transfer would do. Nothing moves. */
export interface TransferPreview {
  to: Counterparty;
  minutes: number;
  beforeMinutes: number;
  afterMinutes: number;
  isAllowed: boolean;
  code: string | null;
  fundMinutes: number | null;
}

/** Somebody saw the certificate (VOG) on this day. Its number and a copy are kept nowhere. */
export interface VogSeen {
  seenOn: string;
  expiresOn: string | null;
}

/** Whether everyone who offered help got an answer, and how much was done. */
export interface VolunteeringReport {
  unansweredAfterSevenDays: number;
  awaitingAnswer: number;
  escalated: number;
  signupsThisYear: number;
  minutesApprovedThisYear: number;
}

/** Who waits in which order, everyone of them, and why it changed: that stays on record. */
export interface WaitlistOrder {
  signupIds: string[];
  reason: string;
}
