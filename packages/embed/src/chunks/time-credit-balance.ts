import './shared.ts';
import '@buurtkit/elements/define/buurt-time-credit-balance.js';
