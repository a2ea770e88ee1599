import type {Community} from '@buurtkit/sdk';
import type {ListMessages} from '@buurtkit/texts';
import {nothing, type LitElement, type TemplateResult} from 'lit';
import {Loading} from '../status/loading.ts';
import {addStyles} from '../styles/add-styles.ts';

type Loaded = {community: Community; part: typeof import('./community.ts')};

/** The community's settings and what they do; the list doesn't wait for them, and works without. */
export class CommunityPart {
  readonly #host: LitElement;
  readonly #loading: Loading<Loaded>;

  constructor(host: LitElement) {
    this.#host = host;
    this.#loading = new Loading<Loaded>(host);
  }

  /** @param question - What tells one community from another. */
  ask(question: readonly unknown[], load: (signal: AbortSignal) => Promise<Community>): void {
    this.#loading.ask(question, async (signal) => {
      const [community, part] = await Promise.all([load(signal), import('./community.ts')]);
      addStyles(this.#host.renderRoot, part.communityStyles);
      return {community, part};
    });
  }

  get value(): Community | null {
    return this.#loading.value?.community ?? null;
  }

  /** Its look, as rules of a stylesheet. */
  get lookRules(): readonly string[] {
    const {community, part} = this.#loading.value ?? {};
    return community ? part!.lookRules(community.look) : [];
  }

  /** The way to somebody, and what a sample is. */
  renderNotes(messages: ListMessages): TemplateResult | typeof nothing {
    const {community, part} = this.#loading.value ?? {};
    return community ? part!.communityNotes(community, messages) : nothing;
  }
}
