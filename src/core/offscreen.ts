/** Whether this browser draws off the screen, as the analysis must to read a picture. */
export function hasOffscreen2d(): boolean {
  return typeof OffscreenCanvas === 'function' && new OffscreenCanvas(1, 1).getContext('2d') !== null;
}
