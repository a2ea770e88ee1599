import {css, type CSSResult} from 'lit';

/** A filter that is open, its choices, and what is chosen. */
export const choosingStyles: CSSResult = css`
  .filter[aria-expanded='true'],
  .filter[aria-pressed='true'] {
    background: var(--_tint);
    border-color: currentColor;
  }
  .filter[aria-expanded='true'] .chevron {
    rotate: 180deg;
  }
  .chosen-count {
    background: var(--_button);
    border: 1px solid var(--_on-button);
    border-radius: 1em;
    box-sizing: border-box;
    color: var(--_on-button);
    font-size: max(0.8125em, 14px);
    line-height: 1.5;
    min-inline-size: 1.75em;
    padding-inline: 6px;
    text-align: center;
  }
  .filter-panel {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    display: grid;
    gap: calc(1.5 * var(--_space));
    justify-items: start;
    padding: var(--_space);
  }
  fieldset {
    border: 0;
    inline-size: 100%;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  .choices {
    display: grid;
    gap: 0 24px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    list-style: none;
    margin-block-start: 4px;
  }
  .choice {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 10px;
    min-block-size: 44px;
  }
  .choice input {
    accent-color: var(--_accent);
    block-size: 24px;
    flex: none;
    inline-size: 24px;
    margin: 0;
  }
  .count {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
    margin-inline-start: auto;
  }
  .chosen,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chosen {
    align-items: center;
    gap: 8px 16px;
  }
  .chips {
    list-style: none;
  }
  .chip {
    align-items: center;
    background: var(--_tint);
    border: 1px solid var(--_edge);
    border-radius: 22px;
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 8px;
    min-block-size: 36px;
    padding: 4px 14px;
    text-align: start;
  }
  .chip:hover {
    border-color: currentColor;
  }
  .chip:focus-visible {
    border-radius: 22px;
  }
  @media (forced-colors: active) {
    .chosen-count {
      border-color: ButtonText;
    }
    .count {
      color: CanvasText;
    }
  }
`;
