import {once} from 'node:events';
import {open as openFile, rename, rm} from 'node:fs/promises';
import {Command} from 'commander';
import {exportFormat, exportInitiatives} from '../../exports/export-initiatives.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScope} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';

type Options = {community: string; format: string; out?: string};

export function exportCommand({open, print}: CommandContext): Command {
  return new Command('export')
    .description('Write the initiatives of a community or region to stdout or a file.')
    .requiredOption('--community <slug>', 'whose initiatives')
    .requiredOption('--format <format>', 'csv or geojson')
    .option('--out <file>', 'a file instead of stdout')
    .action(async (options: Options) => {
      const format = exportFormat(options.format);
      const {database, close} = await open();
      const scope = commandScope(database, await requireCommunity(database, options.community));
      if (options.out === undefined) await exportInitiatives(scope, format, writeToStdout);
      else {
        await writeWhole(options.out, (write) => exportInitiatives(scope, format, write));
        print({file: options.out}, `Written to ${options.out}.`);
      }
      await close();
    });
}

async function writeToStdout(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** The file is there when it is whole, and not before. */
async function writeWhole(path: string, work: (write: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  const file = await openFile(part, 'w');
  try {
    await work((text) => file.appendFile(text));
    await file.sync();
    await file.close();
    await rename(part, path);
  } catch (error) {
    await file.close();
    await rm(part, {force: true});
    throw error;
  }
}
