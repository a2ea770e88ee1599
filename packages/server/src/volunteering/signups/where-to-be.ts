import type {OpportunityRow} from './store.ts';

/**
 * Where somebody is expected: the building with its address. Of work at somebody's home it is the town only: who goes there
 * hears the address from a person.
 */
export function whereToBe({kind, precision, city, building}: OpportunityRow): string | null {
  if (!building || kind === 'home-visit' || precision === 'grid') return city;
  const town = [building.postcode, building.city].filter((part) => part !== null).join(' ');
  return [building.name, building.street, town].filter((part) => part !== null).join(', ');
}
