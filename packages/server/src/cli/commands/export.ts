import {once} from 'node:events';
import {open as openFile, rename, rm} from 'node:fs/promises';
import {Command} from 'commander';
import {exportRecords} from '../../exports/export-records.ts';
import {exportFormat, exportFormats} from '../../exports/formats.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScope} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';

type Options = {community: string; format: string; out?: string};

export function exportCommand({open, print}: CommandContext): Command {
  return new Command('export')
    .description('Write what a community or region holds to stdout or a file.')
    .requiredOption('--community <slug>', 'whose')
    .requiredOption('--format <format>', exportFormats.join(' or '))
    .option('--out <file>', 'a file instead of stdout')
    .action(async (options: Options) => {
      const format = exportFormat(options.format);
      const {database, close} = await open();
      const scope = commandScope(database, await requireCommunity(database, options.community));
      if (options.out === undefined) for await (const text of exportRecords(scope, format)) await writeToStdout(text);
      else {
        await writeWhole(options.out, exportRecords(scope, format));
        print({file: options.out}, `Written to ${options.out}.`);
      }
      await close();
    });
}

async function writeToStdout(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** The file is there when it is whole, and not before. */
async function writeWhole(path: string, texts: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  const file = await openFile(part, 'w');
  try {
    for await (const text of texts) await file.appendFile(text);
    await file.sync();
    await file.close();
    await rename(part, path);
  } catch (error) {
    await file.close();
    await rm(part, {force: true});
    throw error;
  }
}
