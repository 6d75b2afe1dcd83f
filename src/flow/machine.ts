import type { Agreement, Known } from './agreement.js';
import * as input from './inputs.js';
import { failed, sending } from './machine-delivery.js';
import { done, remembersFailure, withdrawn } from './machine-done.js';
import { optedOut, remembersSettled, settling } from './machine-endings.js';
import { initialContext, machineSetup } from './machine-setup.js';
import type { WantedChoices } from './state.js';

const chooses = {
  type: 'choose',
  params: ({ event }: { readonly event: { readonly choices: WantedChoices } }) => event.choices,
} as const;

const permission = machineSetup.createStateConfig({
  initial: 'asking',
  states: { asking: { after: { waitingLong: 'waitingLong' } }, waitingLong: {} },
});

const positioning = machineSetup.createStateConfig({
  invoke: { src: 'visibilityWatch', input: input.patient },
  initial: 'watching',
  on: {
    'positioning.readiness': {
      actions: { type: 'rememberReadiness', params: ({ event }) => event.readiness },
    },
  },
  states: {
    watching: {
      entry: 'acceptNothing',
      invoke: { src: 'positioningLoop', input: input.positioning },
      always: { guard: 'startsAlone', target: 'starting' },
      on: {
        start: { guard: 'mayStart', target: 'starting' },
        'start-anyway': { guard: 'mayStartAnyway', target: 'starting', actions: 'acceptPicture' },
        // Anew, because how long the face must be steady goes with the profile.
        choose: { target: 'watching', reenter: true, actions: chooses },
      },
    },
    starting: {
      invoke: {
        src: 'openSession',
        input: input.session,
        onDone: {
          target: '#recording',
          actions: { type: 'rememberSession', params: ({ event }) => event.output },
        },
        onError: { target: '#failed', actions: remembersFailure },
      },
    },
  },
});

const recording = machineSetup.createStateConfig({
  id: 'recording',
  invoke: [
    { src: 'visibilityWatch', input: input.impatient },
    { src: 'captureOwner', input: input.capture },
  ],
  on: {
    'capture.progress': { actions: { type: 'rememberProgress', params: ({ event }) => event.progress } },
    'capture.finished': {
      target: '#review',
      actions: { type: 'rememberCapture', params: ({ event }) => event.result },
    },
    stop: '#cancelled',
  },
});

const capturing = machineSetup.createStateConfig({
  id: 'capturing',
  initial: 'permission',
  entry: 'forgetAttempt',
  exit: 'forgetCamera',
  invoke: { src: 'cameraOwner', input: input.camera },
  on: {
    'camera.opened': {
      target: '.positioning',
      actions: { type: 'rememberCamera', params: ({ event }) => event.camera },
    },
    'camera.choices': { actions: { type: 'rememberChoices', params: ({ event }) => event.cameras } },
    // What waited for someone to look is looked at again.
    'page.shown': {},
    'page.hidden': { target: '#failed', actions: 'rememberInterruption' },
  },
  states: { permission, positioning, recording },
});

const review = machineSetup.createStateConfig({
  id: 'review',
  initial: 'preparing',
  on: {
    'keep-clip': { actions: ['toggleClipKept', 'storeClip'] },
    'clip.stored': { actions: { type: 'rememberClipStored', params: ({ event }) => event.clipKept } },
  },
  states: {
    preparing: {
      invoke: {
        src: 'preparePayload',
        input: input.prepare,
        onDone: {
          target: 'ready',
          actions: { type: 'rememberPrepared', params: ({ event }) => event.output },
        },
        onError: { target: '#failed', actions: remembersFailure },
      },
    },
    ready: {
      on: {
        send: { guard: 'maySend', target: '#sending', actions: 'rememberSent' },
        redo: { guard: 'mayRedo', target: '#capturing' },
        choose: { actions: chooses },
      },
    },
  },
});

/** The camera is off until there is something that can look at its picture: on a slow line that takes a minute. */
const downloading = machineSetup.createStateConfig({
  invoke: { src: 'visibilityWatch', input: input.impatient },
  on: { 'page.shown': {}, 'page.hidden': {} },
  always: { guard: 'mayOpenCamera', target: 'capturing' },
});

const checking = machineSetup.createStateConfig({
  initial: 'downloading',
  invoke: [
    { src: 'visionOwner', input: input.discovered },
    { src: 'motionWatch', input: input.ports },
    // Another agreement, another check: what an earlier one left is not kept beside it.
    { src: 'settleLeft', input: input.settleEarlier, onDone: { actions: remembersSettled } },
  ],
  exit: 'forgetVision',
  on: {
    'page.motion': { actions: { type: 'hearMotion', params: ({ event }) => event.reduced } },
    'vision.download': {
      actions: { type: 'rememberDownload', params: ({ event }) => event.download },
    },
    'vision.ready': { actions: { type: 'rememberVision', params: ({ event }) => event.vision } },
    'switch-camera': {
      guard: 'mayOpenCamera',
      // Not again from the start of `checking`: the worker looks at the next camera too.
      target: '.capturing',
      actions: { type: 'switchCamera', params: ({ event }) => event.deviceId },
    },
  },
  states: { downloading, capturing, review },
});

const notice = machineSetup.createStateConfig({
  initial: 'reading',
  on: {
    consent: '#consenting',
    'set-locale': { actions: { type: 'chooseLocale', params: ({ event }) => event.locale } },
    send: { guard: 'maySendEarlier', target: '#sending', actions: 'resumeEarlier' },
  },
  states: {
    reading: {
      invoke: { src: 'deadlineWatch', input: input.deadline },
      on: { discard: { guard: 'hasLeftBehind', target: 'deleting' }, 'look-again': 'looking' },
    },
    looking: {
      id: 'looking',
      invoke: {
        src: 'lookAgain',
        input: input.discovered,
        onDone: {
          target: 'reading',
          actions: { type: 'rememberFound', params: ({ event }) => event.output },
        },
        onError: 'reading',
      },
    },
    deleting: {
      on: { send: {} },
      invoke: {
        src: 'settleLeft',
        input: input.settleNow,
        onDone: { target: 'reading', actions: remembersSettled },
      },
    },
  },
});

const remembersDiscovery = {
  type: 'rememberDiscovery',
  params: ({ event }: { readonly event: { readonly output: Known } }) => event.output,
} as const;

const loading = machineSetup.createStateConfig({
  id: 'loading',
  invoke: {
    src: 'discover',
    input: input.ports,
    onDone: [
      // Told before the seller agrees to anything, and not after.
      {
        guard: { type: 'lacksSomething', params: ({ event }) => event.output },
        target: 'failed',
        actions: remembersDiscovery,
      },
      { target: 'notice', actions: remembersDiscovery },
    ],
    onError: { target: 'failed', actions: remembersFailure },
  },
});

const remembersAgreement = {
  type: 'rememberAgreement',
  params: ({ event }: { readonly event: { readonly output: Agreement } }) => event.output,
} as const;

const consenting = machineSetup.createStateConfig({
  id: 'consenting',
  invoke: {
    src: 'acceptConsent',
    input: input.consent,
    onDone: [
      {
        guard: { type: 'isReplaced', params: ({ event }) => event.output },
        target: 'notice',
        actions: remembersAgreement,
      },
      { target: 'checking', actions: remembersAgreement },
    ],
    onError: { target: 'failed', actions: remembersFailure },
  },
});

/** Back to the question. It is asked for anew: in a page that stays open the notice and the keys may have been replaced. */
const startsAnew = '#loading';

/** The flow of the seller (house.md, "the way of the data"). Owners are invoked by the state that needs them, so that
 * leaving the state, by whatever road, lets go of the camera, the worker, the recorder and the request. */
export const flowMachine = machineSetup.createMachine({
  id: 'flow',
  initial: 'loading',
  context: ({ input: given }) => initialContext(given),
  on: {
    'stage.failed': {
      target: '.failed',
      actions: remembersFailure,
    },
    'opt-out': {
      guard: 'canOptOut',
      target: '.optedOut',
      actions: { type: 'chooseAlternative', params: ({ event }) => event.alternativeId },
    },
    cancel: '.cancelled',
  },
  states: {
    loading,
    notice,
    consenting,
    checking,
    sending,
    done,
    withdrawn,
    optedOut,
    cancelled: {
      id: 'cancelled',
      entry: ['forgetAttempt', 'wantProvenCamera'],
      ...settling,
      on: { retry: startsAnew },
    },
    failed,
  },
});
