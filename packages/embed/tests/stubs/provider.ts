import './shared.ts';
import {StubElement} from './stub-element.ts';

customElements.define('buurt-provider', class extends StubElement {});
