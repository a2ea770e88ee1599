import {Command} from 'commander';
import {inTransaction} from '../../scope.ts';
import {checkIn} from '../../volunteering/roster/check-in.ts';
import {representSignup} from '../../volunteering/signups/represent-signup.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScopeNow} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';
import {requireIdOf} from './roster.ts';

type Options = {community: string; code?: string};

export function checkInCommand({open, print}: CommandContext): Command {
  return new Command('check-in')
    .description('Somebody is there. Twice is once.')
    .argument('<signup>', 'the id that "roster" shows')
    .requiredOption('--community <slug>', 'the community')
    .option('--code <code>', 'the four digits of the shift, when they have to be right')
    .action(async (id: string, {community, code}: Options) => {
      requireIdOf('sign-up', id);
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, community));
      const signup = await inTransaction(scope, async (trx) => representSignup(trx, await checkIn(trx, id, code)));
      print(signup, `${signup.name} is there.`);
      await close();
    });
}
