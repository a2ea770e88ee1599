import {stat} from 'node:fs/promises';
import {CommandError} from '../command-error.ts';

/** Says so when a file that a command names isn't there. */
export async function requireFile(path: string): Promise<void> {
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) throw new CommandError('file.not-found', `There is no file ${path}.`);
}
