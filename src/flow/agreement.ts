import { fromPromise } from 'xstate';
import type { ConsentMethod } from '../consent/receipt.js';
import { CandorError } from '../core/errors.js';
import { wholeSecond } from '../core/receiver-clock.js';
import type { Locale, Notice, ToldSearch } from '../core/types.js';
import type { Discovery } from '../envelope/wire.js';
import type { GivenConsent } from './context.js';
import { type Found, look } from './left-behind.js';
import type { Ports } from './ports.js';

/** What the receiver says of itself, and what the seller agrees to. */

/** What is known before the notice is shown. */
export interface Known extends Found {
  readonly discovery: Discovery;
  /** Why the check cannot be made in this browser; null = it can be asked for. */
  readonly lack: CandorError | null;
}

/** A receiver whose keys cannot be checked here is asked for its alternatives all the same. */
async function discovered({ transport }: Ports, signal: AbortSignal): Promise<Omit<Known, keyof Found>> {
  try {
    return { discovery: await transport.discover(signal), lack: null };
  } catch (error) {
    if (!(error instanceof CandorError) || error.code !== 'crypto.unavailable') throw error;
    return { discovery: await transport.discoverUnsigned(signal), lack: error };
  }
}

function assertModel({ model }: Ports, { threshold }: Discovery): void {
  const { modelId, modelSha256 } = threshold;
  if (modelId !== model.modelId || modelSha256 !== model.modelSha256) {
    throw new CandorError('discovery.model_mismatch', { detail: modelId });
  }
}

export const discover = fromPromise<Known, { ports: Ports }>(async ({ input, signal }) => {
  const asked = discovered(input.ports, signal);
  // While the receiver is asked, so that the notice does not wait for it.
  const missing = input.ports.preflight();
  const { discovery, lack } = await asked;
  assertModel(input.ports, discovery);
  return { discovery, lack: missing ?? lack, ...(await look(input.ports, discovery.notices)) };
});

/** By a press now, or as before a failure, since when the agreement stands. */
export type Agreed =
  | { readonly kind: 'now'; readonly method: ConsentMethod; readonly purposeIds: readonly string[] }
  | { readonly kind: 'before'; readonly consent: GivenConsent };

export interface ConsentInput {
  readonly ports: Ports;
  /** What the seller has read. */
  readonly discovery: Discovery;
  readonly locale: Locale;
  readonly agreed: Agreed;
}

export type Agreement =
  | { readonly kind: 'given'; readonly discovery: Discovery; readonly consent: GivenConsent }
  /** The receiver shows another notice, or other rates, by now: nobody has agreed to those. */
  | { readonly kind: 'replaced'; readonly known: Known };

/** How much higher a seller's own rate may be than what was read, and up to where any rise is small. It rises with each
 * newcomer, and nobody is asked anew for every one. */
const MOST_RISE = 1.1;
const SMALL_RATE = 0.01;

/** What the notice shows beside the notice: the operating point, and what it makes of each seller, of the worst measured group
 * where there is one. */
function shownRates({ threshold, search }: Discovery) {
  const ofSeller = search?.worstGroup ?? search?.overall;
  return { fixed: JSON.stringify([threshold, search?.scope]), fpir: ofSeller?.fpir ?? 0 };
}

/** Neither is in the notice's hash. */
function saysOtherRates(read: Discovery, now: Discovery): boolean {
  const [before, after] = [shownRates(read), shownRates(now)];
  return before.fixed !== after.fixed || after.fpir > Math.max(SMALL_RATE, MOST_RISE * before.fpir);
}

/** Makes the receipt, or takes the one that stands, of what the receiver says now: a page stands open, or its laptop sleeps,
 * for hours, and then the notice, the keys and the time may be others. Whatever an earlier visit left is not sent for it: this is
 * another agreement. */
export const acceptConsent = fromPromise<Agreement, ConsentInput>(async ({ input, signal }) => {
  const { ports, locale, agreed } = input;
  const read = input.discovery.notices[locale];
  if (read === undefined) throw new CandorError('discovery.no_notice', { detail: locale });
  const discovery = await ports.transport.discover(signal);
  assertModel(ports, discovery);
  const noticeHash = await ports.envelope.hash(read);
  const notice = discovery.notices[locale];
  const isSaidOtherwise = saysOtherRates(input.discovery, discovery);
  if (isSaidOtherwise || notice === undefined || (await ports.envelope.hash(notice)) !== noticeHash) {
    const found = await look(ports, discovery.notices);
    return { kind: 'replaced', known: { discovery, lack: null, ...found } };
  }
  const consent = agreed.kind === 'before' ? agreed.consent : given(input, notice, noticeHash, agreed);
  return { kind: 'given', discovery, consent };
});

/** With how many the notice said that the seller is compared. */
function told({ search }: Discovery): ToldSearch | undefined {
  return search && { scope: search.scope, templates: search.templates };
}

function given(
  { ports, locale, discovery }: ConsentInput,
  notice: Notice,
  noticeHash: string,
  { method, purposeIds }: Extract<Agreed, { readonly kind: 'now' }>,
): GivenConsent {
  const givenAt = wholeSecond(ports.clock.now());
  const act = { consentReceiptId: ports.page.uuid(), method, givenAt, purposeIds, search: told(discovery) };
  return { receipt: ports.consent.give(notice, locale, act), noticeHash };
}
