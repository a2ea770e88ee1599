import type {Database, DatabaseUrls} from '../db/database.ts';

export type OpenedDatabase = {database: Database; urls: DatabaseUrls; close(): Promise<void>};

/** What the command line gives each of its commands. */
export type CommandContext = {
  /** Starts or finds the database. It is migrated first, unless a command says that it sees to that itself. */
  open(options?: {migrate?: boolean}): Promise<OpenedDatabase>;
  /** A result on stdout, at once: with --json as one line of JSON, else in words. */
  print(result: unknown, words: string): void;
  /** A line on stderr, for people. */
  say(line: string): void;
};
