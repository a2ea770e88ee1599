import {Command} from 'commander';
import {backup} from '../../backup/backup.ts';
import type {CommandContext} from '../command-context.ts';

export function backupCommand({open, print}: CommandContext): Command {
  return new Command('backup')
    .description('Write the whole database, as it is at this moment, to one file.')
    .argument('<file>', 'the file to write')
    .action(async (file: string) => {
      const {urls, close} = await open();
      const {tables} = await backup(urls.owner, file);
      const rows = tables.reduce((total, table) => total + table.rows, 0);
      print(
        {file, tables: tables.map(({name, rows: count, sha256}) => ({name, rows: count, sha256}))},
        `Written to ${file}: ${tables.length} tables, ${rows} rows.`,
      );
      await close();
    });
}
