import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';
import type {TestProject} from 'vitest/node';
import {openEmbeddedDatabase} from '../db/embedded/embedded-database.ts';
import {migrate} from '../db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string;
  }
}

export const templateName = 'buurtkit_template';

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'buurtkit-tests-'));
  // As root PostgreSQL runs as another user, who has to reach it.
  await chmod(dataFolder, 0o755);
  const postgres = await openEmbeddedDatabase({dataFolder, mode: 'serve', log: () => undefined});
  await createTemplate(postgres.url);
  project.provide('postgres', postgres.url);
  return async () => {
    await postgres.stop('fast');
    await rm(dataFolder, {recursive: true, force: true});
  };
}

async function createTemplate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({connectionString: ownerUrl});
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const url = new URL(ownerUrl);
  url.pathname = `/${templateName}`;
  await migrate(url.href);
}
