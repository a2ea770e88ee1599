import {sql} from 'kysely';
import type {Sweeper} from '../jobs/sweeper.ts';

const daysAfterDecision = 30;

/**
 * What nobody confirmed goes when its link no longer works, and a month after a decision it is forgotten who wrote, also of a
 * report, and which address: whoever became one of an initiative's people stands there by now.
 */
export const forgetDrafts: Sweeper = {
  name: 'submissions',
  everyMinutes: 60,
  async sweep({database}, now) {
    await sql`delete from revisions where state = 'draft' and expires_at <= ${now}`.execute(database.owner);
    const longAgo = new Date(now.getTime() - daysAfterDecision * 86_400_000);
    await sql`update reports set email = null where email is not null and closed_at <= ${longAgo}`.execute(database.owner);
    await sql`
      update revisions set content = content - 'address' where decided_at <= ${longAgo} and content ? 'address'`.execute(database.owner);
    await sql`
      delete from revision_authors a using revisions r
      where r.community_id = a.community_id and r.id = a.revision_id
        and r.decided_at <= ${longAgo}`.execute(database.owner);
  },
};
