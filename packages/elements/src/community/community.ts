export {communityNotes} from './community-notes.ts';
export {communityStyles} from './community-styles.ts';
export {lookRules, pairRules} from './look-rules.ts';
