export {handlers, type HandlerOptions} from './handlers.ts';
export type {MockData} from './mock-state.ts';
export {sampleCommunities} from './samples/communities.ts';
export {describeInitiative, type InitiativeSketch} from './samples/describe-initiative.ts';
export {sampleInitiatives} from './samples/initiatives.ts';
export {sampleKeys, type SampleKey} from './samples/keys.ts';
export {manyInitiatives} from './samples/many-initiatives.ts';
export {scenarios} from './scenarios.ts';
