import type {InitiativePeople} from '@buurtkit/contract';
import type {PersonRow} from './store.ts';

export function representPeople(rows: readonly PersonRow[]): InitiativePeople {
  const data = rows.map(({name, email, language, confirmed_at}) => ({
    name,
    email,
    locale: language,
    confirmedAt: confirmed_at?.toISOString() ?? null,
  }));
  return {data, total: data.length};
}
