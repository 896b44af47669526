// Where a zoomed picture stands after a step. Pure: touches no page.

/** @typedef {{scale: number, left: number, top: number}} View scale of the picture; left, top: scroll offsets in px */

/** The greatest scale a reader may reach, the natural size being 1. */
export const GREATEST = 4;

/**
 * Zoom so that the point under the pointer stays under it.
 * @param {View} view @param {number} factor @param {number} x @param {number} y the point, in px from the viewport's corner
 * @param {number} smallest the scale at which the whole picture is seen
 * @returns {View}
 */
export function zoomed({ scale, left, top }, factor, x, y, smallest) {
  const next = Math.min(GREATEST, Math.max(Math.min(1, smallest), scale * factor));
  const grown = next / scale;
  return { scale: next, left: (left + x) * grown - x, top: (top + y) * grown - y };
}

/**
 * The scale at which a picture fills a box without leaving it, never more than twice its natural size.
 * @param {number} width @param {number} height of the picture @param {number} boxWidth @param {number} boxHeight
 */
export function fitting(width, height, boxWidth, boxHeight) {
  return Math.min(2, boxWidth / width, boxHeight / height);
}
