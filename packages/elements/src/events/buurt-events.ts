const bubblesOut = {bubbles: true, composed: true} as const;

/** A component shows its data: once per load, not after each filter. */
export class BuurtReadyEvent extends Event {
  /** Which component, by its name without `buurt-`: `initiative-map`. */
  readonly component: string;

  constructor(detail: {component: string}) {
    super('buurt-ready', bubblesOut);
    this.component = detail.component;
  }
}

/** Somebody chose a thing. `preventDefault()` keeps our own panel shut, so that the page can show it in its own way. */
export class BuurtSelectEvent extends Event {
  readonly resource: 'initiative' | 'partner' | 'opportunity' | 'account' | 'listing';
  /** Null where only the slug is known (one thing named by another), and of an account: whose it is, stays here. */
  readonly id: string | null;
  /** Null for what has none: an opportunity, an account, an offer or request. */
  readonly slug: string | null;

  constructor(detail: {resource: BuurtSelectEvent['resource']; id: string | null; slug: string | null}) {
    super('buurt-select', {...bubblesOut, cancelable: true});
    this.resource = detail.resource;
    this.id = detail.id;
    this.slug = detail.slug;
  }
}

/** Other filters were chosen and their results are there. Search words are left out: a name may be typed there, and tag managers listen. */
export class BuurtFilterChangedEvent extends Event {
  /** The chosen values per filter, named as the API names them. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly total: number;

  constructor(detail: {filters: Readonly<Record<string, readonly string[]>>; total: number}) {
    super('buurt-filter-changed', bubblesOut);
    this.filters = detail.filters;
    this.total = detail.total;
  }
}

/** Something could not be loaded, or an attribute can't be used. */
export class BuurtErrorEvent extends Event {
  /** A code of the API, `connection.<reason>`, or `element.bad-attribute`. */
  readonly code: string;
  /** The HTTP status, null when there was no answer. */
  readonly status: number | null;

  constructor(detail: {code: string; status: number | null}) {
    super('buurt-error', bubblesOut);
    this.code = detail.code;
    this.status = detail.status;
  }
}

declare global {
  interface HTMLElementEventMap {
    'buurt-ready': BuurtReadyEvent;
    'buurt-select': BuurtSelectEvent;
    'buurt-filter-changed': BuurtFilterChangedEvent;
    'buurt-error': BuurtErrorEvent;
  }
}
