import type {Cluster} from '@buurtkit/sdk';
import type {Bounds} from './map-engine.ts';

export type ClusterAnswer = {data: readonly Cluster[]; total: number};

/** Asks for the clusters in a box at a zoom. */
export type AskClusters = (where: {bbox: Bounds; zoom: number}, signal: AbortSignal) => Promise<ClusterAnswer>;

const pause = 150;

/**
 * The clusters of what is in view. It asks when the map has come to rest; a newer question ends the one before it, and what was
 * there stays until the new is.
 */
export class ClustersInView {
  clusters: readonly Cluster[] = [];
  total: number | null = null;
  /** Of the answer. */
  zoom = 0;
  error: unknown = null;

  readonly #onAnswer: () => void;
  readonly #onFailure: (error: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;

  constructor({onAnswer, onFailure}: {onAnswer: () => void; onFailure: (error: unknown) => void}) {
    this.#onAnswer = onAnswer;
    this.#onFailure = onFailure;
  }

  get isLoading(): boolean {
    return this.#running !== null;
  }

  /** Calls `settled` once the map doesn't move any more. */
  whenSettled(settled: () => void): void {
    this.stopWaiting();
    this.#timer = setTimeout(settled, pause);
  }

  /** For who saw by itself that the map came to rest. */
  stopWaiting(): void {
    clearTimeout(this.#timer);
  }

  async ask(where: {bbox: Bounds; zoom: number}, ask: AskClusters): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const {data, total} = await ask(where, running.signal);
      if (running !== this.#running) return;
      this.#running = null;
      Object.assign(this, {clusters: data, total, zoom: where.zoom, error: null});
      this.#onAnswer();
    } catch (error) {
      if (running !== this.#running) return;
      this.#running = null;
      this.error = error;
      this.#onFailure(error);
    }
  }

  stop(): void {
    this.stopWaiting();
    this.#running?.abort();
    this.#running = null;
  }
}
