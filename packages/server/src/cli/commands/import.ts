import {createReadStream} from 'node:fs';
import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {commitImport, type CommitListener} from '../../imports/commit-import.ts';
import {importFormat, importFormats, readerOf} from '../../imports/formats.ts';
import type {ImportSource, ImportWarning} from '../../imports/import-record.ts';
import {planImport} from '../../imports/plan-import.ts';
import {tellFaults, type ImportCounts, type ReportedRow, type ToldFault} from '../../imports/report.ts';
import {undoImport} from '../../imports/undo-import.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScope} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';
import {requireFile} from '../require-file.ts';

type Options = {community?: string; format?: string; commit?: boolean};

export function importCommand(context: CommandContext): Command {
  return new Command('import')
    .description('Bring data in from a file. Without --commit it only tells, row by row, what would happen.')
    .argument('<file>', 'a CSV, GeoJSON or HSDS file')
    .option('--community <slug>', 'the community that gets them')
    .option('--format <format>', `${importFormats.join(', ')} (default: what the file’s name says, else csv)`)
    .option('--commit', 'really do it')
    .action((file: string, options: Options) => runImport(context, file, options))
    .addCommand(undoCommand(context));
}

async function runImport(context: CommandContext, file: string, options: Options): Promise<void> {
  if (options.community === undefined) throw new CommandError('usage', 'Say which community gets them: --community SLUG.', {exitCode: 2});
  const format = importFormat(options.format, file);
  const source = await openFile(file);
  const {database, close} = await context.open();
  const scope = commandScope(database, await requireCommunity(database, options.community));
  const reading = {format, source, read: readerOf(format)};
  const {refused} = options.commit ? await commit(context, scope, reading) : await dryRun(context, scope, reading);
  // What was told is a result, no failure of the command; yet a script has to notice that not all went in.
  if (refused > 0) process.exitCode = 1;
  await close();
}

async function openFile(path: string): Promise<ImportSource> {
  await requireFile(path);
  return {read: () => createReadStream(path)};
}

type Scope = ReturnType<typeof commandScope>;
type Reading = Parameters<typeof commitImport>[1];

async function dryRun({print, say}: CommandContext, scope: Scope, reading: Reading): Promise<ImportCounts> {
  const rows: ToldRow[] = [];
  const warnings: ImportWarning[] = [];
  const counts = await planImport(scope, reading, {onRow: (row) => void rows.push(told(row)), onWarnings: tellWarnings(say, warnings)});
  const words = [...rows.map(rowInWords), `${countsInWords(counts)}. Nothing was changed.`];
  print({dryRun: true, counts, warnings, rows}, words.join('\n'));
  if (counts.created + counts.updated > 0) say('Add --commit to do it.');
  return counts;
}

async function commit({print, say}: CommandContext, scope: Scope, reading: Reading): Promise<ImportCounts> {
  const refused: ToldRow[] = [];
  const warnings: ImportWarning[] = [];
  let committedLine = 0;
  const listener: CommitListener = {
    onWarnings: tellWarnings(say, warnings),
    onRow: (row) => {
      if (row.action === 'refused') refused.push(told(row));
    },
    onCommitted: (committed) => {
      committedLine = committed.line;
      print({committed}, `Committed up to and including line ${committed.line}.`);
    },
  };
  const {id, counts} = await commitImport(scope, reading, listener).catch((cause: unknown) => {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError(
      'import.interrupted',
      `The import stopped after line ${committedLine}: what is committed stays. Run it again, nothing is doubled. (${cause instanceof Error ? cause.message : String(cause)})`,
      {cause},
    );
  });
  print({import: id, counts, warnings, refused}, [...refused.map(rowInWords), `Import ${id}: ${countsInWords(counts)}.`].join('\n'));
  say(`To take it back: buurtkit import undo ${id}`);
  return counts;
}

function tellWarnings(say: CommandContext['say'], warnings: ImportWarning[]): CommitListener['onWarnings'] {
  return (line, found) => {
    warnings.push(...found);
    for (const warning of found) say(`line ${line}, ${warning.column}: ${warning.detail}`);
  };
}

type ToldRow = Exclude<ReportedRow, {action: 'refused'}> | {line: number; action: 'refused'; faults: ToldFault[]};

function told(row: ReportedRow): ToldRow {
  return row.action === 'refused' ? {...row, faults: tellFaults(row.faults, 'en')} : row;
}

function rowInWords(row: ToldRow): string {
  if (row.action !== 'refused') return `line ${row.line}: ${row.action} ${row.slug}`;
  return row.faults
    .map(
      ({column, value, detail}) =>
        `line ${row.line}: refused${column ? `, ${column}` : ''}${value === undefined ? '' : ` “${value}”`}: ${detail}`,
    )
    .join('\n');
}

function countsInWords(counts: ImportCounts): string {
  return `${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.refused} refused`;
}

function undoCommand({open, print}: CommandContext): Command {
  return new Command('undo')
    .description(
      'Take an import back: what it made is deleted, what it changed stands as before; what people changed since or lean on stays.',
    )
    .argument('<id>', 'the id that the import told')
    .action(async (id: string) => {
      if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
        throw new CommandError('usage', `"${id}" is no id of an import.`, {exitCode: 2});
      const {database, close} = await open();
      const found = await database.owner
        .selectFrom('imports')
        .innerJoin('communities', 'communities.community_id', 'imports.community_id')
        .select('communities.slug')
        .where('imports.id', '=', id)
        .executeTakeFirst();
      if (!found) throw new CommandError('import.not-found', `There is no import ${id}.`);
      const result = await undoImport(commandScope(database, await requireCommunity(database, found.slug)), id);
      const left = result.left.map(({line, slug}) => `line ${line}: ${slug} stays: people changed it since, or lean on it`);
      print(
        {import: id, ...result},
        [...left, `${result.deleted} deleted, ${result.restored} restored, ${result.left.length} left.`].join('\n'),
      );
      await close();
    });
}
