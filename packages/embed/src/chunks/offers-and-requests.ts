import './shared.ts';
import '@buurtkit/elements/define/buurt-offers-and-requests.js';
