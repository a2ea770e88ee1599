import './shared.ts';
import '@buurtkit/elements/define/buurt-initiative.js';
