import {css, type CSSResult} from 'lit';

/** How a balance and what moved look. */
export const creditStyles: CSSResult = css`
  .account,
  .account-part {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  .account {
    gap: calc(2 * var(--_space));
  }
  .account > .account-part,
  .account .list,
  .account-part > .chart {
    inline-size: 100%;
  }
  .balance {
    display: grid;
    gap: 4px;
    max-inline-size: 60ch;
  }
  .amount {
    color: var(--buurt-amount-color, inherit);
    font-size: 2em;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.25;
  }
  .movement-title {
    font-weight: 600;
  }
  .movement:not(:has(button)):hover {
    background: none;
    box-shadow: none;
  }
  .movement .title {
    color: inherit;
    min-block-size: 24px;
    padding-block: 0;
  }
  .signed-in {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }
  a.button {
    text-decoration: none;
  }
  a.primary:hover {
    color: var(--_on-button);
    text-decoration: underline;
  }
  @media print {
    .signed-in {
      display: none;
    }
  }
`;
