import {createReader, type ClientOptions, type Reader} from '@buurtkit/sdk';
import type {Language} from '@buurtkit/texts';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {defaults} from './defaults.ts';
import {closestAround, languageAround} from './surroundings.ts';

/** Gives the key of the visitor that the page knows, or null for a visitor without. */
export type TokenProvider = () => string | null | Promise<string | null>;

/** A component that gets its data from an API. */
export type ConfiguredElement = ReactiveControllerHost &
  HTMLElement & {
    community: string | null;
    api: string | null;
    client: Reader | null;
    tokenProvider: TokenProvider | null;
  };

/**
 * Where a component gets its data and in which language it speaks: what its attributes say, else the nearest provider around
 * it, else the script tag.
 */
export class Configuration implements ReactiveController {
  readonly #element: ConfiguredElement;
  readonly #isForAnybody: boolean;
  readonly #watcher: MutationObserver;
  #own: {name: string; tokenProvider: TokenProvider | null; client: Reader} | null = null;

  /** @param isForAnybody - The page's token is for signing in, and not for what everybody may read. */
  constructor(element: ConfiguredElement, isForAnybody = false) {
    this.#element = element;
    this.#isForAnybody = isForAnybody;
    this.#watcher = new MutationObserver(() => element.requestUpdate());
    element.addController(this);
  }

  hostConnected(): void {
    const attributeFilter = ['api', 'community', 'lang'];
    for (const watched of [this.#element, providerAround(this.#element), document.documentElement])
      if (watched) this.#watcher.observe(watched, {attributeFilter});
    this.#element.requestUpdate();
  }

  hostDisconnected(): void {
    this.#watcher.disconnect();
  }

  get language(): Language {
    return languageAround(this.#element);
  }

  /** The community's slug; null when only the page's own client knows it. */
  get community(): string | null {
    return this.#element.community ?? providerAround(this.#element)?.getAttribute('community') ?? defaults().community ?? null;
  }

  /** The client to ask, or what is missing to make one. */
  get client(): Reader | {missing: 'api' | 'community'} {
    if (this.#element.client) return this.#element.client;
    const {settings} = this;
    return settings ? this.#clientFor(settings) : {missing: this.community ? 'api' : 'community'};
  }

  /** What a client is made with; null when only the page's own client knows it. */
  get settings(): ClientOptions | null {
    const {api, community, language} = this;
    const key = (!this.#isForAnybody && this.#element.tokenProvider) || undefined;
    return api !== null && community ? {api, community, language, key} : null;
  }

  /** Address of the API; null when only the page's own client knows it. */
  get api(): string | null {
    return apiAround(this.#element);
  }

  #clientFor(settings: ClientOptions): Reader {
    const {tokenProvider} = this.#element;
    const name = `${settings.api} ${settings.community} ${settings.language}`;
    if (this.#own?.name !== name || this.#own.tokenProvider !== tokenProvider)
      this.#own = {name, tokenProvider, client: createReader(settings)};
    return this.#own.client;
  }
}

/** Address of the API that an element asks; null when only the page's own client knows it. */
export function apiAround(element: ConfiguredElement): string | null {
  const api = element.api ?? providerAround(element)?.getAttribute('api') ?? defaults().api ?? null;
  return api && URL.canParse(api, document.baseURI) ? new URL(api, document.baseURI).href : null;
}

function providerAround(element: ConfiguredElement): Element | null {
  return closestAround(element, 'buurt-provider');
}
