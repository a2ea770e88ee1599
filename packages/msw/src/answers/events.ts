import {defaultLimit, listEvents} from '@buurtkit/contract';
import {communityOf, readSlugs} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {readPosition, writePosition} from '../pages.ts';

export const eventOperations = [
  operation(listEvents, ({state, params, query: {after, limit = defaultLimit}}) => {
    const slugs = readSlugs(communityOf(state, params.community));
    const events = state.events.filter(({data}) => slugs.includes(data.community));
    const start = after === undefined ? 0 : Number(readPosition(after, 'after', /^\d{1,9}$/));
    const data = events.slice(start, start + limit);
    const end = start + data.length;
    return {status: 200, content: {data, next: writePosition(String(end)), hasMore: end < events.length}};
  }),
];
