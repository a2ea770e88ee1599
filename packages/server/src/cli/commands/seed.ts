import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {seedDemo} from '../../seed/seed-demo.ts';
import type {CommandContext} from '../command-context.ts';

export function seedCommand({open, print}: CommandContext): Command {
  return new Command('seed')
    .description('Add the demo: thirteen municipalities and the region buurtkracht. Doing it again changes nothing.')
    .option('--community <slug>', 'not yet: fill one community')
    .option('--size <number>', 'not yet: with this many initiatives')
    .action(async (options: {community?: string; size?: string}) => {
      if (options.community !== undefined || options.size !== undefined)
        throw new CommandError(
          'seed.not-yet',
          'Filling a community with many initiatives can’t be done yet: use "seed" alone, or "import".',
        );
      const {database, close} = await open();
      await seedDemo(database, new Date());
      print({seeded: 'buurtkracht'}, 'The demo is there: region buurtkracht with thirteen municipalities.');
      await close();
    });
}
