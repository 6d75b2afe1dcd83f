import { CandorError } from '../../core/errors.js';
import type { Outcome, StoredRecord } from '../../core/record.js';
import { SHIPPED_MODEL } from '../../core/shipped-model.js';
import type { Discovery } from '../../envelope/wire.js';
import { Stages } from '../../flow/port-doubles.fixture.js';
import type { Ports, TransportPort } from '../../flow/ports.js';
import { DISCOVERY, LIVE, OUTCOME, observation } from '../../flow/samples.fixture.js';
import { DOUBLE_ALTERNATIVES, DOUBLE_NOTICE, DOUBLE_THRESHOLD } from '../receiver-double/terms.js';
import { type FailureCode, type Place, placeOf } from './failures.js';

/** The doubles of the flow's own tests, with a receiver that says something readable and with failures by their code. */

export type Decision = Outcome['status'];

const TOLD: Discovery = {
  ...DISCOVERY,
  notices: { en: { ...DOUBLE_NOTICE, purposes: [...DOUBLE_NOTICE.purposes] } },
  threshold: DOUBLE_THRESHOLD,
  alternatives: DOUBLE_ALTERNATIVES.map(({ next: _, ...alternative }) => alternative),
};

export class Doubles {
  readonly #stages = new Stages();
  #failure: FailureCode | null = null;
  decision: Decision = 'needs_review';
  readonly ports: Ports;

  constructor() {
    const stages = this.#stages;
    stages.discover = async () => {
      this.#failAt('discovery');
      return TOLD;
    };
    stages.openCamera = async () => this.#failAt('setup');
    stages.startVision = async () => this.#failAt('setup');
    stages.observe = async (frameId, mediaTimeMs) => {
      this.#failAt('setup');
      // While positioning, the clip's own time has not begun.
      if (this.isRecording()) this.#failAt('recording');
      return observation(frameId, mediaTimeMs);
    };
    // A new worker would put right what a test wants to see.
    stages.renew = (because) => Promise.reject(because);
    this.ports = {
      ...stages.ports,
      model: SHIPPED_MODEL,
      camera: { ...stages.ports.camera, record: noClip },
      transport: this.#transport(stages.ports.transport),
    };
  }

  /** Says whether the flow records now. */
  isRecording: () => boolean = () => false;

  /** Lets a code happen at its place; null takes it back. */
  arm(code: FailureCode | null): void {
    this.#failure = code;
    this.#stages.lack = code !== null && placeOf(code) === 'preflight' ? new CandorError(code) : null;
  }

  #failAt(place: Place): void {
    const code = this.#failure;
    if (code !== null && placeOf(code) === place) throw new CandorError(code);
  }

  #transport(doubled: TransportPort): TransportPort {
    return {
      ...doubled,
      openSession: async (...asked) => {
        this.#failAt('session');
        return doubled.openSession(...asked);
      },
      submit: async () => {
        this.#failAt('sending');
        return { ...OUTCOME, status: this.decision };
      },
      optOut: async ({ alternative }) => ({
        caseId: 'case-1',
        alternative,
        next: DOUBLE_ALTERNATIVES.find(({ id }) => id === alternative)?.next ?? '',
      }),
      read: async ({ verificationId }) => recordOf(verificationId, this.decision),
    };
  }
}

/** jsdom plays no video, so there is none to review. */
const noClip: Ports['camera']['record'] = async () => ({
  finish: async () => ({ kind: 'none', error: new CandorError('clip.unsupported') }),
  discard: () => {},
});

function recordOf(verificationId: string, status: Decision): StoredRecord {
  const { decidedAt, deleteAfter } = OUTCOME;
  return {
    verificationId,
    state: 'stored',
    status,
    receivedAt: decidedAt,
    decidedAt,
    deleteAfter,
    fields: ['embedding', 'liveness', 'consent'],
    locale: 'en',
    purposeIds: DOUBLE_NOTICE.purposes.map(({ id }) => id),
    threshold: DOUBLE_THRESHOLD,
    asked: ['turn-left'],
    liveness: LIVE,
    reviewOutcome: null,
    review:
      status === 'needs_review'
        ? { state: 'open', outcome: null, reviewerKind: null, decidedAt: null }
        : null,
    objections: [],
    test: true,
  };
}
