import type {Block, CommunityChanges, ExternalId, Initiative, LanguageMap, OpeningHours} from '@buurtkit/contract';
import type {ColumnType, Generated, JSONColumnType} from 'kysely';

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
type OpeningsTable = {community_id: string; initiative_id: string; opens_at: Date; closes_at: Date};

type SearchWordsTable = {community_id: string; word: string; term: string};

type ExternalIdsTable = {community_id: string; resource: 'initiative'; source: string; external_id: string; target_id: string};

type EventHeadsTable = {community_id: string; sequence: Generated<string>};

type EventsTable = {community_id: string; sequence: string; type: string; subject_id: string; subject_slug: string; occurred_at: Date};

type ApiKeysTable = {
  community_id: string;
  id: Generated<string>;
  hash: Buffer;
  role: 'member' | 'organiser' | 'desk' | 'coordinator' | 'admin';
  target: string | null;
  created_at: Generated<Date>;
  revoked_at: Date | null;
};

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

type ImportsTable = {
  community_id: string;
  id: Generated<string>;
  format: string;
  file_hash: Buffer;
  state: 'committing' | 'committed' | 'undone';
  committed_line: Generated<number>;
  created_at: Date;
  finished_at: Date | null;
};

type ImportRowsTable = {
  community_id: string;
  import_id: string;
  line: number;
  action: 'created' | 'updated' | 'unchanged';
  target_id: string;
  revision: string;
  before: ColumnType<unknown, string | null, never>;
};

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
  openings: OpeningsTable;
  external_ids: ExternalIdsTable;
  event_heads: EventHeadsTable;
  events: EventsTable;
  api_keys: ApiKeysTable;
  token_lookup: TokenLookupTable;
  idempotency_keys: IdempotencyKeysTable;
  imports: ImportsTable;
  import_rows: ImportRowsTable;
  embed_files: EmbedFilesTable;
  embed_versions: EmbedVersionsTable;
  test_clock: TestClockTable;
};
