import {leafletHasStarted} from './trusted-leaflet.ts';

// Its modules one by one: the rest of Leaflet is more than twice as much, and its main entry sets `window.L`.
export {toLatLng as latLng, type LatLng} from 'leaflet/src/geo/LatLng.js';
export {toLatLngBounds as latLngBounds} from 'leaflet/src/geo/LatLngBounds.js';
export {toPoint as point} from 'leaflet/src/geometry/Point.js';
export {GridLayer, type Coords, type DoneCallback} from 'leaflet/src/layer/tile/GridLayer.js';
export {Map as LeafletMap} from 'leaflet/src/map/Map.js';

leafletHasStarted();
