import {
  faultsOf,
  languages,
  memberRoleSchema,
  newMemberSchema,
  roles,
  type Language,
  type Member,
  type MemberReference,
  type Role,
} from '@buurtkit/contract';
import {Command, Option} from 'commander';
import {CommandError} from '../../command-error.ts';
import {inviteMember} from '../../members/invite-member.ts';
import {listMembers} from '../../members/list-members.ts';
import {setMemberRole} from '../../members/set-member-role.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScopeNow} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';
import {requireIdOf} from './roster.ts';

type Options = {community: string; q?: string; name?: string; email?: string; locale?: Language; role: Role; for?: string};

export function membersCommand(context: CommandContext): Command {
  return new Command('members')
    .description('People with an account: who there are, a new one, and what somebody may do.')
    .addCommand(listCommand(context))
    .addCommand(inviteCommand(context))
    .addCommand(roleCommand(context));
}

function listCommand({open, print}: CommandContext): Command {
  return new Command('list')
    .description('Show members, the last who came first.')
    .requiredOption('--community <slug>', 'the community')
    .option('--q <text>', 'how a word of the name, or the address, begins')
    .action(async ({community, q}: Options) => {
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, community));
      const data: Member[] = [];
      let cursor: string | undefined;
      do {
        const page = await listMembers(scope, {q, cursor, limit: 100});
        data.push(...page.data);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      const lines = data.map((member) => `${line(member)}  ${member.email ?? 'no address'}`);
      print({data, total: data.length}, data.length === 0 ? 'There are none.' : lines.join('\n'));
      await close();
    });
}

function line({id, name, role, for: target}: MemberReference): string {
  return `${id}  ${name ?? 'no name'}  ${role}${target === null ? '' : ` for ${target}`}`;
}

function inviteCommand({open, print}: CommandContext): Command {
  return new Command('invite')
    .description('Make somebody a member; who has an address gets a mail.')
    .requiredOption('--community <slug>', 'the community')
    .option('--name <name>', 'what they are called')
    .option('--email <address>', 'where they get the code to sign in with')
    .addOption(new Option('--locale <language>', 'in which language we write').choices(languages))
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).default('member'))
    .option('--for <target>', 'for an organiser: initiative:SLUG or partner:SLUG')
    .action(async ({community, ...asked}: Options) => {
      const member = newMemberSchema.safeParse(asked);
      if (!member.success) throw unusable(faultsOf(member.error, asked, 'body').map(({pointer}) => pointer));
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, community));
      const invited = await inviteMember(scope, member.data);
      print(invited, line(invited));
      await close();
    });
}

function roleCommand({open, print}: CommandContext): Command {
  return new Command('role')
    .description('Say what a member may do from now on, also where they are signed in.')
    .argument('<id>', 'the id that "members list" shows')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .requiredOption('--community <slug>', 'the community')
    .option('--for <target>', 'for an organiser: initiative:SLUG or partner:SLUG')
    .action(async (id: string, {community, role, for: target}: Options) => {
      requireIdOf('member', id);
      const asked = {role, ...(target !== undefined && {for: target})};
      const wanted = memberRoleSchema.safeParse(asked);
      if (!wanted.success) throw unusable(faultsOf(wanted.error, asked, 'body').map(({pointer}) => pointer));
      const {database, close} = await open();
      const scope = await commandScopeNow(database, await requireCommunity(database, community));
      const member = await setMemberRole(scope, id, wanted.data);
      print(member, line(member));
      await close();
    });
}

function unusable(pointers: readonly (string | undefined)[]): CommandError {
  const places = pointers.map((pointer) => `--${pointer?.replace(/^#\//, '')}`);
  return new CommandError('usage', `This can't be used: ${places.join(', ')}.`, {exitCode: 2});
}
