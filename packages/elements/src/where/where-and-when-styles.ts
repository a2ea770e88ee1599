import {css, type CSSResult} from 'lit';

/** How a place, a time and an order are chosen. */
export const whereAndWhenStyles: CSSResult = css`
  .near,
  .place-field {
    display: grid;
    gap: 4px;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    max-inline-size: 30rem;
  }
  .near {
    gap: var(--_space);
  }
  .place-field {
    inline-size: 100%;
  }
  .near label {
    font-weight: 600;
  }
  select.input {
    display: block;
    font-weight: 400;
    inline-size: auto;
    margin-block-start: 4px;
    max-inline-size: 100%;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  .open-at {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_space);
    margin-block-start: 8px;
  }
  .places {
    box-sizing: border-box;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    inline-size: 100%;
    list-style: none;
    margin-block-start: 4px;
  }
  .place {
    box-sizing: border-box;
    cursor: pointer;
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
    min-block-size: 44px;
    padding: 10px 12px;
  }
  .place:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }
  .place:hover {
    background: var(--_tint);
  }
  .place[aria-selected='true'] {
    background: var(--_tint);
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  .place-source {
    font-size: max(0.875em, 14px);
  }
  .near p:empty {
    display: none;
  }
`;
