import { type Actor, createActor, type SnapshotFrom } from 'xstate';
import { asCandorError } from '../core/errors.js';
import { callHost } from '../core/host-call.js';
import { flowMachine } from './machine.js';
import type { Ports } from './ports.js';
import type { Flow, FlowOptions, FlowState } from './state.js';
import { toFlowState } from './view.js';

/** Starts a flow over the given stages. The first thing it does, and the only thing before consent, is discovery.
 * @param options - checked by `checkOptions`. */
export function startFlow(options: FlowOptions, ports: Ports): Flow {
  const listeners = new Set<() => void>();
  let state: FlowState = { kind: 'loading' };
  const begin = (): Actor<typeof flowMachine> => {
    const begun = createActor(flowMachine, { input: { ports, options } });
    begun.subscribe({
      next: (snapshot) => {
        state = toFlowState(snapshot);
        for (const listener of [...listeners]) {
          // An earlier one may have taken it away, or ended the flow.
          if (listeners.has(listener)) callHost(listener);
        }
      },
      // What breaks the machine itself leaves nothing that could go on: another one says so, and has every way out.
      error: (thrown) => {
        letGo(begun.getSnapshot());
        actor = begin();
        actor.send({ type: 'stage.failed', error: asCandorError(thrown) });
      },
    });
    return begun.start();
  };
  let actor = begin();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (command) => actor.send(command),
    destroy: () => {
      actor.stop();
      listeners.clear();
    },
  };
}

/** XState leaves what a broken machine has invoked alive: the camera would stay on. */
function letGo({ children }: SnapshotFrom<typeof flowMachine>): void {
  for (const child of Object.values(children)) child?.send({ type: 'cancel' });
}
