import type {Community} from '@buurtkit/sdk';
import type {CommunityMessages, Language} from '@buurtkit/texts';
import {nothing, type LitElement, type TemplateResult} from 'lit';
import {Loading} from '../status/loading.ts';
import {addStyles} from '../styles/add-styles.ts';

type Notes = TemplateResult | typeof nothing;
type Loaded = {
  community: Community;
  rules: () => readonly string[];
  notes: (language: Language, ownWords: Partial<CommunityMessages>) => Notes;
};

/** The community's settings and what they do; the list doesn't wait for them, and works without. */
export class CommunityPart {
  readonly #host: LitElement;
  readonly loading: Loading<Loaded>;

  constructor(host: LitElement) {
    this.#host = host;
    this.loading = new Loading<Loaded>(host);
  }

  /** @param question - What tells one community from another. */
  ask(question: readonly unknown[], load: (signal: AbortSignal) => Promise<Community>): void {
    this.loading.ask(question, async (signal) => {
      const [community, {communityNotes, communityStyles, lookRules, pairRules}] = await Promise.all([
        load(signal),
        import('./community.ts'),
      ]);
      addStyles(this.#host.renderRoot, communityStyles);
      const settings = lookRules(community.look);
      return {
        community,
        rules: () => [...settings, ...pairRules(this.#host)],
        notes: (language, ownWords) => communityNotes(community, language, ownWords),
      };
    });
  }

  get value(): Community | null {
    return this.loading.value?.community ?? null;
  }

  /**
   * The page's own tokens, and the five settings of the community where it has none, as rules of a stylesheet. To be read before
   * anything is rendered: afterwards the page would have to be laid out just to be asked.
   */
  get lookRules(): readonly string[] {
    return this.loading.value?.rules() ?? [];
  }

  /** The way to somebody, and what a sample is. */
  renderNotes(language: Language, ownWords: Partial<CommunityMessages>): Notes {
    return this.loading.value?.notes(language, ownWords) ?? nothing;
  }
}
