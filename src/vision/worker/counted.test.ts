import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Download } from '../protocol.js';
import { CountedDownload } from './counted.js';

const WASM = { file: 'a.wasm', sizeBytes: 300, sha256: '' };
const MODEL = { file: 'b.task', sizeBytes: 100, sha256: '' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted(): { readonly count: CountedDownload; readonly told: number[] } {
  const told: number[] = [];
  const onDownload = ({ stage, loadedBytes, totalBytes }: Download): void => {
    expect([stage, totalBytes]).toEqual(['landmarks', 400]);
    told.push(loadedBytes);
  };
  return { count: new CountedDownload('landmarks', [WASM, MODEL], onDownload), told };
}

it('adds up the files of a stage, and tells ten times a second at most', () => {
  const { count, told } = counted();
  const [ofWasm, ofModel] = [count.of(WASM), count.of(MODEL)];
  ofWasm(0);
  ofWasm(100);
  ofModel(50);
  vi.advanceTimersByTime(100);
  ofWasm(200);
  expect(told).toEqual([0, 250]);
});

it('tells the end at once, and less where a file has to come anew', () => {
  const { count, told } = counted();
  count.of(MODEL)(100);
  count.of(WASM)(300);
  vi.advanceTimersByTime(100);
  count.of(WASM)(0);
  expect(told).toEqual([100, 400, 100]);
});

it('does not tell more than there is', () => {
  const { count, told } = counted();
  count.of(WASM)(999);
  expect(told).toEqual([300]);
});
