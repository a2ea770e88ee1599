import {css, type CSSResult} from 'lit';

/** How questions are asked. */
export const formStyles: CSSResult = css`
  .form,
  .form-body {
    --_wrong: light-dark(#9b1c1c, #ffb4ab);
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
    max-inline-size: 40rem;
  }
  .form-body {
    gap: calc(1.5 * var(--_space));
  }
  .form-step,
  .field {
    display: grid;
    gap: 4px;
    grid-template-columns: minmax(0, 1fr);
  }
  .field label {
    font-weight: 600;
  }
  .field .optional {
    font-weight: 400;
  }
  .field textarea {
    display: block;
    line-height: inherit;
    resize: vertical;
  }
  .field select,
  .field textarea {
    scroll-margin-block: 5rem;
  }
  .field option {
    background: Canvas;
    color: CanvasText;
  }
  .field .check {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 12px;
    min-block-size: 44px;
  }
  .check input {
    block-size: 24px;
    flex: none;
    inline-size: 24px;
    margin: 0;
  }
  .wrong {
    border-inline-start: 4px solid var(--_wrong);
    padding-inline-start: 12px;
  }
  .error {
    align-items: start;
    color: var(--_wrong);
    display: flex;
    font-weight: 600;
    gap: 8px;
  }
  .form-errors {
    border-color: var(--_wrong);
    margin-block: 0 8px;
  }
  .form-errors ul {
    display: grid;
    gap: 8px;
    list-style: none;
    margin-block-start: 8px;
  }
  .form-errors a {
    display: inline-block;
    min-block-size: 24px;
  }
  .form-errors:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .form-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_space);
  }
  .field .place-field {
    max-inline-size: none;
  }
  .similar {
    margin-block: 0;
  }
  .similar > div,
  .members {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .similar ul {
    padding-inline-start: 1.25em;
  }
  .members {
    list-style: none;
  }
  .place-note:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .error {
      color: CanvasText;
    }
  }
  @media print {
    .form {
      display: none;
    }
  }
`;
