import './shared.ts';
import '@buurtkit/elements/define/buurt-initiative-map.js';
