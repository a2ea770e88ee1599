// The modules that Leaflet is made of, with the types of its main entry.
declare module 'leaflet/src/geo/LatLng.js' {
  export {latLng as toLatLng, type LatLng} from 'leaflet';
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
  export {latLngBounds as toLatLngBounds} from 'leaflet';
}
declare module 'leaflet/src/geometry/Point.js' {
  export {point as toPoint} from 'leaflet';
}
declare module 'leaflet/src/layer/tile/GridLayer.js' {
  export {GridLayer, type Coords, type DoneCallback} from 'leaflet';
}
declare module 'leaflet/src/map/Map.js' {
  export {Map} from 'leaflet';
}
