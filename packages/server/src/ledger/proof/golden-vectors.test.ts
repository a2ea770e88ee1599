import {ledgerVectors} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {createTestDatabase} from '../../testing/test-database.ts';

const opened = await createTestDatabase();
const {owner} = opened.database;

afterAll(() => opened.close());

test.each(ledgerVectors)('$what: the database finds the hashes that are written down in the contract', async (vector) => {
  const {entry: e, memo, memoSalt, postings, hash} = vector;
  const {rows} = await sql<{digests: string[]; hash: string; memo: string | null}>`
    with p as (
      select array_agg(posting_digest(account_id, minutes, decode(salt, 'hex')) order by line) as digests
      from unnest(${postings.map(({accountId}) => accountId)}::uuid[], ${postings.map(({minutes}) => minutes)}::bigint[],
        ${postings.map(({salt}) => salt)}::text[]) with ordinality as x (account_id, minutes, salt, line)
    )
    select p.digests, encode(sha256(decode(${memoSalt}, 'hex') || convert_to(${memo}, 'UTF8')), 'hex') as memo,
      encode(entry_hash(
        row(${e.communityId}::uuid, ${e.id}::uuid, ${e.sequence}::bigint, ${e.kind}, ${e.occurredAt}::timestamptz(3), ${e.actor}, ${e.onBehalfOf}::uuid,
          ${e.reverses}::uuid, ${e.reference}, decode(${e.memoHash}, 'hex'), ''::bytea, ''::bytea)::entries,
        decode(${e.previousHash}, 'hex'), p.digests), 'hex') as hash
    from p`.execute(owner);

  expect(rows).toEqual([{digests: postings.map(({digest}) => digest), hash, memo: e.memoHash}]);
});

test('the hash does not depend on the time zone or the language of the connection', async () => {
  const {entry, postings, hash} = ledgerVectors[0]!;

  const found = await owner.transaction().execute(async (trx) => {
    await sql`set local timezone = 'Europe/Amsterdam'`.execute(trx);
    await sql`set local datestyle = 'German'`.execute(trx);
    await sql`set local intervalstyle = 'iso_8601'`.execute(trx);
    const {rows} = await sql<{hash: string}>`
      select encode(entry_hash(
        row(${entry.communityId}::uuid, ${entry.id}::uuid, 1, ${entry.kind}, ${entry.occurredAt}::timestamptz, ${entry.actor}, null, null,
          ${entry.reference}, null, ''::bytea, ''::bytea)::entries,
        decode(${entry.previousHash}, 'hex'), ${postings.map(({digest}) => digest)}::text[]), 'hex') as hash`.execute(trx);
    return rows[0]?.hash;
  });

  expect(found).toBe(hash);
});
