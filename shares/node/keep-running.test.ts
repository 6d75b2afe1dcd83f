import { describe, expect, it } from 'vitest';
import { ShareError } from '../errors.js';
import { keepRunning, type Running } from './keep-running.js';

const FAILED = new ShareError('shares.database_failed', { detail: 'ECONNREFUSED' });

/** Counts what is open, and can be ended from outside. */
class Trial implements Running {
  static open = 0;
  readonly #ending = new AbortController();

  constructor() {
    Trial.open += 1;
  }

  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  lose(): void {
    this.#ending.abort(FAILED);
  }

  async close(): Promise<void> {
    Trial.open -= 1;
  }
}

interface Kept {
  readonly said: string[];
  readonly closing: AbortController;
  readonly over: Promise<void>;
}

function kept(first: Trial, begin: () => Promise<Trial>, onResume: () => void = () => {}): Kept {
  const said: string[] = [];
  const closing = new AbortController();
  const over = keepRunning(
    {
      first,
      begin,
      onPause: ({ code }) => said.push(`paused ${code}`),
      onResume: () => {
        said.push('resumed');
        onResume();
      },
      onStop: ({ code }) => said.push(`stopped ${code}`),
    },
    closing.signal,
  );
  return { said, closing, over };
}

describe('what is kept running', () => {
  it('begins anew when it has ended, after what ended is closed, and says each reason once', async () => {
    const first = new Trial();
    let tries = 0;
    const begin = async (): Promise<Trial> => {
      expect(Trial.open).toBe(0);
      tries += 1;
      if (tries < 4) throw tries === 1 ? FAILED : new ShareError('shares.timeout');
      return new Trial();
    };
    const { said, closing, over } = kept(first, begin, () => closing.abort());
    first.lose();
    await over;
    expect(said).toEqual(['paused shares.database_failed', 'paused shares.timeout', 'resumed']);
    expect(Trial.open).toBe(0);
  });

  it('stops where no waiting helps: another works in its place', async () => {
    const first = new Trial();
    const { said, over } = kept(first, () => Promise.reject(new ShareError('shares.in_use')));
    first.lose();
    await over;
    expect(said).toEqual(['paused shares.database_failed', 'stopped shares.in_use']);
    expect(Trial.open).toBe(0);
  });

  it('is closed when it is told to, also while it waits', async () => {
    const running = kept(new Trial(), () => Promise.reject(FAILED));
    running.closing.abort();
    await running.over;
    const first = new Trial();
    const waiting = kept(first, () => Promise.reject(FAILED));
    first.lose();
    await new Promise((resolve) => setTimeout(resolve, 20));
    waiting.closing.abort();
    await waiting.over;
    expect([...running.said, ...waiting.said]).not.toContain('resumed');
    expect(Trial.open).toBe(0);
  });
});
