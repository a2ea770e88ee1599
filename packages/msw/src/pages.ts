import {defaultLimit} from '@buurtkit/contract';
import {MockProblem} from './mock-problem.ts';

export type Slice<Item> = {data: Item[]; total: number; next: string | null; headers: Record<string, string>};

export function writePosition(value: string): string {
  return btoa(value).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a position says; one that wasn't handed out here is a fault. */
export function readPosition(position: string, parameter: string, pattern: RegExp): string {
  let value: string;
  try {
    value = atob(position.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    value = '';
  }
  if (!pattern.test(value)) throw new MockProblem('request.invalid', {faults: [{parameter, code: 'format'}]});
  return value;
}

/** A page of a sorted list: it begins after the thing that the cursor names, so that what was inserted before doesn't move it. */
export function pageOf<Item extends {id: string}>(
  items: readonly Item[],
  {cursor, limit = defaultLimit}: {cursor?: string | undefined; limit?: number | undefined},
  url: URL,
): Slice<Item> {
  const after = cursor === undefined ? null : readPosition(cursor, 'cursor', /^[0-9a-f-]{36}$/);
  const start = after === null ? 0 : items.findIndex(({id}) => id === after) + 1;
  const data = items.slice(start, start + limit);
  const last = data.at(-1);
  const next = last && start + limit < items.length ? writePosition(last.id) : null;
  if (next === null) return {data, total: items.length, next, headers: {}};

  const nextUrl = new URL(url);
  nextUrl.searchParams.set('cursor', next);
  return {data, total: items.length, next, headers: {Link: `<${nextUrl.pathname}${nextUrl.search}>; rel="next"`}};
}
