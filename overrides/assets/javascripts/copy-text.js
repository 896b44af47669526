// Puts text on the clipboard, or says that it could not.

/** @param {string} text @returns {Promise<boolean>} whether the text reached the clipboard */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no clipboard outside https, or the reader said no
  }
}
