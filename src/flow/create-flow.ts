import { createActor } from 'xstate';
import { callHost } from '../core/host-call.js';
import { flowMachine } from './machine.js';
import type { Ports } from './ports.js';
import type { Flow, FlowOptions, FlowState } from './state.js';
import { toFlowState } from './view.js';

/** Starts a flow over the given stages. The first thing it does, and the only thing before consent, is discovery.
 * @param options - checked by `checkOptions`. */
export function startFlow(options: FlowOptions, ports: Ports): Flow {
  const actor = createActor(flowMachine, { input: { ports, options } });
  let state: FlowState = toFlowState(actor.getSnapshot());
  const listeners = new Set<() => void>();
  actor.subscribe((snapshot) => {
    state = toFlowState(snapshot);
    for (const listener of [...listeners]) {
      // An earlier one may have taken it away, or ended the flow.
      if (listeners.has(listener)) callHost(listener);
    }
  });
  actor.start();
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
