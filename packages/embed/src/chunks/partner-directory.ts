import './shared.ts';
import '@buurtkit/elements/define/buurt-partner-directory.js';
