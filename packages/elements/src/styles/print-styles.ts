import {css} from 'lit';

/** Paper: black on white, with addresses that can be read, and without what can only be pressed. Not needed before the rest is there. */
export const printStyles = css`
  @media print {
    .frame {
      min-block-size: 0;
    }
    .root,
    a,
    .muted {
      color: black;
    }
    .filter-bar,
    .more,
    .button {
      display: none;
    }
    .item {
      break-inside: avoid;
    }
    .title::after {
      content: attr(href);
      display: block;
      font-size: 0.8em;
      font-weight: 400;
      position: static;
    }
  }
`;
