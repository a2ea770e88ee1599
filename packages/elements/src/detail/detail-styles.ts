import {css, type CSSResult} from 'lit';

/** One thing in full. */
export const detailStyles: CSSResult = css`
  /* It can stand in half of the component, beside a map. */
  .detail {
    container-type: inline-size;
  }
  .detail-columns {
    display: grid;
    gap: calc(1.5 * var(--_space)) calc(3 * var(--_space));
    grid-template-columns: minmax(0, 1fr);
    inline-size: 100%;
  }
  .detail-text {
    display: grid;
    gap: 12px;
    align-content: start;
    max-inline-size: 68ch;
  }
  .section-title {
    margin-block-start: var(--_space);
  }
  .chapter-title {
    margin-block-start: 4px;
  }
  .chapter {
    display: grid;
    gap: 12px;
  }
  .chapter ul,
  .chapter ol,
  .detail-text > ul {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.25em;
  }
  .photos {
    display: grid;
    gap: var(--_space);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
  }
  figure {
    margin: 0;
  }
  img {
    aspect-ratio: 3 / 2;
    block-size: auto;
    border-radius: var(--_radius);
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  figcaption {
    font-size: max(0.875em, 14px);
    margin-block-start: 4px;
  }
  blockquote {
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 12px;
  }
  .facts {
    border-block-start: 1px solid var(--_line);
  }
  .facts > div {
    border-block-end: 1px solid var(--_line);
    display: grid;
    gap: 0 16px;
    grid-template-columns: 9rem minmax(0, 1fr);
    padding-block: 8px;
  }
  dt {
    color: var(--_quiet);
  }
  dd {
    grid-column: -2;
  }
  .detail-facts a {
    display: inline-block;
    min-block-size: 24px;
  }
  .service {
    border-block-start: 1px solid var(--_line);
    display: grid;
    gap: 8px;
    padding-block: 12px;
  }
  .service .facts,
  .service .facts > div {
    border: 0;
    padding-block: 0;
  }
  .service .facts {
    display: grid;
    gap: 8px;
  }
  .contact-lines {
    display: grid;
    justify-items: start;
  }
  dd + dd > .contact-lines {
    margin-block-start: 8px;
  }
  .detail-forms {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
  }
  .form-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_space);
  }
  .detail-foot {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  @container (inline-size >= 52rem) {
    .detail-columns {
      grid-template-columns: minmax(0, 1fr) 20rem;
    }
    .detail-facts .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (inline-size < 26rem) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    dt {
      color: CanvasText;
    }
  }
`;
