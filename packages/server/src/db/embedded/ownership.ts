import {randomUUID} from 'node:crypto';
import {link, readFile, rename, unlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import {errorCode} from './embedded-database-error.ts';
import {processStart} from './process-start.ts';

/** The process that starts and ends PostgreSQL in a database home. */
export type Owner = {
  id: string;
  pid: number;
  processStart: string;
  mode: 'serve' | 'command';
};

export type Claim = {isOurs: true; release(): Promise<void>} | {isOurs: false; owner: Owner};

/**
 * Tries to become the owner. However many processes try at the same moment, one gets it, also when they all find the same dead owner.
 *
 * A claim is a complete file that appears by `link`, which fails when the name exists.
 * A dead owner is succeeded in two steps: link `owner-after-<its id>.json`, which one successor can do, and rename that over `owner.json`.
 * The look at `owner.json` in between is for a process so slow that the succession was already over when it linked.
 */
export async function claimOwnership(home: string, mode: Owner['mode']): Promise<Claim> {
  const ownerFile = join(home, 'owner.json');
  const liveOwner = await readLiveOwner(ownerFile);
  if (liveOwner) return {isOurs: false, owner: liveOwner};

  const ours: Owner = {id: randomUUID(), pid: process.pid, processStart: (await processStart(process.pid)) ?? '', mode};
  const draft = join(home, `owner-draft-${ours.id}.json`);
  await writeFile(draft, `${JSON.stringify(ours)}\n`);
  try {
    while (!(await trySucceed(ownerFile, draft, home))) {
      const owner = await readLiveOwner(ownerFile);
      if (owner) return {isOurs: false, owner};
    }
    return {isOurs: true, release: () => removeOwn(ownerFile, ours.id)};
  } finally {
    await unlink(draft);
  }
}

async function trySucceed(ownerFile: string, draft: string, home: string): Promise<boolean> {
  const dead = await readOwner(ownerFile);
  if (!dead) return tryLink(draft, ownerFile);
  if (await isAlive(dead)) return false;

  const succession = join(home, `owner-after-${dead.id}.json`);
  if (!(await tryLink(draft, succession))) {
    await finishAbandonedSuccession(succession, ownerFile);
    return false;
  }
  const isStillNext = (await readOwner(ownerFile))?.id === dead.id;
  await (isStillNext ? rename(succession, ownerFile) : unlink(succession));
  return isStillNext;
}

/** A successor that was killed between its two steps would otherwise keep everybody out for ever. */
async function finishAbandonedSuccession(succession: string, ownerFile: string): Promise<void> {
  const successor = await readOwner(succession);
  if (successor && !(await isAlive(successor))) await rename(succession, ownerFile).catch(ignoreMissing);
}

async function removeOwn(ownerFile: string, id: string): Promise<void> {
  const owner = await readOwner(ownerFile);
  if (owner?.id === id) await unlink(ownerFile).catch(ignoreMissing);
}

async function readLiveOwner(ownerFile: string): Promise<Owner | null> {
  const owner = await readOwner(ownerFile);
  return owner && (await isAlive(owner)) ? owner : null;
}

async function isAlive(owner: Owner): Promise<boolean> {
  return (await processStart(owner.pid)) === owner.processStart;
}

async function readOwner(file: string): Promise<Owner | null> {
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Owner;
  } catch {
    // A power cut can leave an empty file; whoever wrote it is gone.
    return {id: 'unreadable', pid: 0, processStart: 'never', mode: 'command'};
  }
}

async function tryLink(existing: string, name: string): Promise<boolean> {
  try {
    await link(existing, name);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

function ignoreMissing(error: unknown): undefined {
  if (errorCode(error) !== 'ENOENT') throw error;
}
