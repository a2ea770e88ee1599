import './policy.ts';

export {setDefaults} from './defaults.ts';
