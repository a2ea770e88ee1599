import type {Exchange} from '@buurtkit/sdk';

/** Whether it goes on only when the reader does something. */
export function waitsForReader({events}: Exchange): boolean {
  return events.some((event) => event === 'acceptance' || event === 'confirmation' || event === 'agreement');
}
