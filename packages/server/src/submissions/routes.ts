import {findSimilarInitiatives as findSimilarRoute, submitInitiative as submitRoute} from '@buurtkit/contract';
import {accepted, ok, route} from '../http/bind-route.ts';
import {findSimilarInitiatives} from './find-similar-initiatives.ts';
import {submitInitiative} from './submit-initiative.ts';

export const submissionRoutes = [
  route(submitRoute, async (scope, {body}) => accepted(await submitInitiative(scope, body))),
  route(findSimilarRoute, async (scope, {body}) => {
    const data = await findSimilarInitiatives(scope, body);
    return ok({data, total: data.length});
  }),
];
