/** Least time between two things said, ms: a screen reader that is interrupted says nothing (requirement A-05). */
export const SPEECH_GAP_MS = 1_200;

/** Lets values through one at a time: at least `gapMs` apart, the last one wins, nothing twice within a gap. */
export class Pacer<T> {
  readonly #gapMs: number;
  readonly #publish: (value: T) => void;
  #published: T | undefined;
  #waiting: { readonly value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(gapMs: number, publish: (value: T) => void) {
    this.#gapMs = gapMs;
    this.#publish = publish;
  }

  /** Says it now if nothing was said lately, else when the gap is over, unless something newer has come by then. */
  offer(value: T): void {
    if (this.#timer === null) this.#say(value);
    else this.#waiting = value === this.#published ? null : { value };
  }

  /** Says it now, whatever was said lately: what opens a step. What waited belongs to the step before. */
  sayNow(value: T): void {
    this.stop();
    this.#say(value);
  }

  /** Drops what waits. The pacer can be used again. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = null;
  }

  #say(value: T): void {
    this.#published = value;
    this.#publish(value);
    this.#timer = setTimeout(() => this.#release(), this.#gapMs);
  }

  #release(): void {
    const waiting = this.#waiting;
    this.stop();
    if (waiting !== null) this.#say(waiting.value);
  }
}
