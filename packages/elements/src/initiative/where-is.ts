import type {InitiativeListItem} from '@buurtkit/sdk';

/** In a few words where something is; null when nobody told. */
export function whereIs({place, areas}: Pick<InitiativeListItem, 'place' | 'areas'>): string | null {
  return place?.city ?? (areas.map(({name}) => name).join(', ') || null);
}
