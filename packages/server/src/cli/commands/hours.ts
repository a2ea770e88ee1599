import {hoursStates, newHoursSchema, valuesOf, type Hours} from '@buurtkit/contract';
import {formatDuration} from '@buurtkit/texts';
import {Command, InvalidArgumentError, Option} from 'commander';
import {CommandError} from '../../command-error.ts';
import {inTransaction, type TrxScope} from '../../scope.ts';
import {approveHours, refuseHours} from '../../volunteering/hours/decide-hours.ts';
import {listHours} from '../../volunteering/hours/list-hours.ts';
import {representHours, type HoursRow} from '../../volunteering/hours/store.ts';
import {submitHours} from '../../volunteering/hours/submit-hours.ts';
import {requireSignup} from '../../volunteering/signups/require-signup.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScopeNow} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';
import {requireIdOf} from './roster.ts';

type Options = {community: string; state: Hours['state']; minutes: number; on: string; reason: string};

export function hoursCommand(context: CommandContext): Command {
  return new Command('hours')
    .description('Hours that volunteers worked: submit, approve, refuse.')
    .addCommand(listCommand(context))
    .addCommand(submitCommand(context))
    .addCommand(decideCommand(context, 'approve', 'They count from now on.', (scope, id) => approveHours(scope, id)))
    .addCommand(
      decideCommand(context, 'refuse', 'Say no, with the reason.', (scope, id, {reason}) => refuseHours(scope, id, reason)).requiredOption(
        '--reason <text>',
        'why not',
      ),
    );
}

function listCommand({open, print}: CommandContext): Command {
  return new Command('list')
    .description('Show hours, the last submitted first.')
    .requiredOption('--community <slug>', 'the community')
    .addOption(new Option('--state <state>', 'how they stand').choices(valuesOf(hoursStates)).default('submitted'))
    .action(async ({community, state}: Options) => {
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, community));
      const data: Hours[] = [];
      let cursor: string | undefined;
      do {
        const page = await listHours(scope, {state: [state], limit: 100, ...(cursor !== undefined && {cursor})});
        data.push(...page.data);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      print({data, total: data.length}, data.length === 0 ? 'There are none.' : data.map(line).join('\n'));
      await close();
    });
}

function line({id, minutes, on, state}: Hours): string {
  return `${id}  ${on}  ${formatDuration(minutes, 'en')}  ${state}`;
}

function submitCommand({open, print}: CommandContext): Command {
  return new Command('submit')
    .description('Submit minutes that somebody helped on a day.')
    .argument('<signup>', 'the id that "roster" shows')
    .requiredOption('--community <slug>', 'the community')
    .requiredOption('--minutes <number>', 'how many minutes', wholeNumber)
    .requiredOption('--on <date>', 'the day, as 2026-11-24')
    .action(async (signupId: string, {community, minutes, on}: Options) => {
      const asked = newHoursSchema.safeParse({signupId, minutes, on});
      if (!asked.success)
        throw new CommandError('usage', 'Give a sign-up’s id, 1 to 1440 minutes, and a day as 2026-11-24.', {exitCode: 2});
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, community));
      const hours = await inTransaction(scope, async (trx) =>
        representHours(await submitHours(trx, await requireSignup(trx, signupId), asked.data)),
      );
      print(hours, line(hours));
      await close();
    });
}

function decideCommand(
  {open, print}: CommandContext,
  name: string,
  description: string,
  decide: (scope: TrxScope, id: string, options: Options) => Promise<HoursRow>,
): Command {
  return new Command(name)
    .description(description)
    .argument('<id>', 'the id that "hours list" shows')
    .requiredOption('--community <slug>', 'the community')
    .action(async (id: string, options: Options) => {
      requireIdOf('line of hours', id);
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, options.community));
      const hours = await inTransaction(scope, async (trx) => representHours(await decide(trx, id, options)));
      print(hours, line(hours));
      await close();
    });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number of minutes');
  return Number(text);
}
