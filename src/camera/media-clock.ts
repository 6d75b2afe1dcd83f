/** How far an engine's clock may part from the page's own before nobody believes it, ms. A busy page hears of a frame
 * late; a second late it is too slow for the check anyway. */
const MAX_DRIFT_MS = 1_000;
/** Two frames are never at one time, ms: not even where the browser coarsens its clocks to 100 ms. */
const MIN_STEP_MS = 1;

interface Moment {
  readonly engineMs: number;
  readonly pageMs: number;
}

/** When each frame was, from the source's first one, always growing. Engines are asked and not believed: their time of a
 * camera's frame stands still (Firefox and Safari leave `mediaTime` at 0), goes back, jumps with the device's clock, or
 * comes in another unit. The first time that does not go with the page's clock is the last that counts; from then on
 * the frames are dated by their arrival. */
export class MediaClock {
  readonly #pageNow: () => number;
  #first: Moment | null = null;
  #lastEngineMs = Number.NEGATIVE_INFINITY;
  #lastMs = 0;
  #isEngineTrusted = true;

  /** @param pageNow - the page's clock, ms; it never goes back. */
  constructor(pageNow: () => number = () => performance.now()) {
    this.#pageNow = pageNow;
  }

  /** The time of a frame that has just come, ms since the first. @param engineMs - what the engine says, on any clock. */
  at(engineMs: number): number {
    const pageMs = this.#pageNow();
    if (this.#first === null) return this.#begin({ engineMs, pageMs });
    const byPage = pageMs - this.#first.pageMs;
    const byEngine = engineMs - this.#first.engineMs;
    // A comparison with NaN is false.
    const isCredible = engineMs > this.#lastEngineMs && Math.abs(byEngine - byPage) <= MAX_DRIFT_MS;
    this.#isEngineTrusted &&= isCredible;
    this.#lastEngineMs = engineMs;
    this.#lastMs = Math.max(this.#isEngineTrusted ? byEngine : byPage, this.#lastMs + MIN_STEP_MS);
    return this.#lastMs;
  }

  #begin(first: Moment): number {
    this.#first = first;
    this.#lastEngineMs = first.engineMs;
    return 0;
  }
}
