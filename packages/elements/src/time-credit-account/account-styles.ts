import {css, type CSSResult} from 'lit';

/** The whole account: its figures, its statement, a receipt and a code. */
export const accountStyles: CSSResult = css`
  .number {
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    letter-spacing: 0.05em;
  }
  .statement {
    inline-size: 100%;
  }
  .section {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
    justify-items: start;
  }
  .figures {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    inline-size: 100%;
  }
  .figures th,
  .figures td {
    border-block-end: 1px solid var(--_line);
    padding: 8px 12px 8px 0;
    text-align: start;
    vertical-align: top;
  }
  @container (max-width: 36em) {
    .figures thead {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
    }
    .figures,
    .figures tbody,
    .figures tr,
    .figures th,
    .figures td {
      display: block;
    }
    .figures tr {
      border-block-end: 1px solid var(--_line);
      padding-block: 8px;
    }
    .figures tbody th,
    .figures td {
      border: 0;
      padding: 0;
    }
    .figures td::before {
      color: var(--_quiet);
      content: attr(data-column) ': ' / '';
    }
  }
  .statement-filters {
    display: grid;
    gap: 8px 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    inline-size: 100%;
    max-inline-size: 40rem;
  }
  .statement-filter {
    display: grid;
    gap: 4px;
  }
  .statement-filter label {
    font-weight: 600;
  }
  .statement-filter option {
    background: Canvas;
    color: CanvasText;
  }
  .facts {
    border-block-start: 1px solid var(--_line);
    inline-size: 100%;
  }
  .facts > div {
    border-block-end: 1px solid var(--_line);
    display: grid;
    gap: 0 16px;
    grid-template-columns: minmax(0, 12rem) minmax(0, 1fr);
    padding-block: 8px;
  }
  .facts dt {
    color: var(--_quiet);
  }
  .facts dd {
    grid-column: -2;
  }
  @container (max-width: 24em) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .hash {
    font-family: ui-monospace, monospace;
    hyphens: none;
  }
  .code {
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    font-family: ui-monospace, monospace;
    font-size: clamp(1.5em, 12cqi, 3em);
    font-weight: 700;
    letter-spacing: 0.08em;
    line-height: 1.3;
    padding: 12px 16px;
  }
  .act {
    inline-size: 100%;
  }
  .digits {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.1em;
    max-inline-size: 12em;
  }
  .person-note:empty {
    display: none;
  }
  @media print {
    .acts,
    .no-print,
    .statement-filters,
    .back {
      display: none;
    }
    .movement .title {
      display: inline;
    }
  }
`;
