import {problems} from '@buurtkit/contract';
import {CommandError} from './command-error.ts';
import {ConfigError} from './config.ts';
import {EmbeddedDatabaseError} from './db/embedded/embedded-database-error.ts';
import {DatabaseError} from './db/migrate.ts';
import {asProblem} from './http/problems.ts';
import {ProblemError} from './problem-error.ts';

export type Failure = {code: string; detail: string; exitCode: 1 | 2; errors?: readonly unknown[]};

/** What went wrong, as one clear sentence with its code; a stack trace only for what we did not foresee. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof CommandError) return {code: error.code, detail: error.message, exitCode: error.exitCode};
  if (error instanceof ConfigError || error instanceof EmbeddedDatabaseError || error instanceof DatabaseError)
    return {code: error.code, detail: error.message, exitCode: 1};
  const problem = error instanceof ProblemError ? error : asProblem(error);
  if (problem.code !== 'server.unexpected') {
    const {title, detail} = problems[problem.code];
    return {code: problem.code, detail: `${title.en}. ${detail.en}`, exitCode: 1, ...(problem.faults && {errors: problem.faults})};
  }
  return {code: 'unexpected', detail: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 1};
}

/** Ends the process with the sentence on stderr; with --json the same as JSON on stdout. */
export function exitWith(error: unknown, {isJson = false}: {isJson?: boolean} = {}): never {
  const {exitCode, ...failure} = describeFailure(error);
  if (isJson) process.stdout.write(`${JSON.stringify({error: failure})}\n`);
  process.stderr.write(`${failure.detail}\n`);
  process.exit(exitCode);
}
