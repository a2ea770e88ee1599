import {writeFile} from 'node:fs/promises';
import {idSchema, signupStates, type Roster} from '@buurtkit/contract';
import {formatPeriod} from '@buurtkit/texts';
import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {printableRoster} from '../../volunteering/roster/printable-roster.ts';
import {printableSlips} from '../../volunteering/roster/printable-slips.ts';
import {aboutShift, getRoster} from '../../volunteering/roster/get-roster.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScopeNow} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';

type Options = {community: string; shift: string; html?: string; slips?: string};

export function rosterCommand({open, print, say}: CommandContext): Command {
  return new Command('roster')
    .description('Who comes to a shift, who waits for it, and the code to check in.')
    .requiredOption('--community <slug>', 'the community')
    .requiredOption('--shift <id>', 'the shift')
    .option('--html <file>', 'write a page that prints well')
    .option('--slips <file>', 'write a slip for each who gets no mail')
    .action(async ({community, shift, html, slips}: Options) => {
      requireIdOf('shift', shift);
      const {database, close} = await open();
      const found = await requireCommunity(database, community);
      const scope = await commandScopeNow(database, found);
      const roster = await getRoster(scope, shift);
      if (html !== undefined) {
        await writeFile(html, await printableRoster(scope, roster), {mode: 0o600});
        say(`The list stands in ${html}; it names people, so remove it afterwards.`);
      }
      if (slips !== undefined) {
        await writeFile(slips, await printableSlips(scope, roster, await aboutShift(scope, shift)), {mode: 0o600});
        say(`The slips stand in ${slips}; they name people, so remove them afterwards.`);
      }
      print(roster, inWords(roster, found.timeZone));
      await close();
    });
}

function inWords({title, start, end, places, waiting, checkInCode}: Roster, timeZone: string): string {
  const person = ({name, state, id}: Roster['places'][number]) => `  ${id}  ${name}  ${signupStates[state].en}`;
  return [
    `${title.nl}, ${formatPeriod(start, end, 'en', timeZone)}. Code to check in: ${checkInCode}`,
    places.length === 0 ? 'Nobody comes yet.' : 'Coming:',
    ...places.map(person),
    ...(waiting.length === 0 ? [] : ['Waiting, in order:', ...waiting.map(person)]),
  ].join('\n');
}

export function requireIdOf(what: string, id: string): void {
  if (!idSchema.safeParse(id).success) throw new CommandError('usage', `"${id}" is no id of a ${what}.`, {exitCode: 2});
}
