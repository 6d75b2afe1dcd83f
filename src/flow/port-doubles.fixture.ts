import type { ConsentReceipt } from '../consent/receipt.js';
import type { CameraWish } from '../core/capture.js';
import { CandorError } from '../core/errors.js';
import type { FrameObservation } from '../core/observation.js';
import type { Challenge, Profile } from '../core/types.js';
import type { ReasonCode, Verdict } from '../core/verdict.js';
import type { Receipt } from '../envelope/receipt.js';
import type { Discovery, Envelope, SessionRequest } from '../envelope/wire.js';
import type { SentSession, WaitingEnvelope } from '../vault/vault.js';
import type { OnDownload } from '../vision/protocol.js';
import type { FinishedCapture, SellerVision } from '../vision/seller-vision.js';
import { CameraDouble, type CameraIdentity } from './camera-double.fixture.js';
import { capture } from './capture.js';
import type { LivenessPort } from './liveness-port.js';
import { PageDouble } from './page-double.fixture.js';
import type { Ports } from './ports.js';
import { watchPosition } from './positioning.js';
import {
  ALIKE,
  COLOURS,
  DISCOVERY,
  LIVE,
  OUTCOME,
  observation,
  PREVIEW,
  session,
} from './samples.fixture.js';

/** Hand-written stages for the flow's own tests: they keep count of what is open and let a test break one thing. */

/** What a test may look at and break. */
export class Stages extends PageDouble {
  camerasOpen = 0;
  camerasOpened = 0;
  readonly cameraWishes: CameraWish[] = [];
  cameraIdentity: CameraIdentity = { deviceId: 'camera-1', label: 'Integrated Camera', isStandIn: false };
  /** What the frames of the next camera fail with. */
  framesFailure: CandorError | null = null;
  visionsOpen = 0;
  /** Where the worker that was started last has its templates go. */
  template: FinishedCapture['kind'] | null = null;
  templatesWiped = 0;
  sessionsOpened = 0;
  sealed = 0;
  sent: Envelope[] = [];
  optOuts: string[] = [];
  waiting: WaitingEnvelope | null = null;
  /** The press on send stands. */
  released = false;
  dropped: string[] = [];
  /** What went out and was not answered, as the vault remembers it. */
  readonly unanswered = new Map<string, SentSession>();
  readonly receipts = new Map<string, Receipt>();
  keepsClips = true;
  /** Whether the storage deletes them when it is told to. */
  dropsClips = true;
  keepsAnything = true;
  storageAnswers = true;
  noticeHash = 'hash';
  clipsDropped = 0;
  ended: string[] = [];
  endFailures: CandorError[] = [];
  objections: string[] = [];
  objectionFailures: CandorError[] = [];
  attemptsLeft = 2;
  embedded = 0;
  held = 0;
  verdict: Verdict = LIVE;
  hint: ReturnType<LivenessPort['positioningHint']> = null;
  submitFailures: CandorError[] = [];
  openCamera: ((signal: AbortSignal) => Promise<void>) | null = null;
  startVision: (() => Promise<void>) | null = null;
  tellDownload: OnDownload = () => {};
  embeddingReady: SellerVision['embeddingReady'] = Promise.resolve({ backend: 'wasm', threads: 1 });
  observe: (frameId: number, mediaTimeMs: number) => Promise<FrameObservation> = async (...of) =>
    observation(...of);
  renew: (because: CandorError) => Promise<void> = async () => {};
  clipFailure: CandorError | null = null;
  clipsKept = 0;
  /** What the browser lacks for the check. */
  lack: CandorError | null = null;
  discover: () => Promise<Discovery> = async () => DISCOVERY;
  discoverUnsigned: () => Promise<Discovery> = async () => DISCOVERY;
  redo = false;
  slowCamera = false;
  sessionRequest: SessionRequest | null = null;
  decided: {
    readonly challenge: Challenge;
    readonly profile: Profile;
    readonly accepted: ReasonCode | null;
  } | null = null;
  camera: CameraDouble | null = null;
  /** What the receiver's clock says, whatever the device's does. */
  receiverNow = new Date('2026-01-01T00:00:00.987Z');
  /** Whether the receiver has said so. Where not, `receiverNow` is the device's time. */
  statesTime = true;

  readonly #left = () => ({ waiting: this.waiting, sent: [...this.unanswered.values()] });

  readonly ports: Ports = {
    preflight: () => this.lack,
    model: { modelId: 'model-a', modelSha256: 'a'.repeat(64) },
    transport: {
      discover: () => this.discover(),
      discoverUnsigned: () => this.discoverUnsigned(),
      openSession: async (request) => {
        this.sessionsOpened += 1;
        this.sessionRequest = request;
        const opened = session(this.attemptsLeft);
        return request.light ? { ...opened, challenge: { ...opened.challenge, colours: COLOURS } } : opened;
      },
      submit: async (envelope) => {
        this.sent.push(envelope);
        const failure = this.submitFailures.shift();
        if (failure !== undefined) throw failure;
        return OUTCOME;
      },
      optOut: async ({ alternative }) => {
        this.optOuts.push(alternative);
        return { caseId: 'case-1', alternative, next: 'Next step' };
      },
      read: () => Promise.reject(new CandorError('withdrawal.unreachable')),
      withdraw: async ({ verificationId }) => ({
        verificationId,
        state: 'withdrawn',
        deletedAt: '2026-01-02T00:00:00.000Z',
      }),
      contest: async ({ verificationId }, text) => {
        this.objections.push(text);
        const failure = this.objectionFailures.shift();
        if (failure !== undefined) throw failure;
        const at = '2026-01-02T00:00:00.000Z';
        return { objectionId: 'objection-1', verificationId, at, objectionsLeft: 4 };
      },
      endSession: async ({ sessionId }) => {
        this.ended.push(sessionId);
        const failure = this.endFailures.shift();
        if (failure !== undefined) throw failure;
        return { sessionId, state: 'ended', verificationId: null, endedAt: '2026-01-02T00:00:00.000Z' };
      },
    },
    consent: {
      give: (given, locale, act) =>
        ({ act, locale, noticeVersion: given.version }) as unknown as ConsentReceipt, // the brand is the real stage's
    },
    camera: {
      open: async (_receipt, wish, signal) => {
        this.camerasOpened += 1;
        this.cameraWishes.push(wish);
        await this.openCamera?.(signal);
        this.camerasOpen += 1;
        this.camera = new CameraDouble(this.cameraIdentity, () => {
          this.camerasOpen -= 1;
        });
        this.camera.failure = this.framesFailure;
        return this.camera;
      },
      record: async () => ({
        finish: async (durationMs) =>
          this.clipFailure === null
            ? { kind: 'recorded', blob: new Blob(['clip']), mimeType: 'video/webm', durationMs }
            : { kind: 'none', error: this.clipFailure },
        discard: () => {},
      }),
    },
    vision: {
      firstBytes: 1_000,
      start: async ({ operators }, onDownload) => {
        const template = operators === undefined ? 'whole' : 'kept';
        this.template = template;
        this.tellDownload = onDownload;
        await this.startVision?.();
        this.visionsOpen += 1;
        return this.#vision(template);
      },
    },
    checking: async () => ({ capture, watchPosition }),
    liveness: async () => ({
      positioningHint: () => this.hint,
      isCameraTooSlow: () => this.slowCamera,
      faceView: () => 'front',
      frameScore: () => 1,
      cueAt: () => null,
      colourAt: (challenge, elapsedMs) =>
        challenge.colours?.findLast(({ atMs }) => atMs <= elapsedMs)?.rgb ?? null,
      decide: (_evidence, challenge, profile, accepted) => {
        this.decided = { challenge, profile, accepted };
        return { ...this.verdict, profile };
      },
      afterVerdict: () => (this.redo ? { kind: 'redo', reasons: ['challenge.missing'] } : { kind: 'send' }),
    }),
    envelope: {
      hash: async () => this.noticeHash,
      seal: async ({ capture, session: { sessionId, nonce } }) => {
        this.sealed += 1;
        capture.wipe();
        const header = { sessionId, nonce, noticeHash: 'hash', createdAt: '2026-01-01T00:00:00.000Z' };
        const envelope = { v: 1, header, enc: '', ciphertext: '' } as unknown as Envelope; // opaque here
        return { envelope, preview: PREVIEW, consent: {}, consentHash: 'hash' };
      },
    },
    vault: {
      keepEnvelope: async (waiting) => {
        if (this.keepsAnything) this.waiting = waiting;
        this.released = this.keepsAnything;
        return this.keepsAnything;
      },
      stateOf: async () => {
        if (!this.storageAnswers) return 'unknown';
        if (this.waiting === null) return 'gone';
        return this.released ? 'released' : 'held';
      },
      dropEnvelope: async (sessionId) => {
        this.dropped.push(sessionId);
        this.waiting = null;
      },
      dropEnvelopes: async () => {
        this.waiting = null;
        return this.storageAnswers;
      },
      isReadable: async () => this.storageAnswers,
      lookBack: async () => this.#left(),
      lookAt: async () => ({ ...this.#left(), isReleased: this.released }),
      noteSent: async (sent) => {
        this.unanswered.set(sent.sessionId, sent);
      },
      sent: async () => [...this.unanswered.values()],
      forgetSent: async (sessionId) => {
        this.unanswered.delete(sessionId);
      },
      keepReceipt: async (sessionId, receipt) => {
        this.unanswered.delete(sessionId);
        this.waiting = null;
        if (this.keepsAnything) this.receipts.set(sessionId, receipt);
        return this.keepsAnything;
      },
      receiptOf: async (sessionId) => this.receipts.get(sessionId) ?? null,
      dropReceipt: async () => this.dropsClips,
      keepClip: async () => {
        this.clipsKept += 1;
        return this.keepsClips;
      },
      dropClip: async () => {
        this.clipsDropped += 1;
        return this.dropsClips;
      },
      kept: async () => ({ receipts: [], clips: [] }),
      alone: (_sessionId, _signal, work) => work(),
    },
    clock: { now: () => this.receiverNow, stated: () => (this.statesTime ? this.receiverNow : null) },
    page: this.page,
  };

  async #taken(how: 'embedded' | 'held'): Promise<boolean> {
    this[how] += 1;
    return true;
  }

  #finished(kind: FinishedCapture['kind']): FinishedCapture {
    const evidence = { ...ALIKE, count: this.embedded + this.held };
    const wipe = (): void => {
      this.templatesWiped += 1;
    };
    if (kind === 'whole') return { kind, evidence, wipe, embedding: new Float32Array(128).fill(1) };
    const split = () => Promise.reject(new CandorError('internal')); // the real worker's
    return { kind, evidence, wipe, dim: 128, split };
  }

  #vision(template: FinishedCapture['kind']): SellerVision {
    let open = true;
    return {
      embeddingReady: this.embeddingReady,
      observe: (_image, frameId, mediaTimeMs) => this.observe(frameId, mediaTimeMs),
      embed: () => this.#taken('embedded'),
      hold: () => this.#taken('held'),
      finish: async () => this.#finished(template),
      reset: async () => void Object.assign(this, { embedded: 0, held: 0 }),
      renew: (because) => this.renew(because),
      close: () => {
        if (open) this.visionsOpen -= 1;
        open = false;
      },
    };
  }
}
