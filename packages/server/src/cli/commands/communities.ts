import {communityChangesSchema, faultsOf, slugSchema, type Area, type CommunityChanges} from '@buurtkit/contract';
import {Command, Option} from 'commander';
import {CommandError} from '../../command-error.ts';
import {changeCommunity} from '../../communities/change-community.ts';
import {createCommunity} from '../../communities/create-community.ts';
import {representSettings} from '../../communities/represent-community.ts';
import {listCommunityRows, readCommunity} from '../../communities/store.ts';
import {commandScope} from '../command-scope.ts';
import type {CommandContext} from '../command-context.ts';
import {requireCommunity} from '../require-community.ts';

export function communitiesCommand(context: CommandContext): Command {
  return new Command('communities')
    .description('Municipalities, corporations and regions.')
    .addCommand(createCommand(context))
    .addCommand(setCommand(context))
    .addCommand(showCommand(context))
    .addCommand(listCommand(context));
}

const collect = (value: string, before: string[] = []) => [...before, value];

function readArea(text: string): Area {
  const [code = '', name, year] = text.split('=');
  return {code, name: name ?? code, year: year ? Number(year) : null};
}

/** The audience stands behind the last `=`: an address may have one too. */
function readIssuer(text: string): {issuer: string; audience: string} {
  const at = text.lastIndexOf('=');
  return {issuer: text.slice(0, Math.max(at, 0)), audience: text.slice(at + 1)};
}

function createCommand({open, print}: CommandContext): Command {
  return new Command('create')
    .description('Make a community.')
    .argument('<slug>', 'its name in addresses')
    .option('--name <name>', 'its name')
    .addOption(new Option('--kind <kind>', 'what it is').choices(['municipality', 'corporation', 'region']).default('municipality'))
    .option('--area <code=name=year>', 'an area, for example GM1676=Schouwen-Duiveland=2025; may be repeated', collect)
    .option('--member <slug>', 'a member of a region; may be repeated', collect)
    .option('--allowed-origin <origin>', 'a site that may send writes; may be repeated', collect)
    .option('--sample', 'say on the page that it is a sample')
    .action(async (slug: string, options: CreateOptions) => {
      if (!slugSchema.safeParse(slug).success)
        throw new CommandError('usage', `"${slug}" is no slug: lower-case letters, digits and hyphens.`, {exitCode: 2});
      const changes = readChanges({name: options.name ?? slug, areas: options.area?.map(readArea), allowedOrigins: options.allowedOrigin});
      const {database, close} = await open();
      const id = await createCommunity(database.owner, {
        slug,
        kind: options.kind,
        name: changes.name ?? slug,
        areas: changes.areas ?? [],
        members: options.member ?? [],
        allowedOrigins: changes.allowedOrigins ?? [],
        isSample: options.sample ?? false,
      });
      const settings = representSettings(await readCommunity(database.owner, id), '');
      print(settings, `Made ${settings.slug} (${settings.name}).`);
      await close();
    });
}

type CreateOptions = {
  name?: string;
  kind: 'municipality' | 'corporation' | 'region';
  area?: string[];
  member?: string[];
  allowedOrigin?: string[];
  sample?: boolean;
};

type SetOptions = {
  name?: string;
  addressForm?: string;
  timeZone?: string;
  privacyUrl?: string;
  contactName?: string;
  contactEmail?: string;
  contactPhone?: string;
  contactUrl?: string;
  accentColor?: string;
  corner?: string;
  spacing?: string;
  button?: string;
  link?: string;
  area?: string[];
  allowedOrigin?: string[];
  membership?: string;
  tokenIssuer?: string[];
  credits?: string;
};

function setCommand({open, print}: CommandContext): Command {
  return new Command('set')
    .description('Change the settings of a community; what is left out stays.')
    .argument('<slug>', 'the community')
    .option('--name <name>', 'its name')
    .option('--address-form <je|u>', 'how Dutch texts speak to people')
    .option('--time-zone <zone>', 'for example Europe/Amsterdam')
    .option('--privacy-url <url>', 'its privacy statement')
    .option('--contact-name <name>', 'whom to turn to')
    .option('--contact-email <address>', 'how')
    .option('--contact-phone <number>', 'how')
    .option('--contact-url <url>', 'how')
    .option('--accent-color <#rrggbb>', 'colour of buttons and links')
    .option('--corner <square|soft|round>', 'corners')
    .option('--spacing <compact|normal|wide>', 'room between things')
    .option('--button <filled|outlined>', 'look of buttons')
    .option('--link <underlined|plain>', 'look of links')
    .option('--area <code=name=year>', 'its areas, all of them; may be repeated', collect)
    .option('--allowed-origin <origin>', 'the sites that may send writes, all of them; may be repeated', collect)
    .option('--membership <open|invited>', 'whether anybody who signs in becomes a member')
    .option('--token-issuer <issuer=audience>', 'whose ID tokens count as signing in, all of them; may be repeated', collect)
    .option('--credits <json>', 'settings of time credits, such as {"hoursMint": true, "stepMinutes": 30}')
    .action(async (slug: string, options: SetOptions) => {
      const {database, close} = await open();
      const community = await requireCommunity(database, slug);
      const before = await readCommunity(database.owner, community.id);
      const row = await changeCommunity(commandScope(database, community), changesOf(options, before.contact), null);
      const settings = representSettings(row, '');
      print(settings, `Changed ${settings.slug}.`);
      await close();
    });
}

function changesOf(options: SetOptions, contact: NonNullable<CommunityChanges['contact']>): CommunityChanges {
  const {accentColor, corner, spacing, button, link, contactName, contactEmail, contactPhone, contactUrl} = options;
  const given = (values: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const look = given({accentColor, corner, spacing, button, link});
  const newContact = given({name: contactName, email: contactEmail, phone: contactPhone, url: contactUrl});
  return readChanges({
    name: options.name,
    addressForm: options.addressForm,
    timeZone: options.timeZone,
    privacyUrl: options.privacyUrl,
    areas: options.area?.map(readArea),
    allowedOrigins: options.allowedOrigin,
    membership: options.membership,
    tokenIssuers: options.tokenIssuer?.map(readIssuer),
    credits: options.credits === undefined ? undefined : readJson('--credits', options.credits),
    ...(Object.keys(look).length > 0 && {look}),
    ...(Object.keys(newContact).length > 0 && {contact: {...contact, ...newContact}}),
  });
}

function readJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError('usage', `${option} takes JSON.`, {exitCode: 2});
  }
}

/** The same rules as over HTTP. */
function readChanges(values: Record<string, unknown>): CommunityChanges {
  const changes = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const parsed = communityChangesSchema.safeParse(changes);
  if (parsed.success) return parsed.data;
  const places = faultsOf(parsed.error, changes, 'body').map(({pointer, code}) => `${pointer?.replace(/^#\//, '')} (${code})`);
  throw new CommandError('usage', `This can't be used: ${places.join(', ')}.`, {exitCode: 2});
}

function showCommand({open, print}: CommandContext): Command {
  return new Command('show')
    .description('Show a community with its settings.')
    .argument('<slug>', 'the community')
    .action(async (slug: string) => {
      const {database, close} = await open();
      const community = await requireCommunity(database, slug);
      const settings = representSettings(await readCommunity(database.owner, community.id), commandScope(database, community).publicUrl);
      print(settings, JSON.stringify(settings, null, 2));
      await close();
    });
}

function listCommand({open, print}: CommandContext): Command {
  return new Command('list').description('Show the communities there are.').action(async () => {
    const {database, close} = await open();
    const {rows} = await listCommunityRows(database, null, 10_000);
    const data = rows.map(({slug, name, kind}) => ({slug, name, kind}));
    print(
      {data},
      data.length === 0 ? 'There are no communities yet.' : data.map(({slug, name, kind}) => `${slug}  ${name}  (${kind})`).join('\n'),
    );
    await close();
  });
}
