import type { PinnedFile } from '../manifest.js';
import type { DownloadStage, OnDownload } from '../protocol.js';

/** Shortest time between two reports, ms: each is a message to the page. */
const REPORT_EVERY_MS = 100;

/** Counts what has come of the files of one stage. */
export class CountedDownload {
  readonly #stage: DownloadStage;
  readonly #totalBytes: number;
  readonly #onDownload: OnDownload;
  readonly #loadedBytes = new Map<PinnedFile, number>();
  #reportedAtMs = Number.NEGATIVE_INFINITY;

  constructor(stage: DownloadStage, files: readonly PinnedFile[], onDownload: OnDownload) {
    this.#stage = stage;
    this.#totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    this.#onDownload = onDownload;
  }

  /** @returns what the fetching of one of the files tells how much of it is there. */
  of(file: PinnedFile): (loadedBytes: number) => void {
    return (loadedBytes) => {
      // Another file under the same name may be longer; its hash will say so.
      this.#loadedBytes.set(file, Math.min(loadedBytes, file.sizeBytes));
      this.#report(loadedBytes >= file.sizeBytes);
    };
  }

  /** @param isWhole - of a file: nothing more may come for a long while. */
  #report(isWhole: boolean): void {
    const loadedBytes = [...this.#loadedBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
    const nowMs = performance.now();
    if (!isWhole && nowMs - this.#reportedAtMs < REPORT_EVERY_MS) return;
    this.#reportedAtMs = nowMs;
    this.#onDownload({ stage: this.#stage, loadedBytes, totalBytes: this.#totalBytes });
  }
}
