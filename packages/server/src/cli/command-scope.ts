import type {Community} from '../communities/community.ts';
import type {Database} from '../db/database.ts';
import {testClock} from '../clock/clock.ts';
import {readConfig} from '../config.ts';
import type {Scope} from '../scope.ts';

/** The scope of a command: somebody on the machine itself, now. */
export function commandScope(database: Database, community: Community): Scope {
  const {publicUrl, port} = readConfig(process.env);
  return {
    database,
    community,
    caller: {kind: 'command'},
    language: 'en',
    now: new Date(),
    publicUrl: publicUrl ?? `http://localhost:${port}`,
  };
}

/** The same, at the moment that the servers on this database take it to be. */
export async function commandScopeNow(database: Database, community: Community): Promise<Scope> {
  const scope = commandScope(database, community);
  return readConfig(process.env).hasTestClock ? {...scope, now: await testClock(database)()} : scope;
}
