import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEarcons, type Earcon } from './earcons.js';

const played: number[] = [];
let closed = 0;

/** What the tones need of a browser's sound. */
class FakeAudioContext {
  readonly currentTime = 0;
  readonly destination = {};
  createGain(): object {
    const gain = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} };
    return { gain, connect: (next: unknown) => next };
  }
  createOscillator(): object {
    const frequency = { value: 0 };
    return {
      frequency,
      connect: (next: unknown) => next,
      start: () => played.push(frequency.value),
      stop: () => {},
    };
  }
  close(): Promise<void> {
    closed += 1;
    return Promise.resolve();
  }
}

function frequenciesOf(earcon: Earcon): readonly number[] {
  vi.stubGlobal('AudioContext', FakeAudioContext);
  played.length = 0;
  createEarcons()?.play(earcon);
  return [...played];
}

afterEach(() => vi.unstubAllGlobals());

describe('earcons', () => {
  it('are told apart: one tick, a rising pair, a falling pair', () => {
    const [tick, cue, end] = (['countdown', 'cue', 'end'] as const).map(frequenciesOf);
    expect(tick).toHaveLength(1);
    expect(cue?.[1]).toBeGreaterThan(cue?.[0] ?? Number.POSITIVE_INFINITY);
    expect(end?.[1]).toBeLessThan(end?.[0] ?? 0);
  });

  it('give the sound device back', () => {
    vi.stubGlobal('AudioContext', FakeAudioContext);
    closed = 0;
    createEarcons()?.close();
    expect(closed).toBe(1);
  });

  it('are none where the browser makes no sound', () => expect(createEarcons()).toBeNull());
});
