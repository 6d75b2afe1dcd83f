import { describe, expect, it, vi } from 'vitest';
import type { LogEntry } from '../log.js';
import type { Database } from '../store/database.js';
import { Following } from './following.js';

const nowhere = {} as Database;

function following(catchUp: () => Promise<void>, pollMs = 60_000) {
  const logged: LogEntry[] = [];
  let hear: () => void = () => {};
  let isListening = true;
  const listen = (_: string, heard: () => void) => {
    hear = heard;
    return {
      close: async () => {
        isListening = false;
      },
    };
  };
  const log = (entry: LogEntry): void => {
    logged.push(entry);
  };
  const one = new Following({ database: nowhere, listen, catchUp, log, pollMs });
  return { one, logged, hear: () => hear(), isListening: () => isListening };
}

describe('an index that follows', () => {
  it('catches up once more for all that it hears while it is at it', async () => {
    const releases: (() => void)[] = [];
    const { one, hear } = following(() => new Promise((resolve) => releases.push(resolve)));
    for (let count = 0; count < 5; count += 1) hear();
    expect(releases).toHaveLength(1);
    releases[0]?.();
    await vi.waitFor(() => expect(releases).toHaveLength(2));
    releases[1]?.();
    await one.close();
    expect(releases).toHaveLength(2);
  });

  it('catches up although it hears nothing, also after that failed, and says so', async () => {
    let turns = 0;
    const { one, logged } = following(async () => {
      turns += 1;
      if (turns === 1) throw new RangeError('no database');
    }, 1);
    await vi.waitFor(() => expect(turns).toBeGreaterThan(2));
    await one.close();
    expect(logged).toEqual([expect.objectContaining({ event: 'failed', during: 'following' })]);
  });

  it('once closed does no more, and waits for what it was doing', async () => {
    let release: () => void = () => {};
    let isDone = false;
    const { one, hear, isListening } = following(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      isDone = true;
    });
    hear();
    const closing = one.close();
    hear();
    release();
    await closing;
    expect([isDone, isListening()]).toEqual([true, false]);
  });
});
