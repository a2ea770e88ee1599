import './shared.ts';
import '@buurtkit/elements/define/buurt-community-fund.js';
