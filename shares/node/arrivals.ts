import { withDeadline } from '../../src/core/abort.js';
import { ShareError } from '../errors.js';

/** Things that are waited for by name. What comes and is not waited for is dropped. */
export class Arrivals<T> {
  readonly #waiting = new Map<string, (arrived: T) => void>();

  put(name: string, arrived: T): void {
    this.#waiting.get(name)?.(arrived);
  }

  /** Waits from now on.
   * @throws {@link ShareError} `shares.timeout`, or the signal's reason. */
  async take(name: string, timeoutMs: number, signal: AbortSignal): Promise<T> {
    const late = (): Error => new ShareError('shares.timeout', { detail: `${timeoutMs} ms` });
    try {
      return await withDeadline(timeoutMs, signal, late, () => this.#arrival(name));
    } finally {
      this.#waiting.delete(name);
    }
  }

  #arrival(name: string): Promise<T> {
    return new Promise((resolve) => {
      this.#waiting.set(name, resolve);
    });
  }
}
