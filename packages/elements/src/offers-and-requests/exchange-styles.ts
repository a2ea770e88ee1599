import {css, type CSSResult} from 'lit';

/** The way in, one's own, and how it stands with each. */
export const exchangeStyles: CSSResult = css`
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    margin-block-end: calc(1.5 * var(--_space));
  }
  .door {
    display: grid;
    gap: 8px;
    margin-block-end: calc(2 * var(--_space));
    max-inline-size: 60ch;
  }
  .account-part,
  .own,
  .story {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
    justify-items: start;
  }
  .own .list {
    inline-size: 100%;
  }
  .item .button.title {
    min-block-size: 24px;
    padding-block: 0;
  }
  .form-layer {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
    justify-items: start;
  }
  .story .facts {
    inline-size: 100%;
    max-inline-size: 40rem;
  }
  .story .acts {
    margin-block-end: 0;
  }
  .happened {
    display: grid;
    gap: 8px;
    max-inline-size: 68ch;
  }
  .said {
    white-space: pre-line;
  }
  .signed-in {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-block-start: calc(2 * var(--_space));
  }
  @media print {
    .acts,
    .signed-in {
      display: none;
    }
  }
`;
