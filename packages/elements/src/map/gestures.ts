import type {LonLat, MapEngine, Pixels} from './map-engine.ts';

/** What the hint over the map explains. */
export type Hint = 'two-fingers' | 'ctrl-wheel';

export type GestureActs = {
  engine: () => MapEngine | null;
  /** Whether to glide. */
  isGliding: () => boolean;
  /** The reader moved the map. */
  onMove: () => void;
  /** Somebody tried what the page keeps for itself. */
  onHint: (hint: Hint) => void;
};

/** From here on a press is a drag. */
const slack = 5;
/** How much turning of the wheel is one step of zoom. */
const turn = 60;
const pauseBetweenSteps = 120;

type Drag = {start: Pixels; last: Pixels; hasMoved: boolean; pointer: number};
type Pinch = {distance: number; zoom: number; place: LonLat; middle: Pixels};

/**
 * Drag with the mouse, two fingers, the wheel with Ctrl, a double press. One finger and the plain wheel scroll the page, since
 * a map that takes them is a trap.
 */
export class Gestures {
  readonly #stage: HTMLElement;
  readonly #acts: GestureActs;
  readonly #listening = new AbortController();
  readonly #fingers = new Map<number, Pixels>();
  #drag: Drag | null = null;
  #pinch: Pinch | null = null;
  #wasDragged = false;
  #turned = 0;
  #lastStep = 0;

  constructor(stage: HTMLElement, acts: GestureActs) {
    this.#stage = stage;
    this.#acts = acts;
    const {signal} = this.#listening;
    const listen = <Type extends keyof HTMLElementEventMap>(type: Type, handle: (event: HTMLElementEventMap[Type]) => void, options = {}) =>
      stage.addEventListener(type, handle, {signal, ...options});
    listen('pointerdown', (event) => this.#handleDown(event));
    listen('pointermove', (event) => this.#handlePointerMove(event));
    listen('pointerup', (event) => this.#handleUp(event));
    listen('pointercancel', (event) => this.#handleCancel(event));
    listen('click', (event) => this.#handleClick(event), {capture: true});
    listen('dblclick', (event) => this.#handleDoubleClick(event));
    listen('wheel', (event) => this.#handleWheel(event), {passive: false});
    // Two fingers are ours, and only `preventDefault` here keeps the browser from scrolling with them.
    const keepTwo = (event: TouchEvent) => event.touches.length > 1 && event.cancelable && event.preventDefault();
    listen('touchstart', keepTwo, {passive: false});
    listen('touchmove', keepTwo, {passive: false});
  }

  stop(): void {
    this.#listening.abort();
  }

  #handleDown(event: PointerEvent): void {
    this.#wasDragged = false;
    const at = this.#pixelsOf(event);
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, at);
      this.#drag = {start: at, last: at, hasMoved: false, pointer: event.pointerId};
      if (this.#fingers.size === 2) this.#startPinch();
    } else if (event.button === 0) {
      this.#drag = {start: at, last: at, hasMoved: false, pointer: event.pointerId};
    }
  }

  #handlePointerMove(event: PointerEvent): void {
    const at = this.#pixelsOf(event);
    if (event.pointerType === 'touch') {
      if (!this.#fingers.has(event.pointerId)) return;
      this.#fingers.set(event.pointerId, at);
      if (this.#pinch) this.#movePinch(this.#pinch);
      else if (this.#drag && distance(at, this.#drag.start) > slack) this.#acts.onHint('two-fingers');
      return;
    }
    if (this.#drag?.pointer === event.pointerId) this.#moveDrag(this.#drag, at, event);
  }

  #moveDrag(drag: Drag, at: Pixels, event: PointerEvent): void {
    // The button was let go outside the window.
    if (event.buttons === 0) return this.#endDrag();
    if (!drag.hasMoved && distance(at, drag.start) <= slack) return;
    if (!drag.hasMoved) capture(this.#stage, event.pointerId);
    drag.hasMoved = true;
    const by = [Math.round(drag.last[0] - at[0]), Math.round(drag.last[1] - at[1])] as const;
    drag.last = [drag.last[0] - by[0], drag.last[1] - by[1]];
    if (by[0] === 0 && by[1] === 0) return;
    this.#acts.onMove();
    this.#acts.engine()?.pan(by, {isGliding: false});
  }

  #handleUp(event: PointerEvent): void {
    if (event.pointerType === 'touch') this.#liftFinger(event);
    this.#endDrag();
  }

  #handleCancel(event: PointerEvent): void {
    // The browser took the finger: it scrolls the page.
    if (event.pointerType === 'touch' && this.#fingers.size === 1) this.#acts.onHint('two-fingers');
    if (event.pointerType === 'touch') this.#liftFinger(event);
    this.#drag = null;
  }

  #endDrag(): void {
    this.#wasDragged = this.#drag?.hasMoved ?? false;
    this.#drag = null;
  }

  #startPinch(): void {
    const engine = this.#acts.engine();
    if (!engine) return;
    const [one, other] = [...this.#fingers.values()] as [Pixels, Pixels];
    const middle = between(one, other);
    this.#pinch = {distance: distance(one, other), zoom: engine.view.zoom, place: engine.unproject(middle), middle};
    this.#drag = null;
  }

  #movePinch(pinch: Pinch): void {
    const [one, other] = [...this.#fingers.values()] as [Pixels, Pixels];
    pinch.middle = between(one, other);
    this.#acts.onMove();
    this.#acts.engine()?.hold(pinch.place, pinch.middle, pinch.zoom + Math.log2(distance(one, other) / pinch.distance || 1));
  }

  #liftFinger(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    if (!this.#pinch) return;
    this.#acts.engine()?.settle(this.#pinch.middle, {isGliding: this.#acts.isGliding()});
    this.#pinch = null;
    this.#wasDragged = true;
  }

  /** A drag that began on a marker ends on it: that is no press. */
  #handleClick(event: MouseEvent): void {
    if (!this.#wasDragged) return;
    this.#wasDragged = false;
    event.preventDefault();
    event.stopPropagation();
  }

  #handleDoubleClick(event: MouseEvent): void {
    const engine = this.#acts.engine();
    if (!engine || (event.target as Element).closest('button')) return;
    this.#acts.onMove();
    engine.zoomTo(engine.view.zoom + (event.shiftKey ? -1 : 1), {around: this.#pixelsOf(event), isGliding: this.#acts.isGliding()});
  }

  #handleWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return this.#acts.onHint('ctrl-wheel');
    event.preventDefault();
    const engine = this.#acts.engine();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 20;
    if (Math.sign(lines) !== Math.sign(this.#turned)) this.#turned = 0;
    this.#turned += lines;
    const now = performance.now();
    if (!engine || Math.abs(this.#turned) < turn || now - this.#lastStep < pauseBetweenSteps) return;
    const step = this.#turned > 0 ? -1 : 1;
    this.#turned = 0;
    this.#lastStep = now;
    this.#acts.onMove();
    engine.zoomTo(engine.view.zoom + step, {around: this.#pixelsOf(event), isGliding: this.#acts.isGliding()});
  }

  #pixelsOf({clientX, clientY}: MouseEvent): Pixels {
    const {left, top} = this.#stage.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }
}

// A pointer that a test made, or that is already gone, can't be captured.
function capture(element: HTMLElement, pointer: number): void {
  try {
    element.setPointerCapture(pointer);
  } catch {
    // The drag then ends at the edge of the map.
  }
}

function between([x, y]: Pixels, [otherX, otherY]: Pixels): Pixels {
  return [(x + otherX) / 2, (y + otherY) / 2];
}

function distance([x, y]: Pixels, [otherX, otherY]: Pixels): number {
  return Math.hypot(x - otherX, y - otherY);
}
