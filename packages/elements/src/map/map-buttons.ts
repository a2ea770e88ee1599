import type {MapMessages} from '@buurtkit/texts';
import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Pixels} from './map-engine.ts';

export type MapButtonsModel = {
  messages: MapMessages;
  canZoomIn: boolean;
  canZoomOut: boolean;
  isMoving: boolean;
  /** Null where the page doesn't allow it. */
  isFullscreen: boolean | null;
  onZoom: (step: 1 | -1) => void;
  onShowAll: () => void;
  onMove: (direction: Pixels) => void;
  onMoving: () => void;
  onFullscreen: () => void;
};

const icons = {
  in: svg`<path d="M12 5v14M5 12h14" />`,
  out: svg`<path d="M5 12h14" />`,
  all: svg`<path d="M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5" /><path d="M12 8.5a3 3 0 0 1 3 3c0 2-3 5-3 5s-3-3-3-5a3 3 0 0 1 3-3Z" />`,
  move: svg`<path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3" />`,
  large: svg`<path d="M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7" />`,
  small: svg`<path d="M20 10h-6V4M14 10l7-7M4 14h6v6M10 14l-7 7" />`,
  up: svg`<path d="m6 15 6-6 6 6" />`,
  down: svg`<path d="m6 9 6 6 6-6" />`,
  left: svg`<path d="m15 6-6 6 6 6" />`,
  right: svg`<path d="m9 6 6 6-6 6" />`,
};

/** Everything that dragging, pinching and the wheel do, as buttons. */
export function mapButtons(model: MapButtonsModel): TemplateResult {
  const {messages, isMoving, isFullscreen} = model;
  return html`
    <div class="map-buttons" role="group" aria-label=${messages.mapButtons}>
      ${mapButton('zoom-in', messages.zoomIn, icons.in, () => model.onZoom(1), {isOff: !model.canZoomIn})}
      ${mapButton('zoom-out', messages.zoomOut, icons.out, () => model.onZoom(-1), {isOff: !model.canZoomOut})}
      ${mapButton('show-all', messages.showAll, icons.all, model.onShowAll)}
      ${
        isFullscreen === null
          ? nothing
          : mapButton(
              'fullscreen',
              isFullscreen ? messages.leaveFullscreen : messages.fullscreen,
              isFullscreen ? icons.small : icons.large,
              model.onFullscreen,
            )
      }
      ${mapButton('move', messages.move, icons.move, model.onMoving, {isOpen: isMoving})}
      ${
        isMoving
          ? html`<div class="move-buttons">
              <div class="move-cross">
                ${mapButton('move-up', messages.moveUp, icons.up, () => model.onMove([0, -1]))}
                ${mapButton('move-left', messages.moveLeft, icons.left, () => model.onMove([-1, 0]))}
                ${mapButton('move-right', messages.moveRight, icons.right, () => model.onMove([1, 0]))}
                ${mapButton('move-down', messages.moveDown, icons.down, () => model.onMove([0, 1]))}
              </div>
            </div>`
          : nothing
      }
    </div>
  `;
}

function mapButton(
  name: string,
  label: string,
  icon: SVGTemplateResult,
  onPress: () => void,
  {isOff = false, isOpen}: {isOff?: boolean; isOpen?: boolean} = {},
): TemplateResult {
  return html`
    <button
      class="map-button ${name}"
      type="button"
      title=${label}
      aria-label=${label}
      aria-disabled=${isOff ? 'true' : nothing}
      aria-expanded=${isOpen ?? nothing}
      @click=${() => isOff || onPress()}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>
    </button>
  `;
}
