import {expect, fixture, html} from '@open-wc/testing';
import {css, LitElement, type TemplateResult} from 'lit';
import {barChart, chartStyles} from './bar-chart.ts';
import {toldBars} from './told-bars.ts';

class ChartOnPage extends LitElement {
  static override styles = [
    chartStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];
  values: readonly number[] = [];

  protected override render(): TemplateResult {
    const {values} = this;
    return barChart({label: 'x', values, told: toldBars(values).map((index) => ({index, text: 'Nu 1,75 tijdspunten'})), marks: []});
  }
}
customElements.define('chart-on-page', ChartOnPage);

const weeks = (value: (week: number) => number) => Array.from({length: 52}, (_, week) => value(week));

const years: Record<string, number[]> = {
  'a last week lower than the weeks before': weeks((week) => (week < 26 ? 0 : week < 45 ? 240 : 105)),
  'a highest week in the middle': weeks((week) => (week === 26 ? 300 : 60)),
  'a highest week at the beginning': weeks((week) => (week === 1 ? 300 : 15 + week)),
  'weeks below zero': weeks((week) => (week < 10 ? -200 : week < 40 ? 120 : -60)),
};

describe('what a chart says beside its bars', () => {
  for (const [name, values] of Object.entries(years))
    for (const width of [272, 700])
      it(`lies over no bar and no other text in ${width} pixels, with ${name}`, async () => {
        const page = await fixture<ChartOnPage>(html`<chart-on-page .values=${values}></chart-on-page>`);
        page.style.inlineSize = `${width}px`;
        const boxes = (selector: string) => [...page.renderRoot.querySelectorAll(selector)].map((shape) => shape.getBoundingClientRect());
        const texts = boxes('.told');
        const others = (text: DOMRect) => [...boxes('.bar'), ...texts.filter((other) => other !== text)];
        // The line of a text is higher than its letters.
        const meet = (text: DOMRect, other: DOMRect) =>
          text.left < other.right && other.left < text.right && text.top + 3 < other.bottom && other.top < text.bottom - 3;

        expect(texts.length).to.be.greaterThan(0);
        for (const text of texts) expect(others(text).some((other) => meet(text, other))).to.equal(false);
      });
});
