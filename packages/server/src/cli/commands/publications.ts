import {faultsOf, newEditionSchema, newPublicationSchema, type Edition, type PublicationListItem} from '@buurtkit/contract';
import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {createPublication} from '../../publications/create-publication.ts';
import {getPublication} from '../../publications/get-publication.ts';
import {listPublications} from '../../publications/list-publications.ts';
import {publishEdition} from '../../publications/publish-edition.ts';
import type {Scope} from '../../scope.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScope} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';

export function publicationsCommand(context: CommandContext): Command {
  return new Command('publications')
    .description('Collections of stories in numbered editions, of a community or region.')
    .addCommand(listCommand(context))
    .addCommand(createCommand(context))
    .addCommand(showCommand(context))
    .addCommand(publishCommand(context));
}

const collect = (value: string, before: string[] = []) => [...before, value];

function ofCommunity(command: Command): Command {
  return command.requiredOption('--community <slug>', 'whose publication');
}

/** Opens the database for one piece of work in the community. */
async function within<Result>({open}: CommandContext, slug: string, work: (scope: Scope) => Promise<Result>): Promise<Result> {
  const {database, close} = await open();
  const result = await work(commandScope(database, await requireCommunity(database, slug)));
  await close();
  return result;
}

function textOf(nl: string | undefined, en: string | undefined): {nl: string; en?: string} | undefined {
  return nl === undefined ? undefined : {nl, ...(en !== undefined && {en})};
}

function requireRight(error: Parameters<typeof faultsOf>[0], value: unknown): never {
  const wrong = faultsOf(error, value, 'body').map(({pointer, code}) => `${pointer?.slice(2)} (${code})`);
  throw new CommandError('usage', `These can't be used: ${wrong.join(', ')}.`, {exitCode: 2});
}

function inWords({slug, community, title, latest}: PublicationListItem): string {
  return `${community}/${slug}  ${title.nl}  ${latest ? `edition ${latest.number}, ${latest.publishedAt.slice(0, 10)}` : 'no editions yet'}`;
}

function listCommand(context: CommandContext): Command {
  return ofCommunity(new Command('list'))
    .description('Show the publications there are.')
    .action(async ({community}: {community: string}) => {
      const data: PublicationListItem[] = [];
      await within(context, community, async (scope) => {
        for (let cursor: string | undefined, isLast = false; !isLast;) {
          const page = await listPublications(scope, {cursor, limit: 100});
          data.push(...page.data);
          cursor = page.next ?? undefined;
          isLast = page.next === null;
        }
      });
      context.print({data}, data.length === 0 ? 'There are no publications yet.' : data.map(inWords).join('\n'));
    });
}

type CreateOptions = {
  community: string;
  title?: string;
  titleEn?: string;
  summary?: string;
  summaryEn?: string;
  initiative?: string[];
};

function createCommand(context: CommandContext): Command {
  return ofCommunity(new Command('create'))
    .description('Begin a publication; its first edition is published later.')
    .argument('<slug>', 'its name in addresses')
    .requiredOption('--title <text>', 'its title, in Dutch')
    .option('--title-en <text>', 'its title, in English')
    .requiredOption('--summary <text>', 'what it is, in Dutch')
    .option('--summary-en <text>', 'what it is, in English')
    .option('--initiative <slug>', 'whose story it holds; may be repeated (default: of all that tell one)', collect)
    .action(async (slug: string, options: CreateOptions) => {
      const given = {
        slug,
        title: textOf(options.title, options.titleEn),
        summary: textOf(options.summary, options.summaryEn),
        initiatives: options.initiative ?? null,
      };
      const parsed = newPublicationSchema.safeParse(given);
      if (!parsed.success) return requireRight(parsed.error, given);
      const publication = await within(context, options.community, (scope) => createPublication(scope, parsed.data));
      context.print(
        publication,
        `Made ${publication.slug}: “buurtkit publications publish ${publication.slug}” publishes its first edition.`,
      );
    });
}

function showCommand(context: CommandContext): Command {
  return ofCommunity(new Command('show'))
    .description('Show a publication and its editions.')
    .argument('<slug>', 'the publication')
    .action(async (slug: string, {community}: {community: string}) => {
      const publication = await within(context, community, (scope) => getPublication(scope, slug));
      const editions = publication.editions.map(({number, publishedAt, url}) => `  ${number}  ${publishedAt.slice(0, 10)}  ${url}`);
      context.print(publication, [inWords(publication), ...editions].join('\n'));
    });
}

type PublishOptions = {community: string; note?: string; noteEn?: string; initiative?: string[]; force?: boolean};

function publishCommand(context: CommandContext): Command {
  return ofCommunity(new Command('publish'))
    .description('Publish the next edition: the stories as they are now.')
    .argument('<slug>', 'the publication')
    .option('--note <text>', 'a word of the editor, in Dutch')
    .option('--note-en <text>', 'a word of the editor, in English')
    .option('--initiative <slug>', 'whose stories it holds from now on; may be repeated', collect)
    .option('--force', 'also when nothing is new')
    .action(async (slug: string, options: PublishOptions) => {
      const note = textOf(options.note, options.noteEn);
      const given = {
        ...(note && {note}),
        ...(options.initiative && {initiatives: options.initiative}),
        isForced: options.force ?? false,
      };
      const parsed = newEditionSchema.safeParse(given);
      if (!parsed.success) return requireRight(parsed.error, given);
      const edition = await within(context, options.community, (scope) => publishEdition(scope, slug, parsed.data));
      context.print(edition, newsInWords(edition));
    });
}

function newsInWords({number, stories, news, url}: Edition): string {
  const counts = `${news.stories.length} new stories, ${news.chapters.length} new chapters, ${news.changed.length} changed`;
  return `Edition ${number} with ${stories.length} stories (${counts}): ${url}`;
}
