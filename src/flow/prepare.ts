import { CandorError } from '../core/errors.js';
import type { Session } from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';
import type { Discovery } from '../envelope/wire.js';
import type { AfterVerdict } from '../liveness/after-verdict.js';
import type { WaitingEnvelope } from '../vault/vault.js';
import type { SellerVision } from '../vision/seller-vision.js';
import type { CaptureResult } from './capture.js';
import { shown } from './choices.js';
import type { GivenConsent, Prepared } from './context.js';
import type { Ports } from './ports.js';
import type { Choices, FlowOptions } from './state.js';

export interface PrepareInput {
  readonly ports: Ports;
  readonly options: FlowOptions;
  readonly choices: Choices;
  /** What the seller's picture has against it, where they recorded all the same. */
  readonly accepted: ReasonCode | null;
  readonly discovery: Discovery;
  readonly session: Session;
  readonly consent: GivenConsent;
  readonly vision: SellerVision;
  readonly captured: CaptureResult;
}

/** Embedded frames without which nothing may be sent (requirement P-15). */
const MIN_EMBEDDED = 5;

const TOO_FEW: AfterVerdict = { kind: 'redo', reasons: ['frames.too_few'] };

/** Judges the capture and, unless it must be redone, seals what would be sent. When it must be redone the template is
 * wiped and nothing is sealed.
 * @throws `runtime.*`, `crypto.*`, `discovery.no_valid_key`, `session.expired` when the capture ended after
 * `captureBy` by the receiver's clock. */
export async function prepare(input: PrepareInput, signal: AbortSignal): Promise<Prepared> {
  const { ports, captured, session, vision, choices, accepted } = input;
  const stated = ports.clock.stated();
  if (stated !== null && stated > new Date(session.captureBy)) throw new CandorError('session.expired');
  const capture = await finishOrNull(vision);
  try {
    const liveness = await ports.liveness();
    const { observations, source } = captured;
    const evidence = { observations, embedded: capture?.evidence ?? null, source };
    const verdict = liveness.decide(evidence, shown(session.challenge, choices), choices.profile, accepted);
    const afterVerdict = liveness.afterVerdict(verdict, accepted);
    if (afterVerdict.kind === 'redo') return { verdict, afterVerdict, sealed: null };
    if (capture === null || capture.evidence.count < MIN_EMBEDDED)
      return { verdict, afterVerdict: TOO_FEW, sealed: null };
    signal.throwIfAborted();
    const sealed = await seal(input, { verdict, capture });
    return { verdict, afterVerdict, sealed: { preview: sealed.preview, waiting: waitingOf(input, sealed) } };
  } finally {
    capture?.wipe();
  }
}

async function finishOrNull(vision: SellerVision) {
  try {
    return await vision.finish();
  } catch (error) {
    if (error instanceof CandorError && error.code === 'embedding.low_quality') return null;
    throw error;
  }
}

type Sealed = Awaited<ReturnType<Ports['envelope']['seal']>>;
type Judged = Pick<Parameters<Ports['envelope']['seal']>[0], 'verdict' | 'capture'>;

function seal(input: PrepareInput, judged: Judged): Promise<Sealed> {
  const { discovery, session, consent, captured, options } = input;
  const notice = discovery.notices[consent.receipt.locale];
  if (notice === undefined) throw new CandorError('discovery.no_notice');
  return input.ports.envelope.seal({
    discovery,
    session,
    notice,
    noticeHash: consent.noticeHash,
    receipt: consent.receipt,
    ...judged,
    durationMs: captured.durationMs,
    frames: captured.observations.length,
    subject: options.subject ?? undefined,
  });
}

function waitingOf(input: PrepareInput, sealed: Sealed): WaitingEnvelope {
  const { envelope, consent, consentHash } = sealed;
  return {
    endpoint: input.options.endpoint,
    envelope,
    submitBy: input.session.submitBy,
    consent,
    consentHash,
    noticeVersion: input.consent.receipt.noticeVersion,
  };
}
