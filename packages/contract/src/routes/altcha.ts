import {altchaChallengeSchema} from '../altcha.ts';
import {defineRoute, noParams, noQuery} from './route.ts';

export const getAltchaChallenge = defineRoute({
  operationId: 'getAltchaChallenge',
  method: 'get',
  path: '/altcha-challenge',
  tag: 'writing',
  summary: 'Een rekensom voor wie zonder sleutel iets stuurt',
  roles: 'public',
  params: noParams,
  query: noQuery,
  body: null,
  needsIfMatch: false,
  isEachTimeNew: true,
  answers: {200: {description: 'De som; tien minuten geldig, voor één keer.', content: {json: altchaChallengeSchema}}},
  problems: [],
});
