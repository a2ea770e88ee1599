import {idSchema, moderationStates, refusalSchema, type ModerationDecision} from '@buurtkit/contract';
import {Command, Option} from 'commander';
import {CommandError} from '../../command-error.ts';
import {approveSubmission} from '../../moderation/approve-submission.ts';
import {closeReport} from '../../moderation/close-report.ts';
import {getItem} from '../../moderation/get-item.ts';
import {listItems} from '../../moderation/list-items.ts';
import {refuseSubmission} from '../../moderation/refuse-submission.ts';
import type {Scope} from '../../scope.ts';
import {commandScope} from '../command-scope.ts';
import type {CommandContext} from '../command-context.ts';
import {requireCommunity} from '../require-community.ts';

type Options = {community: string; state?: (typeof moderationStates)[number]; reason?: string};

export function moderationCommand(context: CommandContext): Command {
  return new Command('moderation')
    .description('What residents sent in or reported, and what comes of it.')
    .addCommand(listCommand(context))
    .addCommand(showCommand(context))
    .addCommand(decideCommand(context, 'approve', 'Publish what was sent in, word for word; its author hears of it.', approve))
    .addCommand(
      decideCommand(context, 'refuse', 'Say no; its author reads the reason.', refuse).requiredOption(
        '--reason <text>',
        'why not, 1–1000 characters',
      ),
    )
    .addCommand(decideCommand(context, 'close', 'A report has been dealt with.', close));
}

function listCommand({open, print}: CommandContext): Command {
  return new Command('list')
    .description('Show what waits, the longest first.')
    .requiredOption('--community <slug>', 'the community')
    .addOption(new Option('--state <state>', 'or what stands otherwise').choices(moderationStates))
    .action(async ({community, state = 'pending'}: Options) => {
      const {database, close: end} = await open();
      const scope = commandScope(database, await requireCommunity(database, community));
      const data = [];
      let cursor: string | undefined;
      do {
        const items = await listItems(scope, {state: [state], limit: 100, ...(cursor !== undefined && {cursor})});
        data.push(...items.data);
        cursor = items.next ?? undefined;
      } while (cursor !== undefined);
      const lines = data.map(({id, kind, title, submittedAt}) => `${id}  ${submittedAt.slice(0, 10)}  ${kind}  ${onOneLine(title)}`);
      print({data, total: data.length}, lines.length === 0 ? 'Nothing waits.' : lines.join('\n'));
      await end();
    });
}

/** What strangers wrote goes to a terminal without anything that steers it. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

function showCommand({open, print}: CommandContext): Command {
  return new Command('show')
    .description('Show one of them whole.')
    .argument('<id>', 'the id that "moderation list" shows')
    .requiredOption('--community <slug>', 'the community')
    .action(async (id: string, {community}: Options) => {
      requireId(id);
      const {database, close: end} = await open();
      const {item} = await getItem(commandScope(database, await requireCommunity(database, community)), id);
      print(item, JSON.stringify(item, null, 2));
      await end();
    });
}

type Decide = (scope: Scope, id: string, options: Options) => Promise<ModerationDecision>;

const approve: Decide = async (scope, id) => (await approveSubmission(scope, id, await seen(scope, id))).decision;
const close: Decide = async (scope, id) => (await closeReport(scope, id, await seen(scope, id))).decision;
const refuse: Decide = async (scope, id, {reason}) => {
  const refusal = refusalSchema.safeParse({reason});
  if (!refusal.success) throw new CommandError('usage', '--reason takes 1 to 1000 characters.', {exitCode: 2});
  return (await refuseSubmission(scope, id, refusal.data, await seen(scope, id))).decision;
};

/** As it stands when the command begins: what another decides meanwhile is not decided over. */
async function seen(scope: Scope, id: string): Promise<string> {
  const {revision} = await getItem(scope, id);
  return `"${revision}-command"`;
}

function decideCommand({open, print}: CommandContext, name: string, description: string, decide: Decide): Command {
  return new Command(name)
    .description(description)
    .argument('<id>', 'the id that "moderation list" shows')
    .requiredOption('--community <slug>', 'the community')
    .action(async (id: string, options: Options) => {
      requireId(id);
      const {database, close: end} = await open();
      const decision = await decide(commandScope(database, await requireCommunity(database, options.community)), id, options);
      print(decision, `${id}: ${decision.state}.`);
      await end();
    });
}

function requireId(id: string): void {
  if (!idSchema.safeParse(id).success)
    throw new CommandError('usage', `"${id}" is no id of an item: "buurtkit moderation list" shows them.`, {exitCode: 2});
}
