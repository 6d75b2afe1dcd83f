import type { ReceiverContext } from './context.js';
import type { Secrets } from './keys/secrets.js';
import type { TemplateKeys } from './keys/template-keys.js';
import { ExactIndex } from './matching/exact.js';
import { IndexFollower } from './matching/follow.js';
import { Matcher } from './matching/matcher.js';
import { SealedTemplates } from './matching/sealed-templates.js';
import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { finishErasures } from './store/erasure.js';
import { exemptParty } from './store/exemptions.js';

/** What compares templates, and what deletion has to reach because of it. */
export type Comparison = Pick<ReceiverContext, 'matcher' | 'templates' | 'transforms' | 'erasing'>;

/** Finishes deletions that a crash cut short, and fills the index. */
export async function openComparison(
  { embeddingDim: dim, threshold, search: policy, random, now, log }: ReceiverConfig,
  database: Database,
  secrets: Secrets,
  { transforms, slots, missing }: TemplateKeys,
): Promise<Comparison> {
  const index = new ExactIndex(dim);
  const erasing = { slots, index };
  await finishErasures(database, erasing, missing, now());
  if (missing.length > 0) log({ event: 'erasures.finished', templates: missing.length });
  const templates = new SealedTemplates({ slots, storageKey: secrets.storage, transforms, random });
  const { modelId, modelSha256 } = threshold;
  const follower = new IndexFollower({
    index,
    model: { modelId, modelSha256 },
    sealed: templates,
    holderOf: (owner) => exemptParty(secrets, owner),
  });
  await follower.fill(database);
  return { matcher: new Matcher({ index, follower, policy, threshold }), templates, transforms, erasing };
}
