import './shared.ts';
import {readDefaults} from './defaults.ts';

throw new Error(`This definition is broken, for everyone at ${readDefaults().api}.`);
