import { afterEach, describe, expect, it } from 'vitest';
import { ExactIndex } from '../exact.js';
import { type Probe, type Scope, UNIT_TOLERANCE } from '../template-index.js';
import { quantiseProbe } from './quantise.js';
import { QuantisedRows } from './quantised-rows.js';
import { type ScanLoss, ScanThread } from './scan-thread.js';
import { Scanner } from './scanner.js';

const DIM = 16;
const ROWS = 9_003;
const GALLERY: Scope = { kind: 'gallery' };
/** As alike as any two of them that share a digit. */
const THRESHOLD = 0.9;

const opened: ExactIndex[] = [];
afterEach(async () => {
  for (const index of opened.splice(0)) await index.close();
});

/** @param manyRows - 1: on threads; more than there are rows: on this one. */
function indexWith(manyRows: number): ExactIndex {
  const index = new ExactIndex(DIM, { manyRows });
  opened.push(index);
  for (let at = 0; at < ROWS; at += 1) index.insert(template(`v${at}`, at));
  return index;
}

function direction(at: number): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(DIM);
  vector[at % DIM] = 1;
  return vector;
}

function template(verificationId: string, at: number) {
  return { verificationId, holder: verificationId, groups: [], expiresAtMs: 1, vector: direction(at) };
}

const probe = (at: number): Probe => ({ vector: direction(at), never: new Set(), atMs: 0 });

async function idsAt(index: ExactIndex, at: number): Promise<readonly string[]> {
  const { hits } = await index.search(probe(at), THRESHOLD, GALLERY);
  return hits.map(({ verificationId }) => verificationId).toSorted();
}

describe('a thread that scans', () => {
  it('finds what the same rows give here, and nothing once it is lost, until it has started anew', async () => {
    const block = new QuantisedRows(DIM);
    for (let at = 0; at < ROWS; at += 1) block.append(direction(at));
    const { memory, layout } = block;
    const asked = quantiseProbe(direction(2), THRESHOLD, 1 + UNIT_TOLERANCE);
    const lost: ScanLoss[] = [];
    const thread = new ScanThread({ memory, layout, scratch: 1 }, (loss) => lost.push(loss));
    const here = new Scanner(memory, layout, 0);
    expect(await thread.candidates(asked, 3, ROWS)).toEqual(here.candidates(asked, 3, ROWS));
    const cut = thread.candidates(asked, 0, ROWS);
    await thread.close();
    expect(await cut).toBeNull();
    expect(await thread.candidates(asked, 0, ROWS)).toEqual(here.candidates(asked, 0, ROWS));
    await thread.close();
    expect(lost, 'what is closed is not lost').toEqual([]);
  });

  it('that fails, ends or takes too long is told of, by a code, and is given up after the third time', async () => {
    const block = new QuantisedRows(DIM);
    for (let at = 0; at < ROWS; at += 1) block.append(direction(at));
    const { memory, layout } = block;
    const asked = quantiseProbe(direction(2), THRESHOLD, 1 + UNIT_TOLERANCE);
    const lost: ScanLoss[] = [];
    const note = (loss: ScanLoss): void => {
      lost.push(loss);
    };
    // No scratch is there.
    const failing = new ScanThread({ memory, layout, scratch: 1_000_000 }, note);
    for (let time = 1; time <= 3; time += 1) {
      expect(await failing.candidates(asked, 0, ROWS)).toBeNull();
      await failing.close();
    }
    expect(lost.map(({ code, startsLeft }) => [code, startsLeft])).toEqual([
      ['scan.failed', 2],
      ['scan.failed', 1],
      ['scan.failed', 0],
    ]);
    expect(lost[0]?.thrown).toMatchObject({ name: 'RangeError' });
    expect(await failing.candidates(asked, 0, ROWS), 'and is not started again').toBeNull();
    expect(lost).toHaveLength(3);
    const late = new ScanThread({ memory, layout, scratch: 1 }, note, 0);
    expect(await late.candidates(asked, 0, ROWS)).toBeNull();
    expect(lost.at(-1)).toEqual({ code: 'scan.late', startsLeft: 2, thrown: null });
    await late.close();
  });
});

describe('a gallery that is scanned on threads', () => {
  it('gives the same hits as on one, for several who ask at once', async () => {
    const [threaded, here] = [indexWith(1), indexWith(Number.POSITIVE_INFINITY)];
    const asked = [0, 1, 2, 3, 4, 5, 6, 7];
    const found = await Promise.all(asked.map((at) => idsAt(threaded, at)));
    expect(found.map((ids) => ids.length)).toEqual(asked.map((at) => Math.ceil((ROWS - at) / DIM)));
    for (const [at, ids] of found.entries()) expect(ids).toEqual(await idsAt(here, at));
  });

  it('sees what comes and goes while they scan as it is at the end', async () => {
    const index = indexWith(1);
    const before = await idsAt(index, 3);
    const searching = idsAt(index, 3);
    // What is last takes the place of what is removed: rows move under the scan.
    for (let at = 0; at < 3_000; at += 1) index.remove(`v${at}`);
    index.insert(template('late', 3));
    const left = before.filter((id) => Number(id.slice(1)) >= 3_000);
    expect(await searching).toEqual([...left, 'late'].toSorted());
  });

  it('is searched all the same when a thread is lost, and on threads again afterwards', async () => {
    const index = indexWith(1);
    const before = await idsAt(index, 5);
    const searching = idsAt(index, 5);
    await index.close();
    expect(await searching).toEqual(before);
    expect(await idsAt(index, 5)).toEqual(before);
  });
});
