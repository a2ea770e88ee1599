import {Command} from 'commander';
import {restore} from '../../backup/restore.ts';
import type {CommandContext} from '../command-context.ts';

export function restoreCommand({open, print}: CommandContext): Command {
  return new Command('restore')
    .description('Fill an empty database from a backup.')
    .argument('<file>', 'the file that backup wrote')
    .action(async (file: string) => {
      const {urls, close} = await open({migrate: false});
      const {tables} = await restore(urls.owner, file);
      const rows = tables.reduce((total, table) => total + table.rows, 0);
      print(
        {file, tables: tables.map(({name, rows: count}) => ({name, rows: count}))},
        `Restored from ${file}: ${tables.length} tables, ${rows} rows.`,
      );
      await close();
    });
}
