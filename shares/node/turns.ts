/** One piece of work after the other: sessions, deletions and what is settled never see each other's half. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs it when everything before has ended, well or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Resolves when everything so far has ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
