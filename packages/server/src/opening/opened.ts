import {sql, type RawBuilder} from 'kysely';

/** What has opening hours. */
export type Opened = 'initiative' | 'service';

type OpenedTables = {
  things: RawBuilder<unknown>;
  windows: RawBuilder<unknown>;
  openings: RawBuilder<unknown>;
  id: RawBuilder<string>;
  /** Of which things the openings are kept. */
  isThere: RawBuilder<boolean>;
};

/** Where each has its hours, and the stretches of time that they come to. */
export const openedTables: Record<Opened, OpenedTables> = {
  initiative: {
    things: sql.table('initiatives'),
    windows: sql.table('opening_windows'),
    openings: sql.table('openings'),
    id: sql.ref('initiative_id'),
    isThere: sql`true`,
  },
  service: {
    things: sql.table('services'),
    windows: sql.table('service_opening_windows'),
    openings: sql.table('service_openings'),
    id: sql.ref('service_id'),
    isThere: sql`status = 'active'`,
  },
};
