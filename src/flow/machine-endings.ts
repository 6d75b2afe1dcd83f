import * as input from './inputs.js';
import type { Settled } from './left-behind.js';
import { machineSetup } from './machine-setup.js';

/** The states in which the seller has said no. */

const remembersUndelivered = {
  type: 'rememberUndelivered',
  params: ({ event }: { readonly event: { readonly error: unknown } }) => event.error,
} as const;

export const remembersSettled = {
  type: 'rememberSettled',
  params: ({ event }: { readonly event: { readonly output: Settled } }) => event.output,
} as const;

/** Asks the receiver to delete what may have arrived, and again when the seller says so. */
export const settling = machineSetup.createStateConfig({
  initial: 'asking',
  states: {
    asking: {
      invoke: {
        src: 'settleLeft',
        input: input.settleAll,
        onDone: { target: 'answered', actions: remembersSettled },
      },
    },
    answered: { on: { withdraw: { guard: 'maySettleAgain', target: 'asking' } } },
  },
});

const telling = machineSetup.createStateConfig({
  initial: 'posting',
  states: {
    posting: {
      invoke: {
        src: 'postOptOut',
        input: input.optOut,
        onDone: {
          target: 'settled',
          actions: { type: 'rememberOptOut', params: ({ event }) => event.output },
        },
        onError: { target: 'settled', actions: remembersUndelivered },
      },
    },
    settled: { on: { retry: 'posting' } },
  },
});

export const optedOut = machineSetup.createStateConfig({
  type: 'parallel',
  entry: 'forgetAttempt',
  on: {
    cancel: {},
    'opt-out': {
      target: '.telling.posting',
      actions: { type: 'chooseAlternative', params: ({ event }) => event.alternativeId },
    },
  },
  states: { telling, settling },
});
