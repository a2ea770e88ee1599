import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {slugSchema} from '@buurtkit/contract';
import {seedDemo} from '../../seed/seed-demo.ts';
import {seedLargeCommunity} from '../../seed/seed-large-community.ts';
import type {CommandContext} from '../command-context.ts';

const mostInitiatives = 2_000_000;

type Filling = Pick<CommandContext, 'open' | 'print' | 'say'>;

export function seedCommand({open, print, say}: Filling): Command {
  return new Command('seed')
    .description('Add the demo: thirteen municipalities and the region buurtkracht. Doing it again changes nothing.')
    .option('--community <slug>', 'instead: fill this community, made when it isn’t there, with invented initiatives')
    .option('--size <number>', 'how many of them (at most 2,000,000)')
    .action(async (options: {community?: string; size?: string}) => {
      if ((options.community === undefined) !== (options.size === undefined))
        throw new CommandError('usage', 'Filling a community takes both --community and --size.', {exitCode: 2});
      if (options.community !== undefined && options.size !== undefined) {
        await fillCommunity({open, print, say}, options.community, sizeOf(options.size));
        return;
      }
      const {database, close} = await open();
      await seedDemo(database, new Date());
      print({seeded: 'buurtkracht'}, 'The demo is there: region buurtkracht with thirteen municipalities.');
      await close();
    });
}

function sizeOf(text: string): number {
  const size = /^\d+$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= mostInitiatives) return size;
  throw new CommandError('usage', `--size takes a number from 1 to ${mostInitiatives}.`, {exitCode: 2});
}

async function fillCommunity({open, print, say}: Filling, slug: string, size: number): Promise<void> {
  if (!slugSchema.safeParse(slug).success)
    throw new CommandError('usage', `"${slug}" is no slug: use letters, digits and hyphens.`, {exitCode: 2});
  const {database, close} = await open();
  const onProgress = (done: number) => {
    if (done % 50_000 === 0) say(`${done} of ${size}`);
  };
  const added = await seedLargeCommunity(database, {slug, size, now: new Date(), onProgress});
  print({community: slug, size, added}, `${slug} has ${size} invented initiatives; ${added} are new.`);
  await close();
}
