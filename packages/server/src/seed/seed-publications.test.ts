import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {testDatabase} from '../testing/test-database.ts';
import {seedDemo} from './seed-demo.ts';

const now = new Date('2026-11-22T09:00:00Z');

test('the sample has a publication whose second edition says what is new, and the region one of twelve portraits', async () => {
  const {database} = await testDatabase();
  await seedDemo(database, now);
  await seedDemo(database, now);

  const {rows} = await sql<{community: string; number: number; stories: number; news: number}>`
    select c.slug as community, e.number, jsonb_array_length(e.stories) as stories, jsonb_array_length(e.news -> 'stories') as news
    from editions e join communities c using (community_id) order by 1, 2`.execute(database.owner);

  expect(rows).toEqual([
    {community: 'buurtkracht', number: 1, stories: 12, news: 12},
    {community: 'voorbeeldbuurt', number: 1, stories: 3, news: 3},
    {community: 'voorbeeldbuurt', number: 2, stories: 5, news: 2},
  ]);
});
