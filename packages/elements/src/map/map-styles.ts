import {css, type CSSResult} from 'lit';

/** What Leaflet needs of its own stylesheet; the rest is for what we don't use. */
const leaflet = css`
  .tiles,
  .leaflet-pane,
  .leaflet-layer,
  .leaflet-tile-container,
  .leaflet-tile {
    inset-block-start: 0;
    left: 0;
    position: absolute;
  }
  .tiles {
    block-size: 100%;
    direction: ltr;
    inline-size: 100%;
    overflow: hidden;
  }
  .leaflet-tile {
    max-block-size: none;
    max-inline-size: none;
    visibility: hidden;
  }
  .leaflet-tile-loaded {
    visibility: inherit;
  }
  .leaflet-zoom-animated,
  .outline g {
    transform-origin: 0 0;
  }
  .leaflet-control-container {
    display: none;
  }
  .leaflet-zoom-anim .leaflet-zoom-animated,
  .gliding > .marker,
  .outline .gliding {
    transition: transform 150ms cubic-bezier(0, 0, 0.25, 1);
  }
`;

const map = css`
  .beside {
    align-items: start;
  }
  .beside > .map-slot {
    inset-block-start: 1rem;
    position: sticky;
  }
  .map {
    --_paper: light-dark(#ffffff, #1d2022);
    --_ink: light-dark(#1a1a1a, #f4f4f4);
    --_pin: var(--_accent);
    --_on-pin: light-dark(#ffffff, #000000);
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .map-frame {
    block-size: var(--buurt-map-height, clamp(20rem, 65svh, 44rem));
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: var(--_ink);
    contain: layout paint;
    overflow: hidden;
    position: relative;
  }
  .map:fullscreen {
    background: var(--_paper);
    color: var(--_ink);
    padding: 8px;
  }
  .map:fullscreen .map-frame {
    block-size: auto;
  }
  .stage,
  .ground,
  .markers,
  .outline {
    block-size: 100%;
    inline-size: 100%;
    inset: 0;
    position: absolute;
  }
  .stage {
    cursor: grab;
    isolation: isolate;
    /* One finger scrolls the page. */
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
    -webkit-user-select: none;
  }
  .stage:active {
    cursor: grabbing;
  }
  .ground {
    background: #cfe0ea;
    isolation: isolate;
    overflow: hidden;
    pointer-events: none;
  }
  /* In the dark the background is turned over and loses its colour; what stands on it keeps both. */
  .ground::before,
  .ground::after {
    content: '';
    inset: 0;
    position: absolute;
    z-index: 2;
  }
  .ground::before {
    background: light-dark(transparent, #ffffff);
    mix-blend-mode: difference;
  }
  .ground::after {
    background: light-dark(transparent, #808080);
    mix-blend-mode: saturation;
  }
  .outline {
    direction: ltr;
    overflow: visible;
    stroke: #8795a0;
    stroke-width: 1;
  }
  .outline path {
    vector-effect: non-scaling-stroke;
  }
  .neighbours {
    fill: #ecece7;
  }
  .own {
    fill: #fbfaf6;
    stroke: #5f6d78;
  }
`;

const markers = css`
  .markers {
    direction: ltr;
    pointer-events: none;
  }
  .marker {
    align-items: center;
    background: none;
    block-size: var(--_size);
    border: 0;
    border-radius: 50%;
    color: var(--_on-pin);
    cursor: pointer;
    display: flex;
    font: inherit;
    inline-size: var(--_size);
    inset-block-start: calc(var(--_size) / -2);
    justify-content: center;
    left: calc(var(--_size) / -2);
    padding: 0;
    pointer-events: auto;
    position: absolute;
    will-change: transform;
  }
  .marker svg {
    block-size: 100%;
    inline-size: 100%;
    inset: 0;
    overflow: visible;
    position: absolute;
  }
  .pin {
    --_size: 36px;
  }
  /* The target is larger than what is seen. */
  .marker::before {
    content: '';
    inset: calc(min(0px, (var(--_size) - 40px) / 2));
    position: absolute;
  }
  .pin-body {
    fill: var(--_pin);
    stroke: var(--_on-pin);
    stroke-width: 1.5;
  }
  .pin-sign {
    stroke-width: 2;
  }
  .chosen {
    --_size: 44px;
    z-index: 1;
  }
  .chosen .pin-body {
    paint-order: stroke;
    stroke: var(--_ink);
    stroke-width: 5;
  }
  .cluster {
    --_size: 36px;
    font-weight: 700;
    line-height: 1;
  }
  .size-2 {
    --_size: 42px;
  }
  .size-3 {
    --_size: 48px;
  }
  .size-4 {
    --_size: 56px;
  }
  .cluster-count {
    font-size: 15px;
    font-variant-numeric: tabular-nums;
    position: relative;
  }
  .marker:hover,
  .marker:focus-visible {
    z-index: 2;
  }
  .marker:hover .pin-body {
    stroke: var(--_ink);
  }
  .marker:focus-visible {
    border-radius: 50%;
    box-shadow: 0 0 0 7px var(--_paper);
    outline: 3px solid var(--_ink);
    outline-offset: 2px;
  }
  .marker-name {
    background: var(--_paper);
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    color: var(--_ink);
    font-size: max(0.9375em, 15px);
    font-weight: 400;
    inline-size: max-content;
    inset-block-end: calc(100% + 2px);
    line-height: 1.35;
    max-inline-size: 14rem;
    padding: 4px 8px;
    position: absolute;
    text-align: center;
  }
  .marker-name.to-right {
    left: 0;
  }
  .marker-name.to-left {
    right: 0;
  }
  .marker-name.below {
    inset-block: calc(100% + 2px) auto;
  }
`;

const controls = css`
  .map-button {
    align-items: center;
    background: var(--_paper);
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    box-sizing: border-box;
    color: var(--_ink);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    justify-content: center;
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 0;
  }
  .map-button svg {
    block-size: 24px;
    inline-size: 24px;
  }
  .map-button:hover {
    outline: 1px solid var(--_ink);
  }
  .map-button:focus-visible,
  .map-credit a:focus-visible {
    box-shadow: 0 0 0 7px var(--_paper);
    outline: 3px solid var(--_ink);
    position: relative;
    z-index: 1;
  }
  .map-button[aria-disabled] {
    cursor: default;
  }
  .map-button[aria-disabled] svg {
    opacity: 0.45;
  }
  .map-buttons {
    display: grid;
    gap: 4px;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    position: absolute;
    z-index: 1;
  }
  .move-buttons {
    inset-block-end: 0;
    inset-inline-end: calc(100% + 8px);
    position: absolute;
  }
  .move-up {
    grid-area: up;
  }
  .move-down {
    grid-area: down;
  }
  /* Left is left, also where one reads from right to left. */
  .move-cross {
    direction: ltr;
    display: grid;
    gap: 4px;
    grid-template-areas: '. up .' 'left . right' '. down .';
  }
  .move-left {
    grid-area: left;
  }
  .move-right {
    grid-area: right;
  }
  .map-hint {
    background: var(--_paper);
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    inset-block-end: 30%;
    inset-inline: 0;
    margin-inline: auto;
    max-inline-size: min(24rem, 80%);
    padding: 8px 16px;
    pointer-events: none;
    position: absolute;
    text-align: center;
    inline-size: fit-content;
  }
  .map-credit {
    background: var(--_paper);
    border-start-start-radius: var(--_radius);
    font-size: 14px;
    inset-block-end: 0;
    inset-inline-end: 0;
    line-height: 24px;
    padding-inline: 8px;
    position: absolute;
  }
  .map-credit a {
    color: var(--_ink);
    display: inline-block;
    min-block-size: 24px;
  }
  .map-status {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    justify-content: space-between;
    min-block-size: 44px;
  }
  .in-view .tick {
    visibility: hidden;
  }
  .in-view[aria-pressed='true'] .tick {
    stroke-width: 2.5;
    visibility: visible;
  }
`;

const place = css`
  .place-panel {
    background: var(--_paper);
    border: 1px solid var(--_ink);
    border-radius: var(--_radius);
    box-sizing: border-box;
    hyphens: auto;
    inset-block-end: 36px;
    inset-inline-start: 8px;
    inline-size: min(22rem, 100% - 68px);
    max-block-size: calc(100% - 44px);
    overflow: auto;
    padding: 12px 16px;
    position: absolute;
    z-index: 2;
  }
  /* Where the title has no room beside the button it stands below it. */
  .place-head {
    align-items: start;
    display: flex;
    flex-wrap: wrap-reverse;
    gap: 0 8px;
    margin-block-end: 8px;
  }
  .place-head .close {
    margin-inline-start: auto;
  }
  .place-title {
    flex: 1 1 8em;
    font-size: 1.125em;
    padding-block: 8px;
  }
  .place-list {
    list-style: none;
  }
  /* There what is said about the map's makers takes two lines. */
  @container (inline-size < 21rem) {
    .place-panel {
      inset-block-end: 60px;
      max-block-size: calc(100% - 68px);
    }
  }
  .place-list li {
    border-block-start: 1px solid var(--_line);
    display: grid;
    padding-block: 8px;
  }
  .place-item {
    color: var(--_ink);
    font-weight: 600;
    min-block-size: 24px;
  }
`;

const preferences = css`
  @media (forced-colors: active) {
    .map {
      --_ink: CanvasText;
      --_on-pin: ButtonText;
      --_paper: Canvas;
      --_pin: ButtonFace;
    }
    .ground {
      background: Canvas;
      forced-color-adjust: none;
    }
    .ground::before,
    .ground::after {
      display: none;
    }
    .neighbours,
    .own {
      fill: Canvas;
      stroke: GrayText;
    }
    .own {
      stroke: CanvasText;
    }
    .chosen .pin-body {
      stroke: Highlight;
    }
    .map-button[aria-disabled] svg {
      color: GrayText;
      opacity: 1;
    }
  }
  /* On paper the list says it all. */
  @media print {
    .map-slot {
      display: none;
    }
    .with-map.beside {
      display: block;
    }
  }
`;

/** Everything that the map adds to the component's own styles, as one sheet. */
export const mapStyles: CSSResult = css`
  ${leaflet}
  ${map}
  ${markers}
  ${controls}
  ${place}
  ${preferences}
`;
