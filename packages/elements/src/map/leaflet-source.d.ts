// The types are those of the main entry, which we don't import: that one sets `window.L`.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export {GridLayer, Map, latLng, latLngBounds, point, type Coords, type DoneCallback, type LatLng} from 'leaflet';
}
