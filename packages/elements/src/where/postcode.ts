/** A postcode, perhaps with a house number: no name, and too much of somebody's home for a page's address. */
export const postcode = /^[1-9]\d{3} ?[a-z]{2}( \d+ ?\w*)?$/i;
