import {css} from 'lit';

export const communityStyles = css`
  .notes {
    margin-block-start: calc(2 * var(--_space));
  }
  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
`;
