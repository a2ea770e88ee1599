import {Command, CommanderError} from 'commander';
import {readConfig, serverVersion} from '../config.ts';
import {openDatabaseOf, type OpenedDatabase} from '../db/open-database.ts';
import {exitWith} from '../failure.ts';
import type {CommandContext} from './command-context.ts';
import {backupCommand} from './commands/backup.ts';
import {checkInCommand} from './commands/check-in.ts';
import {communitiesCommand} from './commands/communities.ts';
import {databaseUrlCommand} from './commands/database-url.ts';
import {exportCommand} from './commands/export.ts';
import {hoursCommand} from './commands/hours.ts';
import {importCommand} from './commands/import.ts';
import {keysCommand} from './commands/keys.ts';
import {membersCommand} from './commands/members.ts';
import {ledgerCommand} from './commands/ledger.ts';
import {migrateCommand} from './commands/migrate.ts';
import {moderationCommand} from './commands/moderation.ts';
import {openApiCommand} from './commands/openapi.ts';
import {publicationsCommand} from './commands/publications.ts';
import {restoreCommand} from './commands/restore.ts';
import {rosterCommand} from './commands/roster.ts';
import {seedCommand} from './commands/seed.ts';
import {serveCommand} from './commands/serve.ts';

const isJson = process.argv.includes('--json');
const opened = new Set<OpenedDatabase>();

const context: CommandContext = {
  open: async ({migrate = true} = {}) => {
    const database = await openDatabaseOf(readConfig(process.env), {mode: 'command', isMigrated: migrate, say, onError: () => undefined});
    opened.add(database);
    return {
      ...database,
      close: async () => {
        opened.delete(database);
        await database.close();
      },
    };
  },
  print: (result, words) => void process.stdout.write(`${isJson ? JSON.stringify(result) : words}\n`),
  say,
};

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function closeAll(): Promise<void> {
  await Promise.all([...opened].map((database) => database.close()));
}

const commands = [
  serveCommand(),
  migrateCommand(context),
  seedCommand(context),
  communitiesCommand(context),
  keysCommand(context),
  membersCommand(context),
  moderationCommand(context),
  importCommand(context),
  exportCommand(context),
  publicationsCommand(context),
  rosterCommand(context),
  checkInCommand(context),
  hoursCommand(context),
  ledgerCommand(context),
  openApiCommand(),
  databaseUrlCommand(context),
  backupCommand(context),
  restoreCommand(context),
];

const program = new Command('buurtkit')
  .description('The shared API for neighbourhood initiatives: server and tools.')
  .version(serverVersion)
  .showHelpAfterError('(buurtkit --help shows what there is)');
for (const command of commands) program.addCommand(prepare(command));

/** Every command takes --json, and says itself how it ends. */
function prepare(command: Command): Command {
  command.option('--json', 'results as JSON on stdout').exitOverride();
  for (const sub of command.commands) prepare(sub);
  return command;
}

try {
  await program.exitOverride().parseAsync();
  await closeAll();
} catch (error) {
  await closeAll().catch(() => undefined);
  // Commander has said it already: help and version are no failures, all else is wrong usage.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else exitWith(error, {isJson});
}
