import {problemDocument} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from './request-context.ts';

/** The answer to a request that we say no to. */
export function problemResponse(c: RequestContext, problem: ProblemError): Response {
  const document = problemDocument(problem.code, {
    language: c.get('language'),
    requestId: c.get('requestId'),
    ...(problem.faults && {faults: problem.faults}),
    ...(problem.addresses && {addresses: problem.addresses}),
  });
  return c.body(JSON.stringify(document), problem.status as 400, {
    'Content-Type': 'application/problem+json',
    'Content-Language': c.get('language'),
    'Cache-Control': 'no-store',
    ...problem.headers,
  });
}

// Besides a database that is away: two that waited for each other, of which one was given up and can come again.
const unavailableCodes = /^(?:08|57P0|53|40001|40P01|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|EHOSTUNREACH)/;
const unavailableWords = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i;

/** An error as the problem that it is to the one who asked. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return asProblem(error.errors[0]);
  const {code, message} = error as {code?: unknown; message?: unknown};
  const isDatabaseAway =
    (typeof code === 'string' && unavailableCodes.test(code)) || (typeof message === 'string' && unavailableWords.test(message));
  if (isDatabaseAway) return new ProblemError('server.unavailable', {headers: {'Retry-After': '5'}, cause: error});
  return new ProblemError('server.unexpected', {cause: error});
}
