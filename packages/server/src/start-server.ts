import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import {fileURLToPath} from 'node:url';
import {setTimeout as sleep} from 'node:timers/promises';
import {getRequestListener} from '@hono/node-server';
import type {Logger} from 'pino';
import {realClock, testClock} from './clock/clock.ts';
import {CommandError} from './command-error.ts';
import {readConfig, serverVersion, type Config} from './config.ts';
import {openDatabaseOf, type OpenedDatabase} from './db/open-database.ts';
import {storeEmbedBuild} from './embed-files/store-build.ts';
import {createApp, createRefusal} from './http/app.ts';
import {answerBrokenRequest} from './http/broken-request.ts';
import {createLog} from './http/log.ts';
import {startJobs} from './jobs/start-jobs.ts';
import {createMailer} from './mail/create-mailer.ts';
import {extendOpenings} from './opening/extend-openings.ts';
import type {Site} from './pages/site.ts';
import type {Services} from './services.ts';
import {isDatabaseEmpty, seedDemo} from './seed/seed-demo.ts';

export type StartOptions = {
  config?: Config;
  /** A site of static files at `/`. */
  site?: Site;
  /** Whether an empty database gets the demo data: always, or only the embedded one that is there to try things. */
  seed?: 'always' | 'embedded';
  /** One line for people. */
  say?: (line: string) => void;
};

export type RunningServer = {url: string; stop(): Promise<void>};

/** Migrates, seeds an empty database, and answers over HTTP until it is stopped. */
export async function startServer({
  config = readConfig(process.env),
  site,
  seed = 'embedded',
  say = sayOnStderr,
}: StartOptions = {}): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const ending = new AbortController();
  const opened = await openDatabaseOf(config, {
    mode: 'serve',
    say,
    onError: (error) => {
      if (!ending.signal.aborted) log.warn({err: error}, 'a database connection ended');
    },
  });
  try {
    const {database} = opened;
    const isDemo = seed === 'always' || (opened.isEmbedded && !config.isProduction);
    if (isDemo && (await isDatabaseEmpty(database.owner))) await seedDemo(database, new Date());
    await storeEmbedBuild(database, {folder: embedFolder(), version: serverVersion, isReplaceable: !config.isProduction});
    return await listen(config, opened, {log, ending, site});
  } catch (error) {
    await opened.close('fast');
    throw error;
  }
}

function embedFolder(): string {
  return fileURLToPath(new URL('./dist/', import.meta.resolve('@buurtkit/embed/package.json')));
}

function sayOnStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}

type Surroundings = {log: Logger; ending: AbortController; site: Site | undefined};

async function listen(config: Config, opened: OpenedDatabase, {log, ending, site}: Surroundings): Promise<RunningServer> {
  const now = config.hasTestClock ? testClock(opened.database) : realClock;
  const mailer = createMailer(config);
  const services: Services = {
    database: opened.database,
    config,
    log,
    now,
    publicUrl: config.publicUrl ?? '',
    mailer,
    stopping: ending.signal,
  };
  await extendOpenings(services.database, await now());
  const app = createApp(services, site);
  const refuseBroken = createRefusal(services);
  const listener = getRequestListener(app.fetch, {errorHandler: () => refuseBroken('request.malformed')});
  // A request without Host reaches the listener, which says no as a problem.
  const server = createServer({requireHostHeader: false}, (incoming, outgoing) => void listener(incoming, outgoing));
  server.on('clientError', (error, socket) => void answerBrokenRequest(error, socket, refuseBroken));
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((error: unknown) => Promise.reject(portError(error as NodeJS.ErrnoException, config)));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : config.port;
  services.publicUrl ||= `http://localhost:${port}`;
  const jobs = await startJobs(services, opened.urls.owner);

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    ending.abort();
    await Promise.all([closeServer(server), jobs.stop()]);
    mailer.close();
    await opened.close('fast');
  };
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: () => (stopped ??= stop()),
  };
}

function portError(error: NodeJS.ErrnoException, {host, port}: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new CommandError('port-in-use', `Port ${port} on ${host} is taken: stop what runs there, or set PORT to another.`, {
      cause: error,
    });
  if (error.code === 'EACCES')
    return new CommandError('port-not-allowed', `This user may not use port ${port}: set PORT to one above 1023.`, {cause: error});
  return error;
}

/** Requests under way get a moment to end; whoever is connected after that is let go. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await Promise.race([closed, sleep(1000, undefined, {ref: false})]);
  server.closeAllConnections();
}
