import './shared.ts';
import '@buurtkit/elements/define/buurt-volunteer-signup.js';
