/** Whether this thread can have a WebGL2 context off the screen, as the analysis needs. One is made, because nothing else
 * tells, and given back at once: a browser allows a page only a few. */
export function hasWebGl2(): boolean {
  if (typeof OffscreenCanvas !== 'function') return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
