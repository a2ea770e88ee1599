import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {readConfig} from '../../config.ts';
import {findEmbeddedDatabase} from '../../db/embedded/embedded-database.ts';
import type {CommandContext} from '../command-context.ts';

export function databaseUrlCommand({print}: CommandContext): Command {
  return new Command('database-url').description('Print how to reach the database, for a second process.').action(async () => {
    const config = readConfig(process.env);
    const url = config.databaseUrl ?? (await findEmbeddedDatabase(config.dataFolder));
    if (url === null)
      throw new CommandError('database-not-running', `No database runs on ${config.dataFolder}: start "buurtkit serve" first.`);
    print({url}, url);
  });
}
