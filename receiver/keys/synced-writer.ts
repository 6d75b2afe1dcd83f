import type { FileHandle } from 'node:fs/promises';
import { assertNotLost } from './not-lost.js';

interface Write {
  readonly bytes: Uint8Array;
  readonly position: number;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Writes in place and says so only once it is on the disk. Whatever is asked for while the disk is busy shares the next sync. */
export class SyncedWriter {
  readonly #file: FileHandle;
  readonly #lost: AbortSignal | undefined;
  #waiting: Write[] = [];
  #running: Promise<void> | null = null;
  #failure: { readonly cause: unknown } | null = null;

  /** @param lost - once aborted, the file is another's, and every write is refused. */
  constructor(file: FileHandle, lost?: AbortSignal) {
    this.#file = file;
    this.#lost = lost;
  }

  /** @throws `storage.unavailable` where the file is another's; or the error of the file system. After a sync that failed, every write: nobody knows then what the disk holds, and
   * the kernel may call the next sync a success (https://wiki.postgresql.org/wiki/Fsync_Errors). */
  write(bytes: Uint8Array, position: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, position, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves once nothing is being written. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#writeAll(batch);
        for (const { resolve } of batch) resolve();
      } catch (thrown) {
        for (const { reject } of batch) reject(thrown);
      }
    }
    this.#running = null;
  }

  async #writeAll(batch: readonly Write[]): Promise<void> {
    if (this.#failure !== null) throw this.#failure.cause;
    for (const { bytes, position } of batch) await this.#writeWhole(bytes, position);
    try {
      await this.#file.datasync();
    } catch (cause) {
      this.#failure = { cause };
      throw cause;
    }
  }

  async #writeWhole(bytes: Uint8Array, position: number): Promise<void> {
    assertNotLost(this.#lost);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
