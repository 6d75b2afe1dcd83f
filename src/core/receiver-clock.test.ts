import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReceiverClock, type ReceiverClock, wholeSecond } from './receiver-clock.js';

const DAY_MS = 86_400_000;
const RECEIVER_MS = Date.parse('2026-03-01T10:00:00.000Z');

/** A device: its time of day, which may be set at any moment, and its monotonic clock, which may sleep. */
function device(offMs: number): {
  readonly clock: ReceiverClock;
  /** The receiver's true time. */
  readonly trueMs: () => number;
  pass(durationMs: number, asleep?: boolean): void;
  set(byMs: number): void;
} {
  let trueMs = RECEIVER_MS;
  let upMs = 1_234.5;
  let off = offMs;
  const clock = createReceiverClock(
    () => upMs,
    () => trueMs + off,
  );
  return {
    clock,
    trueMs: () => trueMs,
    pass: (durationMs, asleep = false) => {
      trueMs += durationMs;
      if (!asleep) upMs += durationMs;
    },
    set: (byMs) => {
      off += byMs;
    },
  };
}

const errorMs = ({ clock, trueMs }: ReturnType<typeof device>): number => clock.now().getTime() - trueMs();

describe('the receiver’s clock', () => {
  it.each([
    ['right', 0],
    ['six minutes slow', -6 * 60_000],
    ['sixteen minutes fast', 16 * 60_000],
    ['an hour off, as after a change of summer time', 3_600_000],
    ['five days slow', -5 * DAY_MS],
    ['five days fast', 5 * DAY_MS],
    ['back in 1970', -RECEIVER_MS],
  ])('is known on a device that is %s', (_, offMs) => {
    const own = device(offMs);
    expect(errorMs(own), 'before anything was stated').toBe(Math.trunc(offMs));
    own.clock.learn({ atMs: own.trueMs(), roundTripMs: 80, mayBeOld: true });
    own.pass(90_000);
    expect(errorMs(own)).toBe(0);
  });

  it('is not known before the receiver has stated it', () => {
    const own = device(-5 * DAY_MS);
    expect(own.clock.stated()).toBeNull();
    own.clock.learn({ atMs: own.trueMs(), roundTripMs: 80, mayBeOld: true });
    expect(own.clock.stated()).toEqual(new Date(own.trueMs()));
  });

  it('does not jump when the device’s does, stated or not', () => {
    for (const stated of [true, false]) {
      const own = device(0);
      if (stated) own.clock.learn({ atMs: own.trueMs(), roundTripMs: 0, mayBeOld: false });
      own.set(3 * DAY_MS);
      own.pass(1_000);
      expect(errorMs(own)).toBe(0);
      own.set(-9 * DAY_MS);
      expect(errorMs(own)).toBe(0);
    }
  });

  it('is late, never early, after a sleep that stopped the monotonic clock, and right after the next answer', () => {
    const own = device(0);
    own.clock.learn({ atMs: own.trueMs(), roundTripMs: 0, mayBeOld: true });
    own.pass(2 * 3_600_000, true);
    expect(errorMs(own)).toBe(-2 * 3_600_000);
    own.clock.learn({ atMs: own.trueMs(), roundTripMs: 50, mayBeOld: false });
    expect(errorMs(own)).toBe(0);
  });

  it('is not set back by an answer that a cache kept without saying so', () => {
    const own = device(DAY_MS);
    own.clock.learn({ atMs: own.trueMs(), roundTripMs: 20, mayBeOld: true });
    const keptMs = own.trueMs();
    own.pass(60_000);
    own.clock.learn({ atMs: keptMs, roundTripMs: 20, mayBeOld: true });
    expect(errorMs(own)).toBe(0);
  });

  it('is set right, both ways, by an answer that no cache can have kept', () => {
    const own = device(DAY_MS);
    const keptMs = own.trueMs() - 60_000;
    own.clock.learn({ atMs: keptMs, roundTripMs: 20, mayBeOld: true });
    expect(errorMs(own)).toBe(-60_000);
    own.clock.learn({ atMs: own.trueMs(), roundTripMs: 20, mayBeOld: false });
    expect(errorMs(own)).toBe(0);
    // The receiver's own clock was corrected by an hour.
    own.clock.learn({ atMs: own.trueMs() - 3_600_000, roundTripMs: 20, mayBeOld: false });
    expect(errorMs(own)).toBe(20 - 3_600_000);
  });

  it('is never ahead by more than a round trip, whatever is answered when', () => {
    const answer = fc.record({
      passMs: fc.integer({ min: 0, max: 600_000 }),
      asleep: fc.boolean(),
      upMs: fc.integer({ min: 0, max: 5_000 }),
      downMs: fc.integer({ min: 0, max: 5_000 }),
      keptMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
      setMs: fc.integer({ min: -DAY_MS, max: DAY_MS }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -9 * DAY_MS, max: 9 * DAY_MS }),
        fc.array(answer, { minLength: 1 }),
        (off, answers) => {
          const own = device(off);
          for (const { passMs, asleep, upMs, downMs, keptMs, setMs } of answers) {
            own.pass(passMs, asleep);
            own.set(setMs);
            own.pass(upMs);
            const atMs = own.trueMs() - (keptMs ?? 0);
            own.pass(downMs);
            own.clock.learn({ atMs, roundTripMs: upMs + downMs, mayBeOld: keptMs !== null });
            expect(errorMs(own)).toBeLessThanOrEqual(upMs + 0.001);
            if (keptMs === null) expect(errorMs(own)).toBeGreaterThanOrEqual(-downMs - 0.001);
          }
        },
      ),
    );
  });
});

describe('a time that is sent', () => {
  it('has no fraction of a second', () => {
    expect(wholeSecond(new Date('2026-03-01T10:00:07.987Z'))).toBe('2026-03-01T10:00:07.000Z');
  });
});
