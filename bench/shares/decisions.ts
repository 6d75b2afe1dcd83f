import {
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
import { Gallery } from '../../shares/node/gallery.js';
import { DIM, stranger, THRESHOLD } from './strangers.js';

/** Decisions before those that are counted: functions are compiled. */
const WARM_UP = 3;
const NEVER = new AbortController().signal;

/** A gallery as each party has it. */
interface Galleries {
  readonly shared: Three<Gallery>;
  /** One row, which a probe may be. */
  readonly enrolled: Words;
}

export function galleriesOf(rows: number): Galleries {
  const shared: Three<Gallery> = [new Gallery(DIM), new Gallery(DIM), new Gallery(DIM)];
  let enrolled = stranger();
  for (let row = 0; row < rows; row += 1) {
    enrolled = stranger();
    const id = row.toString(16).padStart(32, '0');
    for (const [party, shares] of share('arithmetic', enrolled).entries())
      shared[party]?.put([{ id, shares }]);
  }
  return { shared, enrolled };
}

/** Decisions one after the other, every second of a probe that is enrolled.
 * @throws when an answer is not the one that is known beforehand. */
export async function decisionsOver(
  { shared, enrolled }: Galleries,
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
    const probe = share('arithmetic', isEnrolled ? enrolled : stranger());
    const channels = network();
    const opened = randomness.map((of) => of.openSession(session));
    const startedAt = performance.now();
    const answers = await Promise.all(
      channels.map((own) => {
        const { party } = own;
        const [rounds, drawn] = [new Rounds(own, { signal: NEVER }), opened[party]];
        if (drawn === undefined) throw new TypeError('three parties');
        return decide({ rounds, randomness: drawn }, probe[party], shared[party].blocks(), THRESHOLD);
      }),
    );
    if (session >= WARM_UP) tookMs.push(performance.now() - startedAt);
    const wanted = isEnrolled ? 'review' : 'none';
    if (answers.some(({ kind }) => kind !== wanted)) throw new Error(`a wrong answer in session ${session}`);
    ({ traffic } = channels[0]);
  }
  return { tookMs, traffic };
}
