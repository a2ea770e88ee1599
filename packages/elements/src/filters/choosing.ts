export {filterChips} from './filter-chips.ts';
export {filterPanelStyles} from './filter-panel-styles.ts';
export {filterPanel} from './filter-panel.ts';
