import {pino, type DestinationStream, type Logger} from 'pino';

type Failure = Error & {code?: unknown; cause?: unknown};

/** Errors of the database carry rows and values in `detail`: only what was wrong is kept, not with whose data. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return {message: String(error)};
  const {name, message, code, stack, cause}: Failure = error;
  return {type: name, message, ...(code !== undefined && {code}), stack, ...(cause !== undefined && {cause: describeError(cause)})};
}

/** Logs go to stderr as JSON lines; stdout is for results. */
export function createLog(level: string, destination: DestinationStream = pino.destination({fd: 2, sync: true})): Logger {
  return pino({level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: {err: describeError}}, destination);
}
