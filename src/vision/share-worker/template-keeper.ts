import { type SealedShares, sealShares } from '../../../shares/sealed/seal.js';
import { wipe } from '../../core/bytes.js';
import { CandorError } from '../../core/errors.js';
import type { CaptureEmbedding } from '../../core/observation.js';
import type { Kept, ShareTerms } from '../seller-vision.js';

/** Keeps the template of one capture, and gives nothing of it to the page but the parts that it sealed to three operators. */
export class TemplateKeeper {
  #template: Float32Array<ArrayBuffer> | null = null;
  #resets = 0;

  /** @param finishing - the analysis worker's answer.
   * @throws what that fails with; `runtime.model_failed` after a {@link reset} meanwhile. */
  async keep(finishing: Promise<CaptureEmbedding>): Promise<Kept> {
    this.reset();
    const before = this.#resets;
    const { embedding, ...evidence } = await finishing;
    if (before !== this.#resets) {
      wipe(embedding);
      throw new CandorError('runtime.model_failed', { detail: 'reset before the template came' });
    }
    this.#template = embedding;
    return { evidence, dim: embedding.length };
  }

  /** Splits the template and seals its parts, once: it is wiped then, whatever happens.
   * @throws `crypto.*`, `runtime.model_failed` where there is none, or none that can be split. */
  async split(terms: ShareTerms): Promise<SealedShares> {
    const embedding = this.#template;
    if (embedding === null) throw new CandorError('runtime.model_failed', { detail: 'no template' });
    try {
      return await sealShares({ ...terms, embedding });
    } catch (cause) {
      if (cause instanceof CandorError) throw cause;
      // What cannot be split is no template, as in `composePayload`.
      throw new CandorError('runtime.model_failed', { cause, detail: 'embedding' });
    } finally {
      this.reset();
    }
  }

  /** Wipes the template, and the one that is on its way. */
  reset(): void {
    this.#resets += 1;
    if (this.#template !== null) wipe(this.#template);
    this.#template = null;
  }
}
