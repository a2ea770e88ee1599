/** Why a caller aborted. React Native's signals have no reason. */
export function reasonOf(signal: AbortSignal): unknown {
  return signal.reason ?? Object.assign(new Error('Aborted'), {name: 'AbortError'});
}
