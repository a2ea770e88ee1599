import {css, type CSSResult} from 'lit';

/** When one can come, and how it stands with the places. */
export const shiftStyles: CSSResult = css`
  .shifts {
    border-block-end: 1px solid var(--_line);
    list-style: none;
  }
  .detail-text > .shifts {
    padding: 0;
    gap: 0;
  }
  .shift {
    align-items: center;
    border-block-start: 1px solid var(--_line);
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_space);
    justify-content: space-between;
    padding-block: 12px;
  }
  .shift > div {
    flex: 1 1 15rem;
    min-inline-size: 0;
  }
  .shift-when {
    font-weight: 600;
  }
  .shift-places {
    color: var(--_quiet);
    list-style: none;
  }
  .outcome {
    display: grid;
    gap: var(--_space);
    justify-items: start;
    max-inline-size: 40rem;
  }
  .outcome-contact {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  .outcome-contact a {
    min-block-size: 24px;
  }
  .form-layer {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
  }
  @media (forced-colors: active) {
    .shift-places {
      color: CanvasText;
    }
  }
`;
