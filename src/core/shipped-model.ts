import manifest from '../../public/models/manifest.json' with { type: 'json' };

/** The embedding model that this package is built with, as sellers' browsers name it and as a receiver has to know it. */
export interface ShippedModel {
  /** As on the wire. */
  readonly modelId: string;
  readonly modelSha256: string;
  /** Numbers in an embedding. */
  readonly dim: number;
}

function shippedModel(): ShippedModel {
  const entry = manifest.models.find(({ role }) => role === 'embedding');
  const dim = entry?.output.shape.at(-1);
  if (entry === undefined || dim === undefined) throw new TypeError('the manifest has no embedding');
  return { modelId: entry.id, modelSha256: entry.sha256, dim };
}

/** The embedding model that is built by default, as sealed messages name it.
 * @example
 * const { modelId, dim } = SHIPPED_MODEL; */
export const SHIPPED_MODEL: ShippedModel = shippedModel();
