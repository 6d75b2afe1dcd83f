import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/build/root.js';
import { WHY_IT_GREW, WHY_XSTATE } from './remarks.js';
import { type Measured, sizesSection, toMarkdown } from './report.js';

const SIZES = { noticeGzipBytes: 71_162, assets: [['a.wasm', 2_000_000, 1_000_000]], commit: 'abc' } as const;

function measured(humanMs: number): Measured {
  const frame = { candorMs: 20, candorWorkMs: 19, humanMs, candorFound: true, humanFound: true };
  const split = { workMs: 19, drawMs: 2, readMs: 3 };
  const journey = {
    consentToFirstFrameMs: 800,
    clipEndToPayloadMs: 40,
    sendToAcceptedMs: 80,
    longTasksMs: [],
    verdict: 'live',
    recordings: 1,
    envelope: Buffer.alloc(0),
    heapMb: 5,
  };
  const machine = {
    cpu: '2 ×',
    browser: 'Chromium',
    node: 'v20',
    commit: 'abc',
    loadBefore: [0],
    loadAfter: [0],
    date: '2026-11-28',
  };
  return {
    frames: [frame],
    splits: { canvas: [split], webgl: [{ ...split, readMs: 9, workMs: 25 }] },
    journeys: [journey],
    framesAnalysed: [133],
    sizes: SIZES,
    machine,
  };
}

describe('the report', () => {
  it('says of the ratio to the rival whether it is what was aimed for', () => {
    expect(toMarkdown(measured(47.2))).toContain('**2.36**, aim ≥ 3, **missed**.');
    expect(toMarkdown(measured(60))).toContain('**3.00**, aim ≥ 3, met.');
  });

  it('divides a frame into drawing, reading back and the rest, for either way to the pixels', () => {
    const report = toMarkdown(measured(50));
    expect(report).toMatch(/^\| `getImageData`.* \| 19\.0 ms \| 2\.0 ms \| 3\.0 ms \| 14\.0 ms \|$/m);
    expect(report).toMatch(/^\| WebGL2.* \| 25\.0 ms \| 2\.0 ms \| 9\.0 ms \| 14\.0 ms \|$/m);
  });

  it('keeps what is written by hand, which docs/benchmarks.md has now', () => {
    const written = readFileSync(`${ROOT}docs/benchmarks.md`, 'utf8');
    expect(toMarkdown(measured(50))).toContain(WHY_XSTATE);
    expect(written).toContain(WHY_XSTATE);
    // `--sizes` writes this part alone.
    expect(sizesSection(SIZES)).toContain(WHY_IT_GREW);
    expect(written).toContain(WHY_IT_GREW);
  });

  it('says by how much the notice has grown', () => {
    expect(sizesSection(SIZES)).toContain('| before the question | 57.7 kB | 71.2 kB |');
  });
});
