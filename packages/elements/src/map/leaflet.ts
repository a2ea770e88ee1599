import {leafletHasStarted} from './trusted-leaflet.ts';

export {
  GridLayer,
  latLng,
  latLngBounds,
  Map as LeafletMap,
  point,
  type Coords,
  type DoneCallback,
  type LatLng,
} from 'leaflet/dist/leaflet-src.esm.js';

leafletHasStarted();
