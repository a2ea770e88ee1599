export {setDefaults} from '@buurtkit/elements';
