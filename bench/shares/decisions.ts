import {
  type ArithmeticShares,
  agreeOnKeys,
  type Channels,
  decide,
  inProcessNetwork,
  Prss,
  Rounds,
  share,
  type Three,
  type Traffic,
  type Words,
} from '../../shares/index.js';
import { DIM, stranger, THRESHOLD } from './strangers.js';

const BLOCK_ROWS = 4_096;
/** Decisions before those that are counted: functions are compiled. */
const WARM_UP = 3;
const NEVER = new AbortController().signal;

interface Gallery {
  readonly rows: number;
  readonly shared: Three<ArithmeticShares>;
  /** The last row, which a probe may be. */
  readonly enrolled: Words;
}

/** The parties share one copy of each component, which in truth two of them have. */
export function galleryOf(rows: number): Gallery {
  const all: Words = new Uint32Array(rows * DIM);
  for (let row = 0; row < rows; row += 1) all.set(stranger(), row * DIM);
  return { rows, shared: share('arithmetic', all), enrolled: all.slice(-DIM) };
}

function* blocksOf({ own, next }: ArithmeticShares): Generator<ArithmeticShares> {
  for (let at = 0; at < own.length; at += BLOCK_ROWS * DIM) {
    const end = at + BLOCK_ROWS * DIM;
    yield { kind: 'arithmetic', own: own.subarray(at, end), next: next.subarray(at, end) };
  }
}

/** Decisions one after the other, every second of a probe that is enrolled.
 * @throws when an answer is not the one that is known beforehand. */
export async function decisionsOver(
  gallery: Gallery,
  count: number,
  network: () => Three<Channels>,
): Promise<{ readonly tookMs: readonly number[]; readonly traffic: Traffic }> {
  const keys = await Promise.all(
    inProcessNetwork().map((own) => agreeOnKeys(new Rounds(own, { signal: NEVER }))),
  );
  const randomness = keys.map((pair) => new Prss(pair));
  const tookMs: number[] = [];
  let traffic: Traffic = { bytesSent: 0, rounds: 0 };
  for (let session = 0; session < count + WARM_UP; session += 1) {
    const isEnrolled = session % 2 === 0;
    const probe = share('arithmetic', isEnrolled ? gallery.enrolled : stranger());
    const channels = network();
    const opened = randomness.map((of) => of.openSession(session));
    const startedAt = performance.now();
    const answers = await Promise.all(
      channels.map((own) => {
        const { party } = own;
        const [rounds, drawn] = [new Rounds(own, { signal: NEVER }), opened[party]];
        if (drawn === undefined) throw new TypeError('three parties');
        return decide(
          { rounds, randomness: drawn },
          probe[party],
          blocksOf(gallery.shared[party]),
          THRESHOLD,
        );
      }),
    );
    if (session >= WARM_UP) tookMs.push(performance.now() - startedAt);
    const wanted = isEnrolled ? 'review' : 'none';
    if (answers.some(({ kind }) => kind !== wanted)) throw new Error(`a wrong answer in session ${session}`);
    ({ traffic } = channels[0]);
  }
  return { tookMs, traffic };
}
