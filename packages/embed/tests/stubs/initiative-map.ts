import './shared.ts';
import {StubElement} from './stub-element.ts';

customElements.define('buurt-initiative-map', class extends StubElement {});
