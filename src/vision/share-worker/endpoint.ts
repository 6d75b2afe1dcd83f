import { CandorError } from '../../core/errors.js';
import type { CaptureEmbedding } from '../../core/observation.js';
import { WIDGET } from '../../core/version.js';
import type { Reply, VisionEndpoint } from '../protocol.js';
import type { ShareEndpoint } from '../seller-vision.js';
import { replying } from '../worker/fail.js';
import { TemplateKeeper } from './template-keeper.js';

/** All that is asked of the analysis worker from here. */
export type Analysis = Pick<VisionEndpoint, 'finish'>;

/** What the share worker exposes. No method gives the template out.
 * @param open - calls what answers at the other end of a channel. */
export function endpointOf(open: (channel: MessagePort) => Analysis): ShareEndpoint {
  const keeper = new TemplateKeeper();
  let analysis: Analysis | null = null;
  return {
    hello: async () => ({ kind: 'ok', value: WIDGET }),
    connect: async (channel) => {
      keeper.reset();
      analysis = open(channel);
      return { kind: 'ok', value: undefined };
    },
    finish: () => replying('runtime.model_failed', () => keeper.keep(finished(analysis))),
    split: (terms) => replying('runtime.model_failed', () => keeper.split(terms)),
    reset: () => replying('runtime.model_failed', () => keeper.reset()),
  };
}

/** @throws what the analysis worker failed with. */
async function finished(analysis: Analysis | null): Promise<CaptureEmbedding> {
  if (analysis === null) throw new CandorError('runtime.model_failed', { detail: 'not connected' });
  const reply: Reply<CaptureEmbedding> = await analysis.finish();
  if (reply.kind === 'ok') return reply.value;
  const { code, detail } = reply;
  throw new CandorError(code, detail === undefined ? {} : { detail });
}
