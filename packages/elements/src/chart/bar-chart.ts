import {css, html, nothing, svg, type CSSResult, type TemplateResult} from 'lit';
import {barsOf} from './bars.ts';
import {reach} from './told-bars.ts';

/** What stands beside a bar, or below the line of all. */
export type ChartText = {index: number; text: string};

type Chart = {
  /** All of it in words. */
  label: string;
  values: readonly number[];
  /** At some bars: what they come to. */
  told: readonly ChartText[];
  /** Below some bars: when it was. */
  marks: readonly ChartText[];
};

const height = 120;

/** Plain bars with text beside them; a picture with a text for who can't see it. */
export function barChart({label, values, told, marks}: Chart): TemplateResult {
  const {bars, zero} = barsOf(values, height);
  const across = (index: number) => (bars[index]!.x + bars[index]!.width / 2).toFixed(2);
  const anchor = (index: number) => (index < values.length * 0.15 ? 'start' : index > values.length * 0.85 ? 'end' : 'middle');
  const beside = (index: number) => {
    const count = reach * values.length;
    const from = {start: index, middle: index - count / 2, end: index - count}[anchor(index)];
    return bars.slice(Math.max(0, Math.floor(from)), Math.ceil(from + count) + 1);
  };
  return html`<svg class="chart" part="chart" role="img" aria-label=${label}>
    <svg y="1.75em" overflow="visible">
      ${bars.map(({x, width, y, height: length}) =>
        length ? svg`<rect class="bar" x="${x}%" width="${width}%" y=${y} height=${length} />` : nothing,
      )}
      <line class="zero" x1="0" x2="100%" y1=${zero} y2=${zero} />
      ${told.map(({index, text}) => {
        const isBelow = values[index]! < 0;
        const y = isBelow ? Math.max(...beside(index).map((bar) => bar.y + bar.height)) : Math.min(...beside(index).map((bar) => bar.y));
        return svg`<text class="told" x="${across(index)}%" y=${y} dy=${isBelow ? '1.1em' : '-0.35em'} text-anchor=${anchor(index)}>${text}</text>`;
      })}
    </svg>
    ${marks.map(({index, text}) => svg`<text class="mark" x="${across(index)}%" y="100%" dy="-0.4em" text-anchor=${anchor(index)}>${text}</text>`)}
  </svg>`;
}

export const chartStyles: CSSResult = css`
  .chart {
    block-size: calc(120px + 5em);
    direction: ltr;
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .chart,
  .chart svg {
    stroke: none;
  }
  .chart .bar {
    fill: var(--_link);
  }
  .chart .zero {
    stroke: var(--_edge);
    stroke-width: 1;
  }
  .chart text {
    fill: currentColor;
    font-size: max(0.875em, 14px);
    font-weight: 600;
    stroke: none;
  }
  .chart .mark {
    font-weight: 400;
  }
  /* Large text on a small screen: every other one says enough. */
  @container (max-width: 16em) {
    .chart .mark:nth-of-type(even) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .chart .bar {
      fill: CanvasText;
    }
  }
  @media print {
    .chart .bar {
      fill: black;
    }
  }
`;
