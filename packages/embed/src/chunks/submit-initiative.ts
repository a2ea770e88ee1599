import './shared.ts';
import '@buurtkit/elements/define/buurt-submit-initiative.js';
