export {filterChips} from './filter-chips.ts';
export {choosingStyles} from './choosing-styles.ts';
export {filterPanel} from './filter-panel.ts';
