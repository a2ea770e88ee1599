import {css, type CSSResult} from 'lit';

/** Figures beside each other where there is room. */
export const fundStyles: CSSResult = css`
  .frame {
    min-block-size: var(--buurt-reserve, max(14rem, calc(34rem - 50cqi)));
  }
  .skeleton-row ~ .skeleton-row {
    display: none;
  }
  .fund-title {
    margin-block-end: 8px;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(3 * var(--_space));
    list-style: none;
    margin-block: var(--_space);
  }
  .figure {
    display: grid;
  }
  .amount {
    color: var(--buurt-amount-color, inherit);
    font-size: 1.75em;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.25;
  }
`;
