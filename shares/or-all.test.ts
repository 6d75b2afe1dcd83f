import { describe, expect, it } from 'vitest';
import { openBits, orAll } from './or-all.js';
import type { Words } from './ring.js';
import { share } from './sharing.js';
import { atThree, changed, seededWords } from './three-parties.fixture.js';

const WIDTH = 7;

function withRows(...rows: readonly number[]): Words {
  const plane = new Uint32Array(WIDTH);
  for (const row of rows) plane[row >>> 5] = (plane[row >>> 5] ?? 0) | (1 << (row & 31));
  return plane;
}

async function anyOf(plane: Words, session: number): Promise<readonly boolean[]> {
  const shared = share('binary', plane);
  return atThree((of, party) => orAll(of, shared[party]), { session });
}

describe('the OR of all', () => {
  it('is false at all three where no bit is 1, however the shares were drawn', async () => {
    for (let session = 0; session < 20; session += 1)
      expect(await anyOf(withRows(), session)).toEqual([false, false, false]);
    expect(await anyOf(new Uint32Array(0), 20)).toEqual([false, false, false]);
  });

  it('is true at all three for a single row, wherever it is', async () => {
    // Each of the 32 places in a word, and each word.
    for (let row = 0; row < WIDTH * 32; row += 7)
      expect(await anyOf(withRows(row), row)).toEqual([true, true, true]);
  });

  it('is true for any number of rows: even ones do not cancel each other', async () => {
    const random = seededWords(3);
    for (let session = 0; session < 30; session += 1) {
      const [one = 0, other = 0] = random(2).map((word) => word % (WIDTH * 32));
      expect(await anyOf(withRows(one, other), session)).toEqual([true, true, true]);
    }
    expect(await anyOf(new Uint32Array(WIDTH).fill(2 ** 32 - 1), 1)).toEqual([true, true, true]);
  });

  it('opens words that say nothing of which rows, or how many: each bit of them is 1 half of the time', async () => {
    for (const rows of [[0], [0, 32, 64], [5, 6, 7, 8]]) {
      const plane = withRows(...rows);
      let ones = 0;
      for (let session = 0; session < 25; session += 1) {
        const sent: Uint8Array[] = [];
        const shared = share('binary', plane);
        await atThree((of, party) => orAll(of, shared[party]), {
          session,
          through: (channels) =>
            changed(channels, {
              send: (to, round, bytes, signal) => {
                if (to === 'next') sent.push(bytes.slice());
                return channels.send(to, round, bytes, signal);
              },
            }),
        });
        for (let at = 0; at < 8; at += 1) {
          const byte = sent.reduce((folded, message) => folded ^ (message[at] ?? 0), 0);
          ones += [...byte.toString(2)].filter((digit) => digit === '1').length;
        }
      }
      // Of 1,600 bits, 800 ± 20 (one standard deviation). The keys are fixed, and so are these words.
      expect(Math.abs(ones - 800)).toBeLessThan(80);
    }
  });
});

describe('opening', () => {
  it('gives every party every bit', async () => {
    const plane = withRows(0, 31, 32, 200);
    const shared = share('binary', plane);
    expect(await atThree((of, party) => openBits(of, shared[party]))).toEqual([plane, plane, plane]);
  });
});
