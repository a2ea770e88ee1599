export {initiativeSource} from './initiative-source.ts';
export {InteractiveMap, type MapActs, type MapChoice, type MapModel, type MapSource} from './interactive-map.ts';
export {mapStyles} from './map-styles.ts';
export {readTiles} from './tiles-attribute.ts';
