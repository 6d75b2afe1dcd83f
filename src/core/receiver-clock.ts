/** What the receiver's clock said, in an answer that has just arrived. */
export interface StatedTime {
  /** Milliseconds since 1970, the age that a cache admitted to added. */
  readonly atMs: number;
  /** From asking to having read the answer, ms: the receiver wrote it in between. */
  readonly roundTripMs: number;
  /** A cache may have kept the answer for longer than it said: then the receiver's clock is past `atMs`, by who knows how much. */
  readonly mayBeOld: boolean;
}

/** The receiver's time. Devices are minutes to days off, and are set while somebody sits before the camera; deadlines and
 * keys are the receiver's, and only its clock says whether they are over. */
export interface ReceiverClock {
  /** The device's own time until the receiver has stated its: good for what is said, not for what is judged. */
  now(): Date;
  /** Null until the receiver has stated its time. By nothing else is anything over. */
  stated(): Date | null;
  learn(stated: StatedTime): void;
}

/** Runs on a clock that nobody sets. One that stops while the device sleeps makes this one late, which costs nothing: what
 * is then sent too late hears so from the receiver, and the next answer puts it right.
 * @param monotonicMs - grows, from anywhere; not before what it says is past.
 * @param deviceMs - the device's time of day, since 1970. */
export function createReceiverClock(
  monotonicMs: () => number = () => performance.now(),
  deviceMs: () => number = () => Date.now(),
): ReceiverClock {
  let aheadMs = deviceMs() - monotonicMs();
  let isStated = false;
  const now = (): Date => new Date(monotonicMs() + aheadMs);
  return {
    now,
    stated: () => (isStated ? now() : null),
    learn({ atMs, roundTripMs, mayBeOld }) {
      const leastMs = atMs - monotonicMs();
      const mostMs = mayBeOld ? Number.POSITIVE_INFINITY : leastMs + roundTripMs;
      aheadMs = isStated ? Math.min(Math.max(aheadMs, leastMs), mostMs) : leastMs;
      isStated = true;
    },
  };
}

/** As a statement that is sent: whole seconds, because finer ones would tell how fast the device's clock runs. */
export function wholeSecond(time: Date): string {
  return `${time.toISOString().slice(0, 19)}.000Z`;
}
