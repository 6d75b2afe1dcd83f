/** For how long it is believed that the three answer, ms; in between nobody is asked for it. */
const BELIEVED_MS = 30_000;
/** After how long those who did not answer are asked again, ms. */
const AGAIN_MS = 3_000;

/** Whether the three could compare a newcomer, as it was seen last: one state for everybody who asks. However many sellers come, the
 * operators are asked seldom, and never twice at the same time. */
export class OperatorsPresence {
  readonly #ask: () => Promise<boolean>;
  readonly #nowMs: () => number;
  #seen: { readonly areThere: boolean; readonly atMs: number } | null = null;
  #asking: Promise<boolean> | null = null;

  /** @param ask - asks all three; it must not take long, nor throw.
   * @param nowMs - a clock that nobody sets. */
  constructor(ask: () => Promise<boolean>, nowMs = () => performance.now()) {
    this.#ask = ask;
    this.#nowMs = nowMs;
  }

  /** What was seen lately, else what is seen now. */
  async areThere(): Promise<boolean> {
    const seen = this.#seen;
    const lastsMs = seen?.areThere ? BELIEVED_MS : AGAIN_MS;
    if (seen !== null && this.#nowMs() - seen.atMs < lastsMs) return seen.areThere;
    return this.renew();
  }

  /** What is seen now. Whoever asks meanwhile waits for the same answer. */
  renew(): Promise<boolean> {
    this.#asking ??= this.#ask()
      .then((areThere) => this.note(areThere))
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  /** What an admission has shown. */
  note(areThere: boolean): boolean {
    this.#seen = { areThere, atMs: this.#nowMs() };
    return areThere;
  }
}
