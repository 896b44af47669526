// A part of an address as a person reads it.

/** @param {string} fragment @returns {string} without percent signs, or as it is when they stand for nothing */
export function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
