import {css} from 'lit';
import {printStyles} from '../styles/print-styles.ts';

/** What is drawn with the community's settings, and what nobody needs before they are there. */
export const communityStyles = css`
  .notes {
    margin-block-start: calc(2 * var(--_space));
  }
  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  ${printStyles}
`;
