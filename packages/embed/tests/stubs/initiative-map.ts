import './shared.ts';
import {StubElement} from './stub-element.ts';

customElements.define(
  'buurt-initiative-map',
  class extends StubElement {
    /** As an element brings what it needs only when somebody asks for it. */
    async more(): Promise<void> {
      const {showMore} = await import('./more.ts');
      showMore(this);
    }
  },
);
