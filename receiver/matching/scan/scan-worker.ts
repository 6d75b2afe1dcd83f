import { parentPort, workerData } from 'node:worker_threads';
import type { ScanTask, ScanThreadSetUp } from './scan-thread.js';
import { Scanner } from './scanner.js';

/** The thread of a {@link ScanThread}: answers each task with its candidates. */
const { memory, layout, scratch }: ScanThreadSetUp = workerData;
const scanner = new Scanner(memory, layout, scratch);
parentPort?.on('message', ({ id, probe, first, end }: ScanTask) => {
  parentPort?.postMessage({ id, candidates: scanner.candidates(probe, first, end) });
});
