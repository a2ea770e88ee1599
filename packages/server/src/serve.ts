import {startServer, type StartOptions} from './start-server.ts';
import {exitWith} from './failure.ts';

/**
 * Runs a server as the main thing of this process: says where it is when it is ready, and ends with its database on
 * SIGTERM or SIGINT. A signal that comes while it starts counts too. When it can't start it says why and ends with 1.
 */
export async function serve({isJson = false, ...options}: StartOptions & {isJson?: boolean} = {}): Promise<void> {
  const starting = startServer(options);
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => exitWith(error),
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);

  const server = await starting.catch((error: unknown) => exitWith(error, {isJson}));
  if (!isEnding) process.stdout.write(`Buurtkit: ${server.url}\n`);
}
