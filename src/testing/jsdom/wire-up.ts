import { checkOptions } from '../../flow/options.js';
import type { Flow, FlowOptions } from '../../flow/state.js';
import { currentSimulation } from './current.js';

/** Stands in for `flow/wire-up.ts` in `candor/testing/jsdom`: the same options, and nothing real behind them.
 * @throws `config.invalid` naming the option that cannot be used. */
export function createFlow<HandsOver extends boolean = boolean>(
  options: FlowOptions<HandsOver>,
): Flow<HandsOver> {
  const checked = checkOptions(options, globalThis.document?.baseURI);
  // What its states carry is what the option says.
  return currentSimulation().start(checked) as Flow<HandsOver>;
}
