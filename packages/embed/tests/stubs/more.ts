import {readDefaults} from './defaults.ts';

export function showMore(element: HTMLElement): void {
  element.dataset['more'] = readDefaults().community;
}
