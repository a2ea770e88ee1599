import type {LayerGroup, Marker} from 'leaflet';

type Feature = {geometry: {coordinates: [number, number]} | null; properties: {name: string; kind: string; city: string}};
type Clusters = LayerGroup & {addLayers(markers: Marker[]): void};

/** What the two scripts before this one put on the page. */
declare const L: typeof import('leaflet') & {markerClusterGroup(options: {chunkedLoading: boolean}): Clusters};

// What the documentation of Leaflet.markercluster shows, with its own way to add many: all points, and the first twenty as a list.
const map = L.map('map', {maxZoom: 19}).fitBounds([
  [50.75, 3.3],
  [53.6, 7.25],
]);
const clusters = L.markerClusterGroup({chunkedLoading: true});
clusters.addTo(map);
const list = document.querySelector('#list')!;
const kind = document.querySelector<HTMLSelectElement>('#kind')!;

function show(features: readonly Feature[]): void {
  list.replaceChildren(
    ...features.slice(0, 20).map(({properties}) => {
      const item = document.createElement('li');
      item.className = 'item';
      item.textContent = `${properties.name}, ${properties.city}`;
      return item;
    }),
  );
  clusters.clearLayers();
  clusters.addLayers(
    features.flatMap(({geometry, properties}) => {
      if (!geometry) return [];
      const [longitude, latitude] = geometry.coordinates;
      return [L.marker([latitude, longitude], {title: properties.name})];
    }),
  );
}

const answer = await fetch(document.querySelector<HTMLElement>('[data-points]')!.dataset['points']!);
const {features: all} = (await answer.json()) as {features: Feature[]};
kind.addEventListener('change', () => show(all.filter(({properties}) => !kind.value || properties.kind === kind.value)));
show(all);
