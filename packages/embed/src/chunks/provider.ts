import './shared.ts';
import '@buurtkit/elements/define/buurt-provider.js';
