import {findSimilarInitiatives, submitInitiative, type Initiative} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {distanceBetween} from './where.ts';

const nearby = 250;
const atMost = 5;

const wordsOf = (name: string) => name.toLowerCase().split(/\s+/);

export const submissionOperations = [
  /** Nobody reads a mail here, so it goes on awaiting its confirmation. */
  operation(submitInitiative, ({state, params, body: {initiative}}) => {
    const isThere = state.initiatives.some(({community, slug}) => community === params.community && slug === initiative);
    if (initiative !== undefined && !isThere) throw new MockProblem('initiative.not-found');
    return {status: 202, content: {id: numberedId('submission', (state.numbers.made += 1)), state: 'awaiting-email'}};
  }),

  operation(findSimilarInitiatives, ({state, params, body: {name, location}}) => {
    const slugs = readSlugs(communityOf(state, params.community));
    const words = wordsOf(name);
    const away = (one: Initiative) =>
      location && one.location ? Math.round(distanceBetween(location.coordinates, one.location.coordinates)) : null;
    const found = state.initiatives.flatMap((one) => {
      const distance = away(one);
      const isAlike = wordsOf(one.name).some((word) => word.length > 3 && words.includes(word));
      if (!slugs.includes(one.community) || !(isAlike || (distance !== null && distance <= nearby))) return [];
      const {slug, community, kind, place} = one;
      return [{slug, community, name: one.name, kind, city: place?.city ?? null, distance}];
    });
    const data = found.slice(0, atMost);
    return {status: 200, content: {data, total: data.length}};
  }),
];
