// What the reader chose, kept on her device. A forbidden or full localStorage means: not remembered, never an error.

/** @param {string} key @returns {string|null} the stored value, or null */
export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string|null} value null forgets the key */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Private mode or full: the choice holds for this page only.
  }
}
