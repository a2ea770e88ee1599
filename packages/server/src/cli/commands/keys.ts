import {idSchema, keyTargetSchema, roles, type Role} from '@buurtkit/contract';
import {Command, Option} from 'commander';
import {CommandError} from '../../command-error.ts';
import {createKey, listKeys, revokeKey} from '../../keys/manage-keys.ts';
import type {CommandContext} from '../command-context.ts';
import {requireCommunity} from '../require-community.ts';

export function keysCommand(context: CommandContext): Command {
  return new Command('keys')
    .description('Keys for staff and integrators.')
    .addCommand(createCommand(context))
    .addCommand(listCommand(context))
    .addCommand(revokeCommand(context));
}

function createCommand({open, print}: CommandContext): Command {
  return new Command('create')
    .description('Make a key; it is shown once.')
    .requiredOption('--community <slug>', 'the community it is for')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .option('--for <target>', 'for an organiser: initiative:SLUG or partner:SLUG')
    .action(async (options: {community: string; role: Role; for?: string}) => {
      requireTarget(options);
      const {database, close} = await open();
      const community = await requireCommunity(database, options.community);
      const key = await createKey(database.owner, {communityId: community.id, role: options.role, target: options.for ?? null});
      print(key, key.key);
      await close();
    });
}

function requireTarget({role, for: target}: {role: Role; for?: string}): void {
  if (target !== undefined && !keyTargetSchema.safeParse(target).success)
    throw new CommandError('usage', `--for takes initiative:SLUG or partner:SLUG, not "${target}".`, {exitCode: 2});
  if (role === 'organiser' && target === undefined)
    throw new CommandError('usage', 'A key for an organiser is for one thing: add --for initiative:SLUG or --for partner:SLUG.', {
      exitCode: 2,
    });
}

function listCommand({open, print}: CommandContext): Command {
  return new Command('list')
    .description('Show the keys of a community, not what they are.')
    .requiredOption('--community <slug>', 'the community')
    .action(async (options: {community: string}) => {
      const {database, close} = await open();
      const community = await requireCommunity(database, options.community);
      const keys = await listKeys(database.owner, community.id);
      const lines = keys.map(
        (key) => `${key.id}  ${key.role}${key.for ? ` for ${key.for}` : ''}${key.revokedAt ? `  revoked ${key.revokedAt}` : ''}`,
      );
      print({data: keys}, lines.length === 0 ? 'There are no keys.' : lines.join('\n'));
      await close();
    });
}

function revokeCommand({open, print}: CommandContext): Command {
  return new Command('revoke')
    .description('Make a key worthless.')
    .argument('<id>', 'the id that "keys list" shows')
    .action(async (id: string) => {
      if (!idSchema.safeParse(id).success)
        throw new CommandError('usage', `"${id}" is no id of a key: "buurtkit keys list" shows them.`, {exitCode: 2});
      const {database, close} = await open();
      await revokeKey(database.owner, id, new Date());
      print({id, revoked: true}, `Revoked ${id}.`);
      await close();
    });
}
