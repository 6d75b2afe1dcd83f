import { fromCallback, fromPromise } from 'xstate';
import type { ConsentReceipt } from '../consent/receipt.js';
import type { Camera, CameraWish } from '../core/capture.js';
import { asCandorError, CandorError } from '../core/errors.js';
import type { Challenge, Locale, Profile, Session } from '../core/types.js';
import type { ReasonCode } from '../core/verdict.js';
import type { Discovery, OptOut } from '../envelope/wire.js';
import type { EnvelopeState, WaitingEnvelope } from '../vault/vault.js';
import type { Download } from '../vision/protocol.js';
import type { SellerVision } from '../vision/seller-vision.js';
import type { CaptureResult } from './capture.js';
import { requested } from './choices.js';
import type { FlowEvent, Prepared } from './context.js';
import { BY_EARLIER_PRESS, type DeliveryInput, deliver, type Permission, quickly } from './deliver.js';
import { deliverLater } from './deliver-later.js';
import { type Found, look, type Settled, type SettleInput, settle } from './left-behind.js';
import type { Ports } from './ports.js';
import { type PrepareInput, prepare } from './prepare.js';
import type { Readiness } from './readiness.js';
import type { Choices, FlowOptions } from './state.js';

/** How long the page may be hidden while positioning before the camera goes off, ms (requirement B-07). */
const HIDDEN_MS = 2_000;

type Tell = (event: FlowEvent) => void;

/** An actor that owns something from its start to its stop: `work` gets a signal that aborts at the stop, whatever the
 * reason (a command, a failure, an unmount), and reports by `tell`. A rejection becomes `stage.failed`. A `cancel` of its own
 * ends it where the machine cannot stop it any more. */
function owner<Input>(work: (input: Input, tell: Tell, signal: AbortSignal) => Promise<void>) {
  return fromCallback<FlowEvent, Input, FlowEvent>(({ input, sendBack, receive }) => {
    const stop = new AbortController();
    const end = (): void => stop.abort(new DOMException('stopped', 'AbortError'));
    receive(({ type }) => {
      if (type === 'cancel') end();
    });
    const tell: Tell = (event) => {
      if (!stop.signal.aborted) sendBack(event);
    };
    void work(input, tell, stop.signal).catch((error: unknown) =>
      tell({ type: 'stage.failed', error: asCandorError(error) }),
    );
    return end;
  });
}

/** Closes `owned` when the signal aborts, or at once if it already has. */
function closeOnAbort(owned: { close(): void }, signal: AbortSignal): void {
  if (signal.aborted) owned.close();
  else signal.addEventListener('abort', () => owned.close(), { once: true });
}

export interface DiscoveredInput {
  readonly ports: Ports;
  readonly discovery: Discovery;
}

export const visionOwner = owner<DiscoveredInput>(async ({ ports, discovery }, tell, signal) => {
  const onDownload = (download: Download): void => tell({ type: 'vision.download', download });
  const vision = await ports.vision.start(discovery, onDownload, signal);
  closeOnAbort(vision, signal);
  tell({ type: 'vision.ready', vision });
});

export interface CameraInput {
  readonly ports: Ports;
  readonly receipt: ConsentReceipt;
  readonly wish: CameraWish;
}

export const cameraOwner = owner<CameraInput>(async ({ ports, receipt, wish }, tell, signal) => {
  const camera = await ports.camera.open(receipt, wish, signal);
  closeOnAbort(camera, signal);
  tell({ type: 'camera.opened', camera });
  const tellChoices = async (): Promise<void> =>
    tell({ type: 'camera.choices', cameras: await camera.choices() });
  camera.onDevicesChanged(() => void tellChoices());
  await tellChoices();
  await camera.lost;
  throw new CandorError('camera.lost');
});

export interface PositioningActorInput {
  readonly ports: Ports;
  readonly camera: Camera;
  readonly vision: SellerVision;
  readonly profile: Profile;
}

export const positioningLoop = owner<PositioningActorInput>(
  async ({ ports, camera, vision, profile }, tell, signal) => {
    const [liveness, { watchPosition }] = await Promise.all([ports.liveness(), ports.checking()]);
    const onReadiness = (readiness: Readiness): void => tell({ type: 'positioning.readiness', readiness });
    await watchPosition({ camera, vision, liveness, profile, onReadiness }, signal);
  },
);

export interface CaptureActorInput extends PositioningActorInput {
  /** What of the session's is put to the seller. */
  readonly challenge: Challenge;
  readonly accepted: ReasonCode | null;
}

export const captureOwner = owner<CaptureActorInput>(async (input, tell, signal) => {
  const { ports, camera, vision, profile, challenge, accepted } = input;
  const { capture } = await ports.checking();
  const result: CaptureResult = await capture(
    {
      camera,
      vision,
      liveness: await ports.liveness(),
      profile,
      challenge,
      accepted,
      record: (opened) => ports.camera.record(opened),
      onProgress: (progress) => tell({ type: 'capture.progress', progress }),
    },
    signal,
  );
  tell({ type: 'capture.finished', result });
});

export interface DeliveryActorInput {
  readonly ports: Ports;
  readonly waiting: WaitingEnvelope;
  /** In this browser's storage, where another tab may deliver or delete it meanwhile. */
  readonly isStored: boolean;
}

function deliveryOf({ ports, waiting }: DeliveryActorInput, tell: Tell): Omit<DeliveryInput, 'permission'> {
  return {
    waiting,
    transport: ports.transport,
    vault: ports.vault,
    stated: () => ports.clock.stated(),
    onAttempt: (attempt) => tell({ type: 'delivery.attempt', attempt }),
    onStored: (isStored) => tell({ type: 'delivery.stored', isStored }),
    untilNext: (failures, signal) => quickly(failures, ports.page.random, signal),
  };
}

function stateOf({ ports, waiting, isStored }: DeliveryActorInput): Promise<EnvelopeState> | 'released' {
  return isStored ? ports.vault.stateOf(waiting.envelope.header.sessionId) : 'released';
}

/** The seller has just pressed send: a storage that does not answer says nothing against it. */
export const deliveryOwner = owner<DeliveryActorInput>(async (input, tell, signal) => {
  const permission = async (): Promise<Permission> =>
    (await stateOf(input)) === 'gone' ? 'discarded' : 'go';
  const delivered = await deliver({ ...deliveryOf(input, tell), permission }, signal);
  tell({ type: 'delivery.accepted', delivered });
});

export const laterDelivery = owner<DeliveryActorInput>(async (input, tell, signal) => {
  const permission = async (): Promise<Permission> => BY_EARLIER_PRESS[await stateOf(input)];
  const delivered = await deliverLater({ ...deliveryOf(input, tell), permission }, input.ports.page, signal);
  tell(delivered === null ? { type: 'delivery.taken-back' } : { type: 'delivery.accepted', delivered });
});

/** Tells whether anyone sees the page, from the moment it begins: a page may have been hidden long before its camera
 * opened. A hidden one is told of at once while recording, after {@link HIDDEN_MS} otherwise, and one that is left at
 * once. */
export const visibilityWatch = fromCallback<FlowEvent, { ports: Ports; patient: boolean }, FlowEvent>(
  ({ input, sendBack }) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = input.ports.page.onPresence((presence) => {
      clearTimeout(timer);
      if (presence === 'shown') sendBack({ type: 'page.shown' });
      else if (presence === 'gone' || !input.patient) sendBack({ type: 'page.hidden' });
      else timer = setTimeout(() => sendBack({ type: 'page.hidden' }), HIDDEN_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  },
);

/** Tells, at once and on every change, whether the seller's system asks for less motion. */
export const motionWatch = fromCallback<FlowEvent, { ports: Ports }, FlowEvent>(({ input, sendBack }) =>
  input.ports.page.onMotionPreference((reduced) => sendBack({ type: 'page.motion', reduced })),
);

export const lookAgain = fromPromise<Found, DiscoveredInput>(({ input: { ports, discovery } }) =>
  look(ports, discovery.notices),
);

export const settleLeft = fromPromise<Settled, SettleInput>(({ input, signal }) => settle(input, signal));

export interface SessionInput {
  readonly ports: Ports;
  readonly options: FlowOptions;
  readonly choices: Choices;
  readonly locale: Locale;
  readonly noticeHash: string;
}

export const openSession = fromPromise<Session, SessionInput>(({ input, signal }) => {
  const { ports, options, choices, locale, noticeHash } = input;
  const { subject = null } = options;
  const request = { ...requested(choices), noticeHash, locale };
  return ports.transport.openSession(subject === null ? request : { ...request, subject }, signal);
});

export const preparePayload = fromPromise<Prepared, PrepareInput>(({ input, signal }) =>
  prepare(input, signal),
);

export interface OptOutInput {
  readonly ports: Ports;
  readonly options: FlowOptions;
  readonly locale: Locale;
  readonly alternative: string;
}

export const postOptOut = fromPromise<OptOut, OptOutInput>(({ input, signal }) => {
  const { ports, options, locale, alternative } = input;
  const request = { alternative, locale };
  const { subject = null } = options;
  return ports.transport.optOut(subject === null ? request : { ...request, subject }, signal);
});
