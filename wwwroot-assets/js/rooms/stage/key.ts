// The key of a screen comes in the address, after the #. It does not stay there: the address is on a screen that everybody sees.
const nameOf = (code: string): string => `room-stage-${code}`;

/** @returns null where this browser does not have it. */
export function findKey(code: string): string | null {
  const key = decodeURIComponent(location.hash.slice(1));
  if (key === '') return read(code);
  keepKey(code, key);
  history.replaceState(history.state, '', location.pathname + location.search);
  return key;
}

export function keepKey(code: string, key: string): void {
  try {
    localStorage.setItem(nameOf(code), key);
  } catch {
    // Storage is forbidden: a reload needs the link again.
  }
}

function read(code: string): string | null {
  try {
    return localStorage.getItem(nameOf(code));
  } catch {
    return null;
  }
}
