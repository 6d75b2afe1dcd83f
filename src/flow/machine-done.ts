import * as input from './inputs.js';
import { machineSetup } from './machine-setup.js';

interface Rejected {
  readonly event: { readonly error: unknown };
}

export const remembersFailure = {
  type: 'rememberFailure',
  params: ({ event }: Rejected) => event.error,
} as const;

/** The receiver has answered, and the seller has the receipt. */
export const done = machineSetup.createStateConfig({
  id: 'done',
  initial: 'idle',
  on: { cancel: {}, 'opt-out': {} },
  states: {
    idle: { on: { 'my-data': 'reading', contest: 'contesting', withdraw: 'withdrawing' } },
    contesting: {
      entry: 'clearFailure',
      invoke: {
        src: 'contest',
        input: input.contest,
        onDone: {
          target: 'idle',
          actions: { type: 'rememberObjection', params: ({ event }) => event.output },
        },
        onError: { target: 'idle', actions: remembersFailure },
      },
    },
    reading: {
      entry: 'clearFailure',
      invoke: {
        src: 'readRecord',
        input: input.record,
        onDone: { target: 'idle', actions: { type: 'rememberRecord', params: ({ event }) => event.output } },
        onError: { target: 'idle', actions: remembersFailure },
      },
    },
    withdrawing: {
      entry: 'clearFailure',
      invoke: {
        src: 'withdraw',
        input: input.withdrawal,
        onDone: {
          target: '#withdrawn',
          actions: [
            { type: 'rememberWithdrawal', params: ({ event }) => event.output },
            { type: 'rememberDeleted', params: ({ event }) => event.output.isDeleted },
          ],
        },
        onError: { target: 'idle', actions: remembersFailure },
      },
    },
  },
});

/** The receiver has deleted it. What this browser did not say to be gone is deleted again when the seller says so. */
export const withdrawn = machineSetup.createStateConfig({
  id: 'withdrawn',
  initial: 'idle',
  on: { cancel: {}, retry: '#loading' },
  states: {
    idle: { on: { withdraw: { guard: 'hasClipsLeft', target: 'deleting' } } },
    deleting: {
      invoke: {
        src: 'deleteKept',
        input: input.withdrawal,
        onDone: { target: 'idle', actions: { type: 'rememberDeleted', params: ({ event }) => event.output } },
      },
    },
  },
});
