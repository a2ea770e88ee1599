import type {OtherChoices} from '../choices/reader-choices.ts';

/** What lies over the list: a proposal or a change of what is open (`id`), a new one, or one's own, of which one can be open. */
export type OffersView = 'propose' | 'change' | 'new' | 'mine';

const views: readonly string[] = ['propose', 'change', 'new', 'mine'] satisfies OffersView[];

export class OffersChoices implements OtherChoices {
  view: OffersView | null = null;

  read(query: URLSearchParams): void {
    const view = query.get('view') ?? '';
    this.view = views.includes(view) ? (view as OffersView) : null;
  }

  write(query: URLSearchParams): void {
    if (this.view !== null) query.set('view', this.view);
  }
}
