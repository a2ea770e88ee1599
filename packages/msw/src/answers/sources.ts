import {
  bulkUpsert,
  changeInitiative,
  changePartner,
  createInitiative,
  createPartner,
  faultsOf,
  faultTexts,
  newInitiativeSchema,
  newPartnerSchema,
  putInitiativeByExternalId,
  putPartnerByExternalId,
  type Initiative,
  type NewInitiative,
  type NewPartner,
  type Partner,
  type Route,
  type UpsertResult,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';
import {operation, type Call, type Operation, type Outcome} from '../operation.ts';
import {initiativeOperations} from './initiatives.ts';
import {partnerOperations} from './partners.ts';

type Put = {state: MockState; community: string; source: string; id: string};

/** Does what another route does, as if it had been asked. */
function ask(operations: readonly Operation[], route: Route, call: Pick<Call, 'state' | 'params' | 'body'>): Outcome {
  const {answer} = operations.find((one) => one.route === route)!;
  return answer({
    ...call,
    query: {},
    format: 'json',
    upload: null,
    caller: null,
    idempotencyKey: '',
    url: new URL('https://mock.invalid'),
    requireUnchanged: () => undefined,
  });
}

function isCalled({source, id, community}: Put) {
  return (one: Initiative | Partner) =>
    one.community === community && one.externalIds.some((name) => name.source === source && name.id === id);
}

/** Adds or changes the thing that another system calls so; what was sent is that system's from now on. */
function put(target: Put, resource: 'initiative' | 'partner', body: NewInitiative | NewPartner): Outcome {
  const {state, community, source, id} = target;
  const isPartner = resource === 'partner';
  const known: (Initiative | Partner)[] = isPartner ? state.partners : state.initiatives;
  const before = known.find(isCalled(target));
  const operations: readonly Operation[] = isPartner ? partnerOperations : initiativeOperations;
  const {slug: _slug, ...changes} = body;
  const outcome = before
    ? ask(operations, isPartner ? changePartner : changeInitiative, {state, params: {community, slug: before.slug}, body: changes})
    : ask(operations, isPartner ? createPartner : createInitiative, {state, params: {community}, body});
  const thing = outcome.content as Initiative | Partner;
  thing.externalIds = [{source, id}, ...thing.externalIds.filter((name) => name.source !== source)];
  thing.ownedFields = Object.keys(changes)
    .filter((field) => field !== 'externalIds')
    .map((field) => ({field, source}));
  return outcome;
}

const schemas = {initiative: newInitiativeSchema, partner: newPartnerSchema};

function upsert(target: Omit<Put, 'id'>, resource: string, record: Record<string, unknown>, index: number): UpsertResult {
  const {id, ...fields} = record;
  const externalId = typeof id === 'string' ? id : null;
  const refuse = (errors: UpsertResult['errors']): UpsertResult => ({index, externalId, action: 'refused', id: null, errors});
  if (externalId === null || externalId === '')
    return refuse([{pointer: '#/id', code: externalId === null ? 'required' : 'too-short', detail: faultTexts.required.nl}]);
  if (resource !== 'initiative' && resource !== 'partner')
    return refuse([{pointer: '#', code: 'not-allowed', detail: faultTexts['not-allowed'].nl}]);
  const read = schemas[resource].safeParse(fields);
  if (!read.success)
    return refuse(faultsOf(read.error, fields, 'body').map(({pointer = '#', code}) => ({pointer, code, detail: faultTexts[code].nl})));
  try {
    const {status, content} = put({...target, id: externalId}, resource, read.data);
    return {index, externalId, action: status === 201 ? 'created' : 'updated', id: (content as Initiative).id, errors: []};
  } catch (error) {
    if (!(error instanceof MockProblem)) throw error;
    const faults = error.details.faults ?? [];
    return refuse(faults.map(({pointer = '#', code}) => ({pointer, code, detail: faultTexts[code].nl})));
  }
}

export const sourceOperations = [
  operation(putInitiativeByExternalId, ({state, params: {community, source, id}, body}) =>
    put({state, community, source, id}, 'initiative', body),
  ),
  operation(putPartnerByExternalId, ({state, params: {community, source, id}, body}) =>
    put({state, community, source, id}, 'partner', body),
  ),
  operation(bulkUpsert, ({state, params: {community}, body: {source, resource, records}}) => ({
    status: 200,
    content: {data: records.map((record, index) => upsert({state, community, source}, resource, record, index))},
  })),
];
