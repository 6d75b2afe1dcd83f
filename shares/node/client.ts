import { setTimeout as wait } from 'node:timers/promises';
import { fromBase64Url, toBase64Url } from '../../src/core/bytes.js';
import { rowsOf } from '../bit-planes.js';
import { ShareError } from '../errors.js';
import { PARTIES, type Party } from '../party.js';
import { bytesOf, WORD_BYTES, type Words, wordsOf, xor } from '../ring.js';
import type { SealedShares } from '../sealed/seal.js';
import type { ArithmeticShares, Three } from '../sharing.js';
import { askOperator } from './ask-operator.js';
import { newId, splitIds } from './ids.js';
import type { Answer, Described, Given, Request } from './messages.js';
import { assertReceipt, type SignedReceipt } from './receipts.js';
import type { Address, Fingerprint, Identity } from './tls.js';

/** How long the others may take to say what one has said of all three, ms. */
const OTHERS_MS = 1_000;

export interface ShareClientOptions {
  /** Whoever asks; each operator has its certificate's pin among its `callers`. */
  readonly identity: Identity;
  readonly operators: Three<Address & { readonly fingerprint: Fingerprint; readonly receiptKey: string }>;
  /** Longest wait for one operator's answer, ms. Longer than a few of the operators' own. */
  readonly timeoutMs: number;
}

interface Failed {
  readonly kind: 'failed';
  readonly error: ShareError;
}

/** What became of a deletion at one operator. */
export type Removal = ({ readonly kind: 'deleted' } & SignedReceipt) | Failed;

/** What an operator says of itself. */
export type Description = Described | Failed;

/** What was found of a template. */
export interface Found {
  readonly kind: 'none' | 'review';
  /** What the review queue collects the near rows by. */
  readonly request: string;
}

/** A template in three parts: as a seller's device has sealed them, or as they are. Whoever has the latter has the template. */
export type SplitShares = SealedShares | Three<ArithmeticShares>;

export interface Enrolled {
  /** 32 hexadecimal digits, drawn at random: operators see it. */
  readonly id: string;
  readonly shares: SplitShares;
}

/** Asks the three operators. Every method takes a signal that ends the wait. */
export class ShareClient {
  readonly #options: ShareClientOptions;

  constructor(options: ShareClientOptions) {
    this.#options = options;
  }

  /** Whether any row is near the probe.
   * @throws {@link ShareError} `shares.not_opened`, `shares.rejected`, `shares.not_allowed`, `shares.bad_input`, each with the operator who
   * said it (`party`); `shares.mismatch` where the three do not say the same, or hold different components, which with sealed shares no
   * seller can cause: each has compared its own with one header; and else `shares.try_later`. So do the others. `shares.repeated` where the
   * same sealed parts were compared before. */
  compare(probe: SplitShares, signal?: AbortSignal): Promise<Found> {
    const request = newId();
    return this.#find(
      request,
      (party) => ({ kind: 'compare', request, shares: givenTo(party, probe) }),
      signal,
    );
  }

  /** Compares a newcomer with everyone stored and stores it, in one joint session that no other comes between: of two at once, the
   * second sees the first. After `shares.try_later` or `shares.mismatch` it may be stored all the same: remove it, and admit it again
   * under another id, five times in all.
   * @throws {@link ShareError} as `compare`; `shares.repeated` where the same sealed parts were compared before and what was stored with
   * them is there, or for the sixth time: a seller's device must seal anew. */
  admit({ id, shares }: Enrolled, signal?: AbortSignal): Promise<Found> {
    const request = newId();
    const templateFor = (party: Party) => ({ id, shares: givenTo(party, shares) });
    return this.#find(request, (party) => ({ kind: 'admit', request, template: templateFor(party) }), signal);
  }

  /** What the three say of themselves. Each is asked by itself. */
  describe(signal?: AbortSignal): Promise<Three<Description>> {
    return this.#each(async (party) => {
      const answer = await this.#ask(party, { kind: 'describe' }, signal);
      if (answer.kind !== 'described') throw new ShareError('shares.mismatch', { detail: 'answers' });
      return answer;
    });
  }

  /** The templates whose rows were near: for the review queue alone.
   * @param of - a `request` that was answered with `review`; or with `none`, within a minute: then there are none. */
  async collect(of: string, signal?: AbortSignal): Promise<readonly string[]> {
    const [first, ...others] = (await this.#askAll(() => ({ kind: 'collect', of }), signal)).map(hitsIn);
    if (first === undefined) return [];
    let bits = first.masked;
    for (const { masked, templates } of others) {
      if (templates !== first.templates) throw new ShareError('shares.mismatch');
      bits = xor(bits, masked);
    }
    const ids = splitIds(first.templates);
    return rowsOf(bits).flatMap((row) => ids[row] ?? []);
  }

  /** Stores templates at all three or at none; at most 256 at a time. After `shares.try_later` they may be stored all the same: the
   * same ones again are then `shares.bad_input`. */
  async enrol(templates: readonly Enrolled[], signal?: AbortSignal): Promise<void> {
    const request = newId();
    const rowsFor = (party: Party) =>
      templates.map(({ id, shares }) => ({ id, shares: givenTo(party, shares) }));
    await this.#askAll((party) => ({ kind: 'enrol', request, templates: rowsFor(party) }), signal);
  }

  /** Gives every row new shares.
   * @returns how often that has been done. */
  async refresh(signal?: AbortSignal): Promise<number> {
    const request = newId();
    const [first] = await this.#askAll(() => ({ kind: 'refresh', request }), signal);
    return first?.kind === 'refreshed' ? first.epoch : 0;
  }

  /** Deletes a template, at each operator by itself; its signature is checked. An operator that is away hears of it from the others
   * when it is back; its own receipt takes another call. */
  remove(template: string, signal?: AbortSignal): Promise<Three<Removal>> {
    return this.#each(async (party) => {
      const answer = await this.#ask(party, { kind: 'remove', template }, signal);
      if (answer.kind !== 'deleted') throw new ShareError('shares.bad_receipt');
      assertReceipt(answer, this.#options.operators[party].receiptKey, { operator: party, template });
      return answer;
    });
  }

  async #find(request: string, requestFor: (party: Party) => Request, signal?: AbortSignal): Promise<Found> {
    const answers = await this.#askAll(requestFor, signal);
    const kinds = answers.map(({ kind }) => kind);
    const [kind] = kinds;
    if (kinds.some((other) => other !== kind) || (kind !== 'none' && kind !== 'review'))
      throw new ShareError('shares.mismatch', { detail: 'answers' });
    return { kind, request };
  }

  /** Asks each by itself: one that fails leaves the others' answers. */
  #each<T>(ask: (party: Party) => Promise<T>): Promise<Three<T | Failed>> {
    const one = (party: Party): Promise<T | Failed> =>
      ask(party).catch((thrown: unknown) => ({ kind: 'failed', error: toldOf(thrown) }));
    return Promise.all([one(0), one(1), one(2)]);
  }

  async #ask(party: Party, request: Request, signal?: AbortSignal): Promise<Answer> {
    const { identity, operators, timeoutMs } = this.#options;
    try {
      return await askOperator(operators[party], identity, request, { timeoutMs, ...(signal && { signal }) });
    } catch (thrown) {
      if (!(thrown instanceof ShareError)) throw thrown;
      throw new ShareError(thrown.code, { cause: thrown, party });
    }
  }

  /** Asks all three. Once one has failed, the others are not waited for. */
  async #askAll(requestFor: (party: Party) => Request, signal?: AbortSignal): Promise<readonly Answer[]> {
    const stop = new AbortController();
    const either = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
    const answers = PARTIES.map((party) => this.#ask(party, requestFor(party), either));
    try {
      return await Promise.all(answers);
    } catch (thrown) {
      signal?.throwIfAborted();
      const told = toldOf(thrown);
      if (told.code === 'shares.rejected') await assertNoneDiffers(answers, told);
      throw told;
    } finally {
      stop.abort(new ShareError('shares.ended'));
    }
  }
}

const SAID = [
  'shares.rejected',
  'shares.mismatch',
  'shares.not_opened',
  'shares.not_allowed',
  'shares.bad_input',
  'shares.bad_receipt',
  'shares.repeated',
];

/** An operator that is away, slow, or another than it should be gives no answer. */
function toldOf(thrown: unknown): ShareError {
  if (thrown instanceof ShareError && SAID.includes(thrown.code)) return thrown;
  return new ShareError('shares.try_later', { cause: thrown });
}

/** What the three find together they say at the same moment: whoever says it alone, or says something else, is not to be believed.
 * @param told - what one of them has said.
 * @throws {@link ShareError} `shares.mismatch` where another has said something else. */
async function assertNoneDiffers(answers: readonly Promise<Answer>[], told: ShareError): Promise<void> {
  const saysOther = (answer: Promise<Answer>): Promise<boolean> =>
    answer.then(
      () => true,
      (thrown: unknown) => ![told.code, 'shares.try_later'].includes(toldOf(thrown).code),
    );
  const late = wait(OTHERS_MS, false, { ref: false });
  const others = await Promise.all(answers.map((answer) => Promise.race([saysOther(answer), late])));
  if (others.includes(true)) throw new ShareError('shares.mismatch', { cause: told, detail: 'answers' });
}

function givenTo(party: Party, split: SplitShares): Given {
  if ('header' in split) return { sealed: { header: split.header, part: split.parts[party] } };
  const { own, next } = split[party];
  return { own: toBase64Url(bytesOf(own)), next: toBase64Url(bytesOf(next)) };
}

function hitsIn(answer: Answer): { readonly masked: Words; readonly templates: string } {
  if (answer.kind !== 'hits') throw new ShareError('shares.mismatch', { detail: 'answers' });
  const bytes = fromBase64Url(answer.masked);
  return { masked: wordsOf(bytes, Math.floor(bytes.length / WORD_BYTES)), templates: answer.templates };
}
