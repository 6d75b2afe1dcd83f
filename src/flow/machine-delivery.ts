import type { Delivered } from './deliver.js';
import * as input from './inputs.js';
import { machineSetup } from './machine-setup.js';

/** The states in which a sealed envelope is on its way, or has not arrived. */

const accepts = {
  target: '#done',
  actions: {
    type: 'rememberAccepted',
    params: ({ event }: { readonly event: { readonly delivered: Delivered } }) => event.delivered,
  },
} as const;

const storedNow = {
  actions: {
    type: 'rememberStored',
    params: ({ event }: { readonly event: { readonly isStored: boolean } }) => event.isStored,
  },
} as const;

export const sending = machineSetup.createStateConfig({
  id: 'sending',
  entry: 'noteSending',
  invoke: { src: 'deliveryOwner', input: input.delivery },
  on: {
    'delivery.attempt': { actions: { type: 'countTry', params: ({ event }) => event.attempt } },
    'delivery.stored': storedNow,
    'delivery.accepted': accepts,
  },
});

/** What was sealed and sent for goes on being delivered while the seller reads that it has not arrived. */
const failing = {
  deciding: machineSetup.createStateConfig({
    always: [{ guard: 'retriesSending', target: 'delivering' }, { target: 'resting' }],
  }),
  delivering: machineSetup.createStateConfig({
    invoke: { src: 'laterDelivery', input: input.delivery },
    on: {
      'delivery.stored': storedNow,
      'delivery.accepted': accepts,
      // The notice says so here as well: this page must not go on saying that it tries by itself.
      'delivery.taken-back': { target: '#looking', actions: 'forgetAttempt' },
    },
  }),
  resting: machineSetup.createStateConfig({
    on: { 'look-again': { guard: 'knowsReceiver', target: 'looking' } },
  }),
  looking: machineSetup.createStateConfig({
    invoke: {
      src: 'lookAgain',
      input: input.discovered,
      onDone: {
        target: 'resting',
        actions: { type: 'rememberFound', params: ({ event }) => event.output },
      },
      onError: 'resting',
    },
  }),
};

/** What happened, and what to do next. Whoever is told that their browser cannot do it has the same desk as at the notice. */
export const failed = machineSetup.createStateConfig({
  id: 'failed',
  exit: 'clearFailure',
  initial: 'deciding',
  states: failing,
  on: {
    retry: [
      { guard: 'retriesLoading', target: 'loading' },
      // The agreement stands; what it was given to is asked for anew.
      { guard: 'retriesChecking', target: 'consenting' },
      { guard: 'retriesSending', target: 'sending' },
    ],
  },
});
