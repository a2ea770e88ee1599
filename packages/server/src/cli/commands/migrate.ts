import {Command} from 'commander';
import {migrate, setupStatements} from '../../db/migrate.ts';
import type {CommandContext} from '../command-context.ts';

export function migrateCommand({open, print}: CommandContext): Command {
  return new Command('migrate')
    .description('Bring the database up to date.')
    .option('--print-setup', 'print what an administrator runs once where the owner may not make roles or extensions')
    .action(async ({printSetup}: {printSetup?: boolean}) => {
      if (printSetup) return print({setup: setupStatements}, setupStatements.trimEnd());
      const {urls, close} = await open({migrate: false});
      const applied = await migrate(urls.owner);
      print({applied}, applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`);
      await close();
    });
}
