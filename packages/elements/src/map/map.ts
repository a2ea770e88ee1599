export {initiativeSource} from './initiative-source.ts';
export {InteractiveMap, type MapChoice, type MapModel} from './interactive-map.ts';
export {mapStyles} from './map-styles.ts';
export {readTiles} from './tiles-attribute.ts';
