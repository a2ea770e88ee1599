import {createClient, type Client} from '@buurtkit/sdk';
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
    client: Client | null;
    tokenProvider: TokenProvider | null;
  };

/**
 * Where a component gets its data and in which language it speaks: what its attributes say, else the nearest provider around
 * it, else the script tag.
 */
export class Configuration implements ReactiveController {
  readonly #element: ConfiguredElement;
  readonly #watcher: MutationObserver;
  #own: {name: string; tokenProvider: TokenProvider | null; client: Client} | null = null;

  constructor(element: ConfiguredElement) {
    this.#element = element;
    this.#watcher = new MutationObserver(() => element.requestUpdate());
    element.addController(this);
  }

  hostConnected(): void {
    const attributeFilter = ['api', 'community', 'lang'];
    for (const watched of [this.#element, this.#provider, document.documentElement])
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
    return this.#element.community ?? this.#provider?.getAttribute('community') ?? defaults().community ?? null;
  }

  /** The client to ask, or what is missing to make one. */
  get client(): Client | {missing: 'api' | 'community'} {
    if (this.#element.client) return this.#element.client;
    const community = this.community;
    const api = this.#element.api ?? this.#provider?.getAttribute('api') ?? defaults().api;
    if (!community) return {missing: 'community'};
    if (!api || !URL.canParse(api, document.baseURI)) return {missing: 'api'};
    return this.#clientFor(new URL(api, document.baseURI).href, community);
  }

  get #provider(): Element | null {
    return closestAround(this.#element, 'buurt-provider');
  }

  #clientFor(api: string, community: string): Client {
    const {tokenProvider} = this.#element;
    const name = `${api} ${community} ${this.language}`;
    if (this.#own?.name !== name || this.#own.tokenProvider !== tokenProvider) {
      const client = createClient({api, community, language: this.language, key: tokenProvider ?? undefined});
      this.#own = {name, tokenProvider, client};
    }
    return this.#own.client;
  }
}
