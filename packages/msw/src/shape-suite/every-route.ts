import {isWrite, mediaTypes, routes, type Format, type Route} from '@buurtkit/contract';
import {ask, checkAnswer, checkProblem, freshKey, freshName, mediaType, type ApiUnderTest, type ShapeCase} from './api-under-test.ts';
import {check, checkEqual} from './checks.ts';
import {askExample, exampleOf, inAbsentCommunity, requireExamples, sharedExampleOf} from './route-examples.ts';

/** What holds for every entry of the route table. */
export function everyRoute(api: ApiUnderTest): ShapeCase[] {
  requireExamples();
  return routes.flatMap((route) => [
    ...general(api, route),
    ...(route.body ? withContent(api, route) : []),
    ...(isWrite(route) ? writes(api, route) : route.method === 'get' ? reads(api, route) : []),
    ...(route.roles === 'public' ? [] : guarded(api, route)),
  ]);
}

function general(api: ApiUnderTest, route: Route): ShapeCase[] {
  const {operationId, method} = route;
  return [
    {
      name: `${operationId}: answers what the contract says, and nothing else`,
      async run() {
        const example = await exampleOf(route, api);
        const answered = await askExample(api, route, example);
        const [format = 'json'] = Object.keys(route.answers[example.status]?.content ?? {}) as Format[];
        if (format === 'json') checkAnswer(answered, route, example.status);
        else checkEqual([answered.status, answered.text === ''], [example.status, false], `Status and emptiness of ${operationId}`);
        checkEqual(mediaType(answered), mediaTypes[format], 'Content-Type');
        if (!route.isStreamed) check(/^(?:W\/)?".+"$/.test(answered.headers.get('ETag') ?? ''), `${operationId} has an ETag`);
        if (example.status === 201 && !route.holdsSecret)
          check(
            (await ask(api, 'GET', locationOf(answered.headers), {key: route.needsPerson ? (example.ask.key ?? null) : api.keys.admin}))
              .status === 200,
            'What was made is there at its Location',
          );
      },
    },
    {
      name: `${operationId}: a slash at the end is another address`,
      async run() {
        const {path, ask: asked} = await sharedExampleOf(route, api);
        const slashed = path.replace(/(?=\?|$)/, '/');
        checkProblem(await ask(api, method.toUpperCase(), slashed, asked), 'route.not-found');
      },
    },
    {
      name: `${operationId}: an unknown key in the query is a fault`,
      async run() {
        const example = await sharedExampleOf(route, api);
        const path = `${example.path}${example.path.includes('?') ? '&' : '?'}limt=5`;
        const answered = await askExample(api, route, {...example, path});
        checkProblem(answered, 'request.invalid', {faults: [{parameter: 'limt', code: 'unknown'}]});
      },
    },
    ...(route.isStreamed ? [] : [refusesOtherForms(api, route)]),
    ...(route.path.includes('{community}') ? [absentCommunity(api, route)] : []),
    {
      name: `${operationId}: a wrong method is refused before a key is asked for`,
      async run() {
        const {path} = await sharedExampleOf(route, api);
        const wrong = methodThatNoRouteHas(route.path);
        const answered = await ask(api, wrong, path, {key: null, idempotencyKey: null});
        checkProblem(answered, 'request.method-not-allowed');
        const allowed = (answered.headers.get('Allow') ?? '').split(',').map((one) => one.trim());
        check(allowed.includes(method.toUpperCase()), `Allow of ${path} names ${method.toUpperCase()}, but it was ${allowed.join()}`);
        if (method === 'get') check(allowed.includes('HEAD'), `Allow of ${path} names HEAD, but it was ${allowed.join()}`);
        check(!allowed.includes(wrong), `Allow of ${path} names ${wrong}`);
      },
    },
  ];
}

/** A route that asks for the form in its query never looks at Accept. */
function refusesOtherForms(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: a form that it doesn’t have is refused`,
    async run() {
      const answered = await askExample(api, route, await sharedExampleOf(route, api), {headers: {Accept: 'image/png'}});
      checkProblem(answered, 'request.not-acceptable');
    },
  };
}

function methodThatNoRouteHas(path: string): string {
  const methods = routes.filter((route) => route.path === path).map(({method}) => method.toUpperCase());
  return ['DELETE', 'PUT', 'PATCH', 'POST'].find((method) => !methods.includes(method))!;
}

function locationOf(headers: Headers): string {
  const location = headers.get('Location');
  check(location !== null, 'What was made has a Location');
  return new URL(location, 'http://api.invalid').pathname.replace(/^\/v1/, '');
}

function absentCommunity(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: a community that isn’t there is not found${route.roles === 'public' ? '' : ', or not one’s own'}`,
    async run() {
      const example = await sharedExampleOf(route, api);
      const answered = await askExample(api, route, {...example, path: inAbsentCommunity(example.path, api)});
      if (route.roles !== 'public' && answered.status === 403) checkProblem(answered, 'auth.not-allowed');
      else checkProblem(answered, 'community.not-found');
    },
  };
}

function reads(api: ApiUnderTest, route: Route): ShapeCase[] {
  if (route.isEachTimeNew) return [];
  return [
    {
      name: `${route.operationId}: HEAD has the headers and no content`,
      async run() {
        const {path, ask: asked} = await sharedExampleOf(route, api);
        const got = await ask(api, 'GET', path, asked);
        const headed = await ask(api, 'HEAD', path, asked);
        checkEqual(headed.status, 200, 'Status of HEAD');
        checkEqual(headed.text, '', 'Content of HEAD');
        const names = route.isStreamed ? ['Content-Type', 'Link'] : ['Content-Type', 'ETag', 'Link'];
        for (const name of names) checkEqual(headed.headers.get(name), got.headers.get(name), `${name} of HEAD`);
      },
    },
    ...(route.isStreamed ? [] : [revalidates(api, route)]),
  ];
}

function revalidates(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: who has it already gets only word of that`,
    async run() {
      const {path, ask: asked} = await sharedExampleOf(route, api);
      const etag = (await ask(api, 'GET', path, asked)).headers.get('ETag') ?? '';
      const again = await ask(api, 'GET', path, {...asked, headers: {'If-None-Match': etag}});
      checkEqual(again.status, 304, 'Status with the same If-None-Match');
      checkEqual(again.text, '', 'Content of a 304');
      checkEqual(again.headers.get('ETag'), etag, 'ETag of a 304');
      checkEqual(
        (await ask(api, 'GET', path, {...asked, headers: {'If-None-Match': '"other"'}})).status,
        200,
        'Status with another If-None-Match',
      );
    },
  };
}

function guarded(api: ApiUnderTest, route: Route): ShapeCase[] {
  const refuses = (name: string, key: string | null, code: 'auth.required' | 'auth.not-allowed'): ShapeCase => ({
    name: `${route.operationId}: ${name}`,
    async run() {
      checkProblem(await askExample(api, route, await sharedExampleOf(route, api), {key}), code);
    },
  });
  return [
    refuses('asks for a key', null, 'auth.required'),
    refuses('refuses a key that nobody made', 'bk_nobody-made-this', 'auth.required'),
    refuses('refuses a key of another community', api.keys.elsewhere, 'auth.not-allowed'),
    ...(route.needsPerson ? [refuses('refuses a key, behind which nobody stands', api.keys.admin, 'auth.not-allowed')] : []),
    ...(route.roles.includes('member') ? [] : [refuses('refuses a key with another role', api.keys.member, 'auth.not-allowed')]),
  ];
}

/** What holds where a request brings something. */
function withContent(api: ApiUnderTest, route: Route): ShapeCase[] {
  const refusesBody = (
    name: string,
    more: {rawBody: string; headers?: Record<string, string>},
    code: Parameters<typeof checkProblem>[1],
  ): ShapeCase => ({
    name: `${route.operationId}: ${name}`,
    async run() {
      checkProblem(await askExample(api, route, await sharedExampleOf(route, api), more), code);
    },
  });
  return [
    refusesBody('JSON that can’t be read is refused', {rawBody: '{"name": '}, 'request.malformed'),
    refusesBody('no content at all is refused', {rawBody: ''}, 'request.malformed'),
    refusesBody(
      'another kind of content is refused',
      {rawBody: 'name=x', headers: {'Content-Type': 'application/x-www-form-urlencoded'}},
      'request.unsupported-media-type',
    ),
    refusesBody('more than 1 MiB is refused', {rawBody: JSON.stringify({name: 'x'.repeat(1024 * 1024 + 1)})}, 'request.too-large'),
    {
      name: `${route.operationId}: JSON that is no object is refused`,
      async run() {
        checkProblem(await askExample(api, route, await sharedExampleOf(route, api), {rawBody: '[]'}), 'request.invalid', {
          faults: [{pointer: '#', code: 'format'}],
        });
      },
    },
    {
      name: `${route.operationId}: an unknown property is a fault`,
      async run() {
        const example = await sharedExampleOf(route, api);
        const body = {...(example.ask.body as object), nmae: 'x', 'a/b~c': 1};
        const faults = [
          {pointer: '#/nmae', code: 'unknown' as const},
          {pointer: '#/a~1b~0c', code: 'unknown' as const},
        ];
        checkProblem(await askExample(api, route, example, {body}), 'request.invalid', {faults});
      },
    },
  ];
}

function writes(api: ApiUnderTest, route: Route): ShapeCase[] {
  return [
    {
      name: `${route.operationId}: asks for an Idempotency-Key`,
      async run() {
        checkProblem(await askExample(api, route, await sharedExampleOf(route, api), {idempotencyKey: null}), 'idempotency.key-required');
      },
    },
    route.operationId === 'forgetOwnMember'
      ? leavesNobody(api, route)
      : route.holdsSecret
        ? tellsOnce(api, route)
        : happensOnce(api, route),
    ...(route.writesEntry ? [asksForAnEntryId(api, route)] : []),
    ...(route.body ? writesWithContent(api, route) : []),
    ...(route.needsIfMatch ? conditionalWrites(api, route) : []),
  ];
}

function happensOnce(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: the same request with the same key happens once and gets the same answer`,
    async run() {
      const example = await exampleOf(route, api);
      const once = {idempotencyKey: freshKey()};
      const first = await askExample(api, route, example, once);
      const second = await askExample(api, route, example, once);
      checkAnswer(second, route, example.status);
      checkEqual(second.json(), first.json(), 'The answer to a repeated request');
      for (const name of ['Content-Type', 'ETag', 'Location'])
        checkEqual(second.headers.get(name), first.headers.get(name), `${name} of a repeated answer`);
      checkEqual(first.headers.get('Idempotency-Replayed'), null, 'Idempotency-Replayed of the first answer');
      checkEqual(second.headers.get('Idempotency-Replayed'), 'true', 'Idempotency-Replayed of a repeated answer');
    },
  };
}

function leavesNobody(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: who asked for it is nobody any more, and asks nothing again`,
    async run() {
      const example = await exampleOf(route, api);
      const once = {idempotencyKey: freshKey()};
      checkAnswer(await askExample(api, route, example, once), route, example.status);
      checkProblem(await askExample(api, route, example, once), 'auth.required');
    },
  };
}

function tellsOnce(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: the same request with the same key happens once, and its secret is told once`,
    async run() {
      const example = await exampleOf(route, api);
      const once = {idempotencyKey: freshKey()};
      checkAnswer(await askExample(api, route, example, once), route, example.status);
      const second = await askExample(api, route, example, once);
      checkProblem(second, 'code.used');
      checkEqual(second.headers.get('Idempotency-Replayed'), 'true', 'Idempotency-Replayed of a repeated answer');
    },
  };
}

function asksForAnEntryId(api: ApiUnderTest, route: Route): ShapeCase {
  return {
    name: `${route.operationId}: a key that can’t be the id of an entry is a fault`,
    async run() {
      const example = await sharedExampleOf(route, api);
      for (const idempotencyKey of [freshName('shape'), crypto.randomUUID()])
        checkProblem(await askExample(api, route, example, {idempotencyKey}), 'request.invalid', {
          faults: [{header: 'Idempotency-Key', code: 'format'}],
        });
    },
  };
}

function writesWithContent(api: ApiUnderTest, route: Route): ShapeCase[] {
  return [
    {
      name: `${route.operationId}: a key that was used for something else is refused`,
      async run() {
        const example = await exampleOf(route, api);
        const once = {idempotencyKey: freshKey()};
        await askExample(api, route, example, once);
        const body = {...(example.ask.body as object), ...(example.different ?? {name: freshName('Anders')})};
        checkProblem(await askExample(api, route, example, {...once, body}), 'idempotency.key-reused');
      },
    },
    {
      name: `${route.operationId}: a request that was refused can be mended under the same key`,
      async run() {
        const example = await exampleOf(route, api);
        const once = {idempotencyKey: freshKey()};
        checkProblem(await askExample(api, route, example, {...once, body: {nmae: 'x'}}), 'request.invalid');
        checkAnswer(await askExample(api, route, example, once), route, example.status);
      },
    },
  ];
}

function conditionalWrites(api: ApiUnderTest, route: Route): ShapeCase[] {
  return [
    {
      name: `${route.operationId}: asks which version was seen`,
      async run() {
        const {path, ask: asked} = await sharedExampleOf(route, api);
        const answered = await ask(api, route.method.toUpperCase(), path, {...asked, headers: {}});
        checkProblem(answered, 'precondition.required', {faults: [{header: 'If-Match', code: 'required'}]});
      },
    },
    {
      name: `${route.operationId}: who saw an older version overwrites nothing`,
      async run() {
        const example = await exampleOf(route, api);
        const changed = await askExample(api, route, example);
        checkAnswer(changed, route, example.status);
        checkProblem(await askExample(api, route, example), 'revision.changed');
        const again = await askExample(api, route, example, {headers: {'If-Match': changed.headers.get('ETag') ?? ''}});
        const decided = route.problems.find((code) => code.endsWith('.decided'));
        if (decided) checkProblem(again, decided);
        else checkAnswer(again, route, example.status);
      },
    },
  ];
}
