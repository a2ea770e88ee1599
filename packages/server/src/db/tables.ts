import type {
  AccountKind,
  AgeBand,
  Block,
  CommunityChanges,
  CreditSettings,
  EditionNews,
  EditionStory,
  ExchangeSide,
  ExchangeState,
  EntryKind,
  ExternalId,
  HistoryEntry,
  HoldState,
  Initiative,
  Language,
  LanguageMap,
  Listing,
  OpeningHours,
  Opportunity,
  PartOfDay,
  Partner,
  ProblemCode,
  PaymentRequestState,
  Role,
  Service,
  SharedPlace,
  SignupState,
  NewReport,
  SubmissionContent,
} from '@buurtkit/contract';
import type {ColumnType, Generated, JSONColumnType} from 'kysely';
import type {ImportReport} from '../imports/import-report.ts';
import type {ImportCounts} from '../imports/report.ts';
import type {LinkPurpose} from '../links/link-page.ts';
import type {MailAttachment, MailContent} from '../mail/queue-mail.ts';

type Json<T> = JSONColumnType<T & object>;
type GeneratedJson<T> = ColumnType<T, string | undefined, string>;

type CommunitiesTable = {
  community_id: Generated<string>;
  slug: string;
  kind: 'municipality' | 'corporation' | 'region';
  name: string;
  is_sample: Generated<boolean>;
  time_zone: Generated<string>;
  address_form: Generated<'je' | 'u'>;
  contact: GeneratedJson<NonNullable<CommunityChanges['contact']>>;
  privacy_url: string | null;
  look: GeneratedJson<NonNullable<CommunityChanges['look']>>;
  allowed_origins: Generated<string[]>;
  refuses_overlap: Generated<boolean>;
  signup_retention_months: Generated<number>;
  membership: Generated<'open' | 'invited'>;
  token_issuers: GeneratedJson<{issuer: string; audience: string}[]>;
  revision: Generated<string>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

type CommunityMembersTable = {community_id: string; member_id: string};

type AreasTable = {community_id: string; code: string; year: number | null; name: string; position: Generated<number>};

type InitiativesTable = {
  community_id: string;
  id: Generated<string>;
  slug: string;
  name: string;
  kind: Initiative['kind'];
  stage: Initiative['stage'];
  themes: string[];
  context: Initiative['context'];
  scale: Initiative['scale'];
  since: string | null;
  summary: Json<LanguageMap>;
  city: string | null;
  area_code: string | null;
  area_year: number | null;
  precision: NonNullable<Initiative['place']>['precision'] | null;
  longitude: number | null;
  latitude: number | null;
  areas: GeneratedJson<Initiative['areas']>;
  area_codes: string[];
  accessibility: GeneratedJson<Initiative['accessibility']>;
  contact: GeneratedJson<Initiative['contact']>;
  opening_hours: ColumnType<OpeningHours | null, string | null | undefined, string | null>;
  looking_for: GeneratedJson<Initiative['lookingFor']>;
  external_ids: GeneratedJson<ExternalId[]>;
  checked_at: Date | null;
  is_recently_checked: Generated<boolean>;
  place_id: string | null;
  has_contact_form: Generated<boolean>;
  owned_fields: GeneratedJson<Record<string, string>>;
  revision: Generated<string>;
  created_at: Generated<Date>;
  updated_at: Date;
  search_terms: ColumnType<string, never, never>;
};

type ChaptersTable = {
  community_id: string;
  initiative_id: string;
  id: Generated<string>;
  position: number;
  title: Json<LanguageMap>;
  text: Json<LanguageMap>;
  blocks: Json<{nl: Block[]; en?: Block[]}>;
  dated: string | null;
};

type OpeningWindowsTable = {community_id: string; initiative_id: string; filled_until: Date};

type ServiceOpeningWindowsTable = {community_id: string; service_id: string; filled_until: Date};
type OpeningsTable = {community_id: string; initiative_id: string; opens_at: Date; closes_at: Date};

type ServiceOpeningsTable = {community_id: string; service_id: string; opens_at: Date; closes_at: Date};

type SearchWordsTable = {community_id: string; resource: string; word: string; term: string};

type ExternalIdsTable = {
  community_id: string;
  resource: 'initiative' | 'partner' | 'service';
  source: string;
  external_id: string;
  target_id: string;
};

type EventHeadsTable = {community_id: string; sequence: Generated<string>};

type EventsTable = {community_id: string; sequence: string; type: string; subject_id: string; subject_slug: string; occurred_at: Date};

type ApiKeysTable = {
  community_id: string;
  id: Generated<string>;
  hash: Buffer;
  role: Role;
  target: string | null;
  created_at: Generated<Date>;
  revoked_at: Date | null;
};

type MembersTable = {
  community_id: string;
  id: Generated<string>;
  email: string | null;
  email_key: ColumnType<string | null, never, never>;
  name: string | null;
  language: Generated<Language>;
  role: Generated<Role>;
  target: string | null;
  joined_at: Date | null;
  forgotten_at: Date | null;
  revision: Generated<string>;
  created_at: Date;
};

type MemberSubjectsTable = {community_id: string; issuer: string; subject: string; member_id: string};

type SignInCodesTable = {
  community_id: string;
  id: Generated<string>;
  address_key: Buffer;
  hash: Buffer;
  tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

type SessionsTable = {
  community_id: string;
  id: Generated<string>;
  member_id: string;
  hash: Buffer;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
  ends_at: Date;
  revoked_at: Date | null;
};

type ExchangedTokensTable = {community_id: string; hash: Buffer; expires_at: Date};

type TokenLookupTable = {hash: Buffer; community_id: string};

type IdempotencyKeysTable = {
  community_id: string;
  caller: string;
  route: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  headers: ColumnType<Record<string, string> | null, string | null, string | null>;
  body: string | null;
  created_at: Date;
};

type PlacesTable = {
  community_id: string;
  id: Generated<string>;
  slug: string;
  name: string;
  street: string | null;
  postcode: string | null;
  city: string;
  area_code: string | null;
  area_year: number | null;
  longitude: number | null;
  latitude: number | null;
  accessibility: GeneratedJson<SharedPlace['accessibility']>;
  is_available: Generated<boolean>;
  available_for: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  revision: Generated<string>;
  created_at: Generated<Date>;
  updated_at: Date;
  search_terms: ColumnType<string, never, never>;
};

type PartnersTable = {
  community_id: string;
  id: Generated<string>;
  slug: string;
  name: string;
  kind: Partner['kind'];
  city: string | null;
  summary: Json<LanguageMap>;
  website: string | null;
  is_sample: Generated<boolean>;
  contacts: GeneratedJson<Partner['contacts']>;
  areas: GeneratedJson<Partner['areas']>;
  area_codes: string[];
  parent_community_id: string | null;
  parent_id: string | null;
  place_id: string | null;
  external_ids: GeneratedJson<ExternalId[]>;
  owned_fields: GeneratedJson<Record<string, string>>;
  functions: Generated<Partner['functions']>;
  themes: Generated<string[]>;
  service_words: Generated<string>;
  revision: Generated<string>;
  created_at: Generated<Date>;
  updated_at: Date;
  search_terms: ColumnType<string, never, never>;
};

type NetworkMembersTable = {
  community_id: string;
  network_id: string;
  member_community_id: string;
  member_id: string;
  position: number;
};

type ServicesTable = {
  community_id: string;
  id: Generated<string>;
  partner_id: string;
  name: Json<LanguageMap>;
  summary: Json<LanguageMap>;
  functions: Service['functions'];
  themes: string[];
  for_whom: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  how_to_get: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  cost: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  capacity: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  status: Generated<Service['status']>;
  place_id: string | null;
  areas: GeneratedJson<Service['areas']>;
  area_codes: string[];
  contact: GeneratedJson<Service['contact']>;
  opening_hours: ColumnType<OpeningHours | null, string | null | undefined, string | null>;
  external_ids: GeneratedJson<ExternalId[]>;
  owned_fields: GeneratedJson<Record<string, string>>;
  revision: Generated<string>;
  created_at: Generated<Date>;
  updated_at: Date;
  search_terms: ColumnType<string, never, never>;
};

type CoalitionsTable = {
  community_id: string;
  initiative_id: string;
  partner_community_id: string;
  partner_id: string;
  role: Initiative['coalition'][number]['role'];
  since: string | null;
  position: number;
};

type AuditTable = {
  community_id: string;
  id: Generated<string>;
  occurred_at: Date;
  actor: HistoryEntry['actor'];
  actor_id: string | null;
  action: string;
  resource: string;
  subject_id: string;
  fields: string[];
};

type PublicationsTable = {
  community_id: string;
  id: Generated<string>;
  slug: string;
  title: Json<LanguageMap>;
  summary: Json<LanguageMap>;
  selection: ColumnType<{communityId: string; id: string}[] | null, string | null, string | null>;
  last_number: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Date;
};

type EditionsTable = {
  community_id: string;
  id: Generated<string>;
  publication_id: string;
  number: number;
  title: Json<LanguageMap>;
  summary: Json<LanguageMap>;
  note: ColumnType<LanguageMap | null, string | null, never>;
  stories: Json<Omit<EditionStory, 'url'>[]>;
  news: Json<EditionNews>;
  published_at: Date;
};

type EditionBooksTable = {community_id: string; edition_id: string; language: Language; content: Buffer};

type FreshnessTable = {
  community_id: string;
  initiative_id: string;
  counted_from: Date;
  asked: Generated<number>;
  asked_at: Date | null;
  due_at: Date;
};

type ImportsTable = {
  community_id: string;
  id: Generated<string>;
  format: string;
  file_hash: Buffer;
  state: 'planned' | 'committing' | 'committed' | 'undone';
  committed_line: Generated<number>;
  counts: ColumnType<ImportCounts | null, string | null | undefined, string | null>;
  report: ColumnType<ImportReport | null, string | null | undefined, string | null>;
  created_at: Date;
  finished_at: Date | null;
};

type ImportChunksTable = {community_id: string; import_id: string; position: number; content: Buffer};

type ImportRowsTable = {
  community_id: string;
  import_id: string;
  line: number;
  action: 'created' | 'updated' | 'unchanged';
  resource: Generated<'initiative' | 'partner' | 'service' | 'place'>;
  target_id: string;
  revision: string;
  before: ColumnType<unknown, string | null, never>;
};

type MailsTable = {
  community_id: string;
  id: Generated<string>;
  kind: string;
  once: string;
  language: Language;
  recipient: string | null;
  content: ColumnType<MailContent | null, string | null, string | null>;
  attachments: ColumnType<MailAttachment[] | null, string | null, string | null>;
  due_at: Date;
  attempts: Generated<number>;
  error: string | null;
  queued_at: Date;
  sent_at: Date | null;
  given_up_at: Date | null;
};

type MailCountsTable = {community_id: string; address_key: Buffer; day: string; count: number};

type LinksTable = {
  community_id: string;
  id: Generated<string>;
  hash: Buffer;
  purpose: LinkPurpose;
  subject_id: string;
  expires_at: Date | null;
  used_at: Date | null;
  revoked_at: Date | null;
  created_at: Date;
};

type ServerSecretsTable = {name: string; secret: Buffer};
type UsedProofsTable = {hash: Buffer; expires_at: Date};
type RateLimitsTable = {key: string; points: number; expire: string | null};

type OpportunitiesTable = {
  community_id: string;
  id: Generated<string>;
  initiative_id: string | null;
  partner_id: string | null;
  title: Json<LanguageMap>;
  summary: Json<LanguageMap>;
  text: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  blocks: ColumnType<{nl: Block[]; en?: Block[]} | null, string | null | undefined, string | null>;
  kind: Opportunity['kind'];
  city: string | null;
  area_code: string | null;
  area_year: number | null;
  precision: NonNullable<Initiative['place']>['precision'] | null;
  place_id: string | null;
  longitude: number | null;
  latitude: number | null;
  areas: GeneratedJson<Opportunity['areas']>;
  area_codes: string[];
  themes: string[];
  skills: string[];
  languages: string[];
  commitment: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  min_age: Generated<number>;
  minors: Generated<Opportunity['minors']>;
  vog: Generated<Opportunity['vog']>;
  expenses: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  training: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  earns_credits: Generated<boolean>;
  is_for_children: Generated<boolean>;
  is_wheelchair_accessible: Generated<boolean>;
  contact: GeneratedJson<Opportunity['contact']>;
  approval: Opportunity['approval'];
  questions: GeneratedJson<Opportunity['questions']>;
  visible_from: Date | null;
  visible_until: Date | null;
  is_sample: Generated<boolean>;
  is_closed: Generated<boolean>;
  search: ColumnType<string, never, never>;
  revision: Generated<string>;
  created_at: Generated<Date>;
  updated_at: Date;
};

type ShiftsTable = {
  community_id: string;
  id: Generated<string>;
  opportunity_id: string;
  starts_at: Date;
  ends_at: Date;
  weekday: number;
  part_of_day: PartOfDay;
  roles: Json<{key: string; label: LanguageMap; capacity: number}[]>;
  waitlist_enabled: Generated<boolean>;
  waitlist_max: Generated<number>;
  signup_opens_at: Date | null;
  signup_closes_at: Date | null;
  cancel_until: Date | null;
  cancelled_at: Date | null;
  sequence: Generated<number>;
  revision: Generated<string>;
  updated_at: Date;
};

type ShiftSecretsTable = {
  community_id: string;
  shift_id: string;
  note: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  check_in_code: string;
};

type VolunteersTable = {
  community_id: string;
  id: Generated<string>;
  name: string | null;
  email: string | null;
  email_key: ColumnType<string | null, never, never>;
  phone: string | null;
  age_band: AgeBand;
  guardian_email: string | null;
  language: Language;
  vog_seen_on: string | null;
  vog_expires_on: string | null;
  email_confirmed_at: Date | null;
  calendar_hash: Buffer | null;
  forgotten_at: Date | null;
  created_at: Date;
};

type SignupsTable = {
  community_id: string;
  id: Generated<string>;
  volunteer_id: string | null;
  opportunity_id: string;
  shift_id: string | null;
  role: string | null;
  state: SignupState;
  expires_at: Date | null;
  waiting_since: string | null;
  children: Generated<number>;
  answers: GeneratedJson<Record<string, string>>;
  intro_at: Date | null;
  guardian_agreed_at: Date | null;
  reminded_organiser_at: Date | null;
  escalated_at: Date | null;
  answered_at: Date | null;
  reminded_sequence: number | null;
  checked_in_at: Date | null;
  cancelled_by: 'person' | 'organiser' | 'guardian' | 'server' | null;
  reason: string | null;
  held_by: Buffer | null;
  revision: Generated<string>;
  created_at: Date;
  updated_at: Date;
};

type HoursTable = {
  community_id: string;
  id: Generated<string>;
  signup_id: string;
  minutes: number;
  worked_on: string;
  state: 'submitted' | 'approved' | 'refused';
  reason: string | null;
  submitted_by: string;
  decided_by: string | null;
  decided_at: Date | null;
  submitted_at: Date;
  /** What handed out credits for them. */
  entry_id: string | null;
};

type CreditSettingsTable = {
  community_id: string;
  name: GeneratedJson<CreditSettings['name']>;
  minutes_per_credit: Generated<number>;
  step_minutes: Generated<15 | 30>;
  allows_below_zero: Generated<boolean>;
  hours_mint: Generated<boolean>;
  partners_redeem: Generated<boolean>;
  member_min: ColumnType<string | null, number | null | undefined, number | null>;
  member_max: ColumnType<string | null, number | null | undefined, number | null>;
  welcome_gift: ColumnType<string, number | undefined, number>;
  expires_after_months: number | null;
  desk_daily_cap: ColumnType<string, number | undefined, number>;
};

type LedgerHeadsTable = {community_id: string; sequence: string; hash: Buffer; occurred_at: Date};

type AccountsTable = {
  community_id: string;
  id: Generated<string>;
  kind: AccountKind;
  owner_id: string | null;
  number: string;
  own_min: ColumnType<string | null, number | null | undefined, number | null>;
  own_max: ColumnType<string | null, number | null | undefined, number | null>;
  is_frozen: Generated<boolean>;
  closed_at: Date | null;
  balance: Generated<string>;
  held: Generated<string>;
  incoming: Generated<string>;
  version: Generated<string>;
  opened_at: Date;
};

type AccountDecisionsTable = {
  community_id: string;
  id: Generated<string>;
  account_id: string;
  own_min: string | null;
  own_max: string | null;
  is_frozen: boolean;
  reason: string;
  decided_by: string;
  decided_at: Date;
};

type EntriesTable = {
  community_id: string;
  id: string;
  sequence: string;
  kind: EntryKind;
  occurred_at: Date;
  actor: string;
  on_behalf_of: string | null;
  reverses: string | null;
  reference: string | null;
  memo_hash: Buffer | null;
  request_hash: Buffer;
  hash: Buffer;
};

type PostingsTable = {
  community_id: string;
  account_id: string;
  version: string;
  entry_id: string;
  line: number;
  sequence: string;
  occurred_at: Date;
  minutes: string;
  balance_after: string;
  salt: Buffer;
};

type EntryMemosTable = {community_id: string; entry_id: string; salt: Buffer; memo: string};

type HoldsTable = {
  community_id: string;
  id: string;
  from_account_id: string;
  to_account_id: string;
  minutes: string;
  reference: string | null;
  state: HoldState;
  expires_at: Date;
  created_at: Date;
  ended_at: Date | null;
  entry_id: string | null;
};

type PaymentRequestsTable = {
  community_id: string;
  id: string;
  from_account_id: string;
  to_account_id: string;
  minutes: ColumnType<string, number, number>;
  memo: string | null;
  state: Generated<PaymentRequestState>;
  expires_at: Date;
  created_at: Date;
  decided_at: Date | null;
  entry_id: string | null;
};

type RedemptionCodesTable = {
  community_id: string;
  hash: Buffer;
  account_id: string;
  expires_at: Date;
  used_at: Date | null;
  entry_id: string | null;
};

type RecurringGiftsTable = {
  community_id: string;
  id: Generated<string>;
  account_id: string;
  minutes: ColumnType<string, number, number>;
  reason: string;
  starts_on: string;
  ends_on: string | null;
  set_by: string;
  created_at: Date;
  ended_at: Date | null;
};

type ExpiryAnnouncementsTable = {
  community_id: string;
  account_id: string;
  expires_on: string;
  days_ahead: number;
  minutes: string;
  announced_at: Date;
};

type CheckpointsTable = {community_id: string; day: string; sequence: string; hash: Buffer; balances_hash: Buffer; created_at: Date};

type ListingsTable = {
  community_id: string;
  id: Generated<string>;
  owner_id: string;
  kind: Listing['kind'];
  title: Json<LanguageMap>;
  text: ColumnType<LanguageMap | null, string | null | undefined, string | null>;
  blocks: ColumnType<Listing['blocks'], string | null | undefined, string | null>;
  category: Listing['category'];
  area: ColumnType<Listing['area'], string | null | undefined, string | null>;
  area_codes: Generated<string[]>;
  minutes: number;
  until: Date;
  tells_matches: Generated<boolean>;
  closed_at: Date | null;
  closed_by: 'owner' | 'coordinator' | null;
  search: ColumnType<string, never, never>;
  created_at: Date;
  updated_at: Date;
};

type ListingNewsTable = {community_id: string; listing_id: string; match_id: string; owner_id: string; told_at: Date | null};

type ExchangesTable = {
  community_id: string;
  id: Generated<string>;
  listing_id: string | null;
  helper_id: string;
  helped_id: string;
  proposed_by: ExchangeSide;
  state: ExchangeState;
  minutes: number;
  helper_minutes: number | null;
  helped_minutes: number | null;
  claimed_by: ExchangeSide | null;
  agreed_minutes: number | null;
  obstacle: ProblemCode | null;
  hold_id: string | null;
  settled_minutes: number | null;
  entry_id: string | null;
  expires_at: Date | null;
  accepted_at: Date | null;
  disputed_at: Date | null;
  ended_at: Date | null;
  created_at: Date;
  updated_at: Date;
};

type ExchangeWordsTable = {
  community_id: string;
  exchange_id: string;
  message: string | null;
  answer: string | null;
  helper_contact: string | null;
  helped_contact: string | null;
  reason: string | null;
  note: string | null;
};

type RevisionsTable = {
  community_id: string;
  id: Generated<string>;
  kind: 'new-initiative' | 'initiative-change';
  initiative_id: string | null;
  state: 'draft' | 'pending' | 'approved' | 'refused' | 'superseded';
  content: Json<SubmissionContent>;
  base: GeneratedJson<SubmissionContent>;
  reason: string | null;
  revision: Generated<string>;
  submitted_at: Date;
  expires_at: Date;
  confirmed_at: Date | null;
  decided_at: Date | null;
};

type RevisionAuthorsTable = {
  community_id: string;
  revision_id: string;
  email: string;
  name: string | null;
  language: Language;
  submitted_at: Date;
};

type InitiativePeopleTable = {
  community_id: string;
  id: Generated<string>;
  initiative_id: string;
  email: string;
  name: string | null;
  language: Generated<Language>;
  confirmed_at: Date | null;
};

type ReportsTable = {
  community_id: string;
  id: Generated<string>;
  resource: NewReport['resource'];
  subject_id: string;
  subject_slug: string | null;
  subject_name: string;
  state: Generated<'pending' | 'closed'>;
  text: string;
  email: string | null;
  revision: Generated<string>;
  reported_at: Date;
  closed_at: Date | null;
};

type ModerationNoticesTable = {community_id: string; told_at: Date};

type WaitlistOrdersTable = {community_id: string; id: Generated<string>; shift_id: string; reason: string; ordered_at: Date};

type PhotosTable = {
  community_id: string;
  id: Generated<string>;
  initiative_id: string;
  position: number;
  alt: Json<LanguageMap>;
  credit: string;
  hash: Buffer;
  small_hash: Buffer;
  revision: Generated<string>;
  created_at: Date;
};

type PhotoFilesTable = {community_id: string; hash: Buffer; content: Buffer; width: number; height: number};

type TestClockTable = {id: Generated<boolean>; stands_at: Date};

type EmbedFilesTable = {sha384: string; content: Buffer};
type EmbedVersionsTable = {version: string; name: string; sha384: string; stored_at: Generated<Date>};

/** The columns as `migrations/` makes them; bigint arrives as a string. */
export type Tables = {
  communities: CommunitiesTable;
  community_members: CommunityMembersTable;
  areas: AreasTable;
  initiatives: InitiativesTable;
  chapters: ChaptersTable;
  search_words: SearchWordsTable;
  opening_windows: OpeningWindowsTable;
  service_opening_windows: ServiceOpeningWindowsTable;
  service_openings: ServiceOpeningsTable;
  openings: OpeningsTable;
  places: PlacesTable;
  partners: PartnersTable;
  network_members: NetworkMembersTable;
  services: ServicesTable;
  coalitions: CoalitionsTable;
  audit: AuditTable;
  opportunities: OpportunitiesTable;
  shifts: ShiftsTable;
  shift_secrets: ShiftSecretsTable;
  volunteers: VolunteersTable;
  signups: SignupsTable;
  hours: HoursTable;
  credit_settings: CreditSettingsTable;
  ledger_heads: LedgerHeadsTable;
  accounts: AccountsTable;
  account_decisions: AccountDecisionsTable;
  entries: EntriesTable;
  postings: PostingsTable;
  entry_memos: EntryMemosTable;
  holds: HoldsTable;
  payment_requests: PaymentRequestsTable;
  redemption_codes: RedemptionCodesTable;
  recurring_gifts: RecurringGiftsTable;
  expiry_announcements: ExpiryAnnouncementsTable;
  checkpoints: CheckpointsTable;
  waitlist_orders: WaitlistOrdersTable;
  external_ids: ExternalIdsTable;
  event_heads: EventHeadsTable;
  events: EventsTable;
  api_keys: ApiKeysTable;
  listings: ListingsTable;
  listing_news: ListingNewsTable;
  exchanges: ExchangesTable;
  exchange_words: ExchangeWordsTable;
  members: MembersTable;
  member_subjects: MemberSubjectsTable;
  sign_in_codes: SignInCodesTable;
  sessions: SessionsTable;
  exchanged_tokens: ExchangedTokensTable;
  token_lookup: TokenLookupTable;
  idempotency_keys: IdempotencyKeysTable;
  publications: PublicationsTable;
  editions: EditionsTable;
  edition_books: EditionBooksTable;
  freshness: FreshnessTable;
  imports: ImportsTable;
  import_rows: ImportRowsTable;
  import_chunks: ImportChunksTable;
  mails: MailsTable;
  mail_counts: MailCountsTable;
  links: LinksTable;
  server_secrets: ServerSecretsTable;
  used_proofs: UsedProofsTable;
  rate_limits: RateLimitsTable;
  embed_files: EmbedFilesTable;
  embed_versions: EmbedVersionsTable;
  revisions: RevisionsTable;
  revision_authors: RevisionAuthorsTable;
  initiative_people: InitiativePeopleTable;
  reports: ReportsTable;
  moderation_notices: ModerationNoticesTable;
  photos: PhotosTable;
  photo_files: PhotoFilesTable;
  test_clock: TestClockTable;
};
