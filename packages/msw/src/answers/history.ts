import {listInitiativeHistory, type HistoryEntry} from '@buurtkit/contract';
import {communityOf} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {findByAddress} from './addresses.ts';

export const historyOperations = [
  operation(listInitiativeHistory, ({state, params, query, url}) => {
    const {id} = findByAddress(state.initiatives, communityOf(state, params.community), params.slug, 'initiative.not-found');
    const changes = state.events
      .filter(({data}) => data.id === id)
      .toReversed()
      .map(({type, time, data, sequence}) => {
        const entry: HistoryEntry = {at: time, actor: 'admin', action: type.replace('nl.buurtkit.', ''), fields: []};
        // A position in the list needs an id; an entry has none to show.
        return {id: `${data.id.slice(0, 24)}${sequence.padStart(12, '0')}`, entry};
      });
    const {headers, data, ...page} = pageOf(changes, query, url);
    return {status: 200, content: {...page, data: data.map(({entry}) => entry), facets: {}}, headers};
  }),
];
