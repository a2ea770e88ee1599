const addressPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:~[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** A slug, with its community before it (`eemsdelta~buurtsuper`) within a region. */
export function isAddress(text: string | null): text is string {
  return text !== null && addressPattern.test(text);
}
