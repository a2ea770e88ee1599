import {ask, checkProblem, type ApiUnderTest, type ShapeCase} from './api-under-test.ts';
import {checkEqual} from './checks.ts';

/** What holds where there is no route, and for languages. */
export function elsewhereCases(api: ApiUnderTest): ShapeCase[] {
  const absent = '/bestaat-hier-niet';
  return [
    {
      name: 'an address that isn’t there is a problem, for every method and without a key',
      async run() {
        for (const path of [absent, '/communities/a/b/c/d', `/communities/${api.community}/bestaat-hier-niet`])
          checkProblem(await ask(api, 'GET', path), 'route.not-found');
        checkProblem(await ask(api, 'POST', absent, {key: null, idempotencyKey: null, body: {}}), 'route.not-found');
        const headed = await ask(api, 'HEAD', absent);
        checkEqual([headed.status, headed.text], [404, ''], 'Status and content of HEAD');
      },
    },
    ...[
      {accepted: null, language: 'nl' as const},
      {accepted: 'en', language: 'en' as const},
      {accepted: 'en-GB,nl;q=0.5', language: 'en' as const},
      {accepted: 'fr, nl;q=0.4, en;q=0.8', language: 'en' as const},
      {accepted: 'fr', language: 'nl' as const},
    ].map(({accepted, language}): ShapeCase => ({
      name: `with Accept-Language ${accepted ?? 'left out'} a problem is in ${language}`,
      async run() {
        const answered = await ask(api, 'GET', `/communities?limit=0`, {headers: accepted === null ? {} : {'Accept-Language': accepted}});
        checkProblem(answered, 'request.invalid', {language, faults: [{parameter: 'limit', code: 'range'}]});
      },
    })),
  ];
}
