import { withDeadline } from '../../src/core/abort.js';
import { SHARE_ERROR_CODES, ShareError, type ShareErrorCode } from '../errors.js';
import type { Neighbour } from '../party.js';
import { agreeOnKeys, Prss } from '../prss.js';
import { Rounds } from '../rounds.js';
import type { Session } from '../session.js';
import { Arrivals } from './arrivals.js';
import type { JointRequest } from './joint-request.js';
import type { Answer, MessageOf } from './messages.js';
import { asShareError, type PeerLinks } from './peer-links.js';
import type { SessionChannels } from './session-channels.js';
import type { Turns } from './turns.js';

/** What the three find together: nobody's fault among them, and nothing is left half done. */
const VERDICTS: readonly ShareErrorCode[] = ['shares.mismatch', 'shares.rejected'];
const BOTH = ['previous', 'next'] as const satisfies readonly Neighbour[];

type Proposal = MessageOf<'prepare'>;

export interface JointHost {
  readonly links: PeerLinks;
  readonly turns: Turns;
  readonly timeoutMs: number;
  /** What operator 0 proposes.
   * @throws {@link ShareError} when it cannot be done now. */
  propose(request: JointRequest): Promise<Proposal>;
  /** @throws {@link ShareError} when another operator's proposal cannot be done here. */
  examine(request: JointRequest, proposal: Proposal): Promise<void>;
  /** What operator 0 still looks at when the others hold the same rows.
   * @throws {@link ShareError} when it may not be done. */
  confirm(request: JointRequest): Promise<void>;
  work(request: JointRequest, proposal: Proposal, session: Session): Promise<Answer>;
  /** Lets go of what a failed session has left. */
  recover(request: JointRequest): Promise<void>;
}

interface Asked {
  readonly request: JointRequest;
  /** Says that it is being worked on. */
  readonly begin: (work: Promise<Answer>) => void;
}

/** Requests that take all three operators, one at a time. Whoever asks tells each of them; operator 0 says which is next (`prepare`),
 * the others say that they have been asked the same and hold the same rows (`ready`), and operator 0 begins (`go`). Each session draws
 * keys of its own. When it fails, both links are ended and made anew. */
export class JointSessions {
  readonly #host: JointHost;
  readonly #asked = new Map<string, Asked>();
  /** Requests that this operator cannot take part in, for as long as operator 0 may still propose them. */
  readonly #declined = new Set<string>();
  /** Null: there will be none. */
  readonly #askings = new Arrivals<Asked | null>();
  readonly #replies = new Arrivals<MessageOf<'ready' | 'refuse'>>();
  readonly #words = new Arrivals<MessageOf<'go' | 'refuse'>>();

  constructor(host: JointHost) {
    this.#host = host;
  }

  /** @param signal - ends it where it has not begun.
   * @throws {@link ShareError} whatever went wrong, or the signal's reason. */
  ask(request: JointRequest, signal: AbortSignal): Promise<Answer> {
    if (this.#host.links.party === 0)
      return this.#host.turns.run(() => {
        signal.throwIfAborted();
        return this.#lead(request);
      });
    if (this.#asked.has(request.request))
      return Promise.reject(new ShareError('shares.bad_input', { detail: 'request' }));
    return this.#untilPrepared(request, signal).catch((thrown: unknown) => {
      this.decline(request.request);
      throw thrown;
    });
  }

  /** There will be no asking of this request here: its shares do not open, or whoever asked has gone. Where operator 0 proposes it all the
   * same, it is refused at once: everybody else's requests would wait for it. */
  decline(request: string): void {
    this.#declined.add(request);
    setTimeout(() => this.#declined.delete(request), 2 * this.#host.timeoutMs).unref();
    this.#askings.put(request, null);
  }

  onMessage(from: Neighbour, message: MessageOf<'prepare' | 'ready' | 'refuse' | 'go'>): void {
    const isFromFirst = this.#host.links.party !== 0;
    switch (message.kind) {
      case 'prepare':
        if (isFromFirst) this.#host.turns.run(() => this.#follow(from, message)).catch(() => {});
        return;
      case 'ready':
        this.#replies.put(`${from} ${message.session}`, message);
        return;
      case 'go':
        this.#words.put(message.session, message);
        return;
      case 'refuse':
        if (isFromFirst) this.#words.put(message.session, message);
        else this.#replies.put(`${from} ${message.session}`, message);
        return;
      default:
        message satisfies never;
    }
  }

  /** Operator 0 has others before it in its queue. */
  #untilPrepared(request: JointRequest, signal: AbortSignal): Promise<Answer> {
    const late = (): Error => new ShareError('shares.timeout', { detail: 'operator 0' });
    const waiting = withDeadline(6 * this.#host.timeoutMs, signal, late, () => {
      const { promise, resolve } = deferred<() => Promise<Answer>>();
      const asked: Asked = { request, begin: (work) => resolve(() => work) };
      this.#asked.set(request.request, asked);
      this.#askings.put(request.request, asked);
      return promise;
    });
    return waiting.finally(() => this.#asked.delete(request.request)).then((work) => work());
  }

  async #lead(request: JointRequest): Promise<Answer> {
    const { links } = this.#host;
    const proposal = await this.#host.propose(request);
    return this.#during(request, async () => {
      const channels = links.open(proposal.session);
      const replies = BOTH.map((which) => this.#replyOf(which, channels));
      const { session } = proposal;
      try {
        await Promise.all([this.#tellBoth(proposal), ...replies]);
        await refusing(() => this.#host.confirm(request));
      } catch (thrown) {
        const code = codeFor(asShareError(thrown));
        await this.#tellBoth({ kind: 'refuse', session, code }).catch(() => {});
        throw thrown;
      }
      await this.#tellBoth({ kind: 'go', session });
      return this.#compute(request, proposal, channels);
    }).finally(() => links.release());
  }

  async #tellBoth(message: Proposal | MessageOf<'go' | 'refuse'>): Promise<void> {
    await Promise.all(BOTH.map((which) => this.#host.links.send(which, message)));
  }

  /** Another operator waits for its own asking before it replies. */
  async #replyOf(which: Neighbour, { session, ended }: SessionChannels): Promise<void> {
    const reply = await this.#replies.take(`${which} ${session}`, 2 * this.#host.timeoutMs, ended);
    if (reply.kind === 'refuse') throw new Refusal(knownCode(reply.code));
  }

  async #follow(first: Neighbour, proposal: Proposal): Promise<void> {
    const { links, timeoutMs } = this.#host;
    const { session } = proposal;
    try {
      const channels = links.open(session);
      const word = this.#words.take(session, 3 * timeoutMs, channels.ended);
      // It may come while the asking is still waited for.
      word.catch(() => {});
      const asking = this.#askingOf(session, channels.ended);
      // Another may refuse it while this one still waits.
      const { request, begin } = await Promise.race([asking, word.then(assertGo).then(() => asking)]);
      const work = this.#during(request, async () => {
        await refusing(() => this.#host.examine(request, proposal));
        await links.send(first, { kind: 'ready', session });
        assertGo(await word);
        return this.#compute(request, proposal, channels);
      });
      begin(work);
      await work;
    } catch (thrown) {
      // Operator 0 would wait for it. After a reset there is nobody to tell.
      const code = codeFor(asShareError(thrown));
      await links.send(first, { kind: 'refuse', session, code }).catch(() => {});
    } finally {
      links.release();
    }
  }

  async #askingOf(session: string, signal: AbortSignal): Promise<Asked> {
    const asked = this.#asked.get(session);
    if (asked !== undefined) return asked;
    if (this.#declined.has(session)) throw new Refusal('shares.try_later');
    try {
      const coming = await this.#askings.take(session, this.#host.timeoutMs, signal);
      if (coming !== null) return coming;
    } catch (thrown) {
      throw new Refusal('shares.try_later', thrown);
    }
    throw new Refusal('shares.try_later');
  }

  async #compute(request: JointRequest, proposal: Proposal, channels: SessionChannels): Promise<Answer> {
    const rounds = new Rounds(channels, { timeoutMs: this.#host.timeoutMs, signal: channels.ended });
    // The first and only session of these keys.
    const randomness = new Prss(await agreeOnKeys(rounds)).openSession(0);
    return this.#host.work(request, proposal, { rounds, randomness });
  }

  /** What fails otherwise than by a verdict or a refusal ends both links. */
  async #during(request: JointRequest, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (thrown) {
      const error = asShareError(thrown);
      if (error instanceof Refusal || VERDICTS.includes(error.code)) throw error;
      this.#host.links.reset(error);
      await this.#host.recover(request);
      throw error;
    }
  }
}

/** Said before anything was computed. */
class Refusal extends ShareError {
  constructor(code: ShareErrorCode, cause?: unknown) {
    super(code, { cause });
  }
}

/** What is thrown in it is a refusal. */
async function refusing(look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (thrown) {
    const error = asShareError(thrown);
    throw new Refusal(error.code, error);
  }
}

function assertGo(word: MessageOf<'go' | 'refuse'>): void {
  if (word.kind === 'refuse') throw new Refusal(knownCode(word.code));
}

/** What another operator, or whoever asks, is told. */
const TOLD: readonly ShareErrorCode[] = [
  ...VERDICTS,
  'shares.bad_input',
  'shares.not_opened',
  'shares.not_allowed',
  'shares.repeated',
];

/** Everything that is not the asker's doing is one code: there is no answer now. */
export function codeFor({ code }: ShareError): ShareErrorCode {
  return TOLD.includes(code) ? code : 'shares.try_later';
}

/** @param code - as another node sent it. */
export function knownCode(code: string): ShareErrorCode {
  return SHARE_ERROR_CODES.find((known) => known === code) ?? 'shares.try_later';
}

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
