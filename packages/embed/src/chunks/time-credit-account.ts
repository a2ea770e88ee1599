import './shared.ts';
import '@buurtkit/elements/define/buurt-time-credit-account.js';
