import type {ProblemCode} from '@buurtkit/contract';
import {delay, http, HttpResponse, type HttpHandler} from 'msw';
import {languageFor} from './accept.ts';
import {baseOf, handlers, type HandlerOptions} from './handlers.ts';
import {problemResponse} from './mock-api.ts';
import {MockProblem} from './mock-problem.ts';
import type {SampleAccount, SampleLedger} from './samples/describe-account.ts';
import {sampleLedgers} from './samples/ledgers.ts';
import {manyInitiatives} from './samples/many-initiatives.ts';

/** The sample's time credits, with other accounts. */
function withAccounts(change: (account: SampleAccount) => SampleAccount): Record<string, SampleLedger> {
  return Object.fromEntries(
    Object.entries(sampleLedgers).map(([slug, ledger]) => [slug, {...ledger, accounts: ledger.accounts.map(change)}]),
  );
}

type Where = Pick<HandlerOptions, 'api'>;

/**
 * What can happen to a page, to put before the ordinary handlers with `use`.
 *
 * @example
 * server.use(...scenarios.failing('server.unavailable'));
 */
export const scenarios = {
  /** Every answer comes this many milliseconds later; what it is, the handlers after this one decide. */
  slow(milliseconds: number, {api}: Where = {}): HttpHandler[] {
    return [http.all(`${baseOf(api)}/*`, async () => delay(milliseconds))];
  },

  /** The communities are there, and have no initiatives. */
  empty({api}: Where = {}): HttpHandler[] {
    return handlers({api, initiatives: []});
  },

  /** Every request gets this problem, with `Retry-After` in seconds where that is given. */
  failing(code: ProblemCode, {api, retryAfter}: Where & {retryAfter?: number | undefined} = {}): HttpHandler[] {
    const numbers = {request: 0, made: 0};
    const problem = new MockProblem(code, {headers: retryAfter === undefined ? {} : {'Retry-After': String(retryAfter)}});
    return [
      http.all(`${baseOf(api)}/*`, ({request}) =>
        problemResponse({numbers}, request, problem, languageFor(request.headers.get('Accept-Language'))),
      ),
    ];
  },

  /** No request arrives anywhere. */
  offline({api}: Where = {}): HttpHandler[] {
    return [http.all(`${baseOf(api)}/*`, () => HttpResponse.error())];
  },

  /** Nobody has anything left to give: what one asks them to give hears `transfer.limit-reached`. */
  atTheLimit({api}: Where = {}): HttpHandler[] {
    return handlers({api, ledgers: withAccounts((account) => ({...account, minMinutes: account.minMinutes === null ? null : 525_600}))});
  },

  /** All accounts stand still for now: `account.frozen`. */
  frozen({api}: Where = {}): HttpHandler[] {
    return handlers({api, ledgers: withAccounts((account) => ({...account, isFrozen: true}))});
  },

  /** As many initiatives as asked for, spread over the sample communities; the same ones in every run. */
  many(count: number, {api}: Where = {}): HttpHandler[] {
    return handlers({api, initiatives: manyInitiatives(count)});
  },
};
