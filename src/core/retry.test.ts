import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryOf, tryQuietly, underFreshQuery } from './retry.js';

const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-26T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function answerOf(status: number, retryAfter?: string, date?: string) {
  const headers = new Headers();
  if (retryAfter !== undefined) headers.set('Retry-After', retryAfter);
  if (date !== undefined) headers.set('Date', date);
  return retryOf(new Response(null, { status, headers }));
}

describe('tryQuietly', () => {
  it('gives what the third try gives', async () => {
    const indexes: number[] = [];
    const trying = tryQuietly(never, async (index) => {
      indexes.push(index);
      return index < 2
        ? { kind: 'failed', error: new Error('spoilt'), again: 'soon' }
        : { kind: 'done', value: 7 };
    });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await trying).toBe(7);
    expect(indexes).toEqual([0, 1, 2]);
  });

  it('throws what the third try throws', async () => {
    let tries = 0;
    const refused = expect(
      tryQuietly(never, async () => {
        tries += 1;
        return { kind: 'failed', error: new Error(`try ${tries}`), again: 'soon' };
      }),
    ).rejects.toThrow('try 3');
    await vi.advanceTimersByTimeAsync(3_000);
    await refused;
  });

  it.each(['never', 20_000] as const)('asks once where another try may help %s', async (again) => {
    const attempt = vi.fn(async () => ({ kind: 'failed', error: new Error('gone'), again }) as const);
    await expect(tryQuietly(never, attempt)).rejects.toThrow('gone');
    expect(attempt).toHaveBeenCalledOnce();
  });

  it('waits as long as the server asks', async () => {
    const attempt = vi.fn(async () => ({ kind: 'failed', error: new Error('busy'), again: 5_000 }) as const);
    const refused = expect(tryQuietly(never, attempt)).rejects.toThrow('busy');
    await vi.advanceTimersByTimeAsync(4_900);
    expect(attempt).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(attempt).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5_000);
    await refused;
  });

  it('ends in the middle of a pause when whoever waits has left', async () => {
    const leaving = new AbortController();
    const attempt = vi.fn(async () => ({ kind: 'failed', error: new Error('busy'), again: 'soon' }) as const);
    const refused = expect(tryQuietly(leaving.signal, attempt)).rejects.toThrow('left');
    await vi.advanceTimersByTimeAsync(100);
    leaving.abort(new Error('left'));
    await refused;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(attempt).toHaveBeenCalledOnce();
  });
});

describe('retryOf', () => {
  it('takes faults and overload of a server for passing, and nothing else', () => {
    expect([500, 502, 503, 504, 429, 408].map((status) => answerOf(status))).toEqual(Array(6).fill('soon'));
    expect([400, 401, 403, 404, 410, 451].map((status) => answerOf(status))).toEqual(Array(6).fill('never'));
  });

  const NOON = 'Thu, 26 Nov 2026 12:00:00 GMT';

  it('reads Retry-After in seconds and as a date', () => {
    expect(answerOf(429, '3')).toBe(3_000);
    expect(answerOf(503, 'Thu, 26 Nov 2026 12:00:08 GMT', NOON)).toBe(8_000);
    expect(answerOf(503, 'Thu, 26 Nov 2026 11:00:00 GMT', NOON)).toBe(0);
    expect(answerOf(503, 'soon', NOON)).toBe('soon');
  });

  it.each(['2026-11-20T12:00:00Z', '2026-12-02T12:00:00Z'])(
    'measures a date by the answer’s own Date, on a device on which it is %s',
    (deviceNow) => {
      vi.setSystemTime(deviceNow);
      expect(answerOf(503, 'Thu, 26 Nov 2026 12:00:08 GMT', NOON)).toBe(8_000);
      expect(answerOf(503, 'Thu, 26 Nov 2026 12:00:08 GMT')).toBe('soon');
    },
  );
});

describe('underFreshQuery', () => {
  it('keeps the address and its own query', () => {
    expect(underFreshQuery('https://shop.example/a/worker.js?v=2')).toMatch(
      /^https:\/\/shop\.example\/a\/worker\.js\?v=2&candor=[\w-]+$/,
    );
  });

  it('gives another one each time', () => {
    const first = underFreshQuery('https://shop.example/worker.js');
    expect(underFreshQuery('https://shop.example/worker.js')).not.toBe(first);
  });
});
