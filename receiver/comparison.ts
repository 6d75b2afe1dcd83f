import { unreachable } from '../src/core/unreachable.js';
import type { ReceiverContext } from './context.js';
import type { Secrets } from './keys/secrets.js';
import type { TemplateKeys } from './keys/template-keys.js';
import { traceOf } from './log.js';
import { ExactIndex } from './matching/exact.js';
import { type FollowingIndex, IndexFollower } from './matching/follow.js';
import { InMemory } from './matching/follow-in-memory.js';
import { Matcher } from './matching/matcher.js';
import { OpenedTemplates } from './matching/opened-templates.js';
import { PgvectorIndex } from './matching/pgvector/pgvector-index.js';
import type { NoteLoss } from './matching/scan/scan-thread.js';
import { SealedTemplates } from './matching/sealed-templates.js';
import type { TemplateIndex } from './matching/template-index.js';
import type { ReceiverConfig } from './options.js';
import type { Database } from './store/database.js';
import { finishErasures } from './store/erasure.js';
import { exemptParty, type PartyOf } from './store/exemptions.js';
import { makeVectorTable } from './store/vector-tables.js';

/** What compares templates, and what storing and deleting have to reach because of it. */
export type Comparison = Pick<
  ReceiverContext,
  'matcher' | 'templates' | 'transforms' | 'erasing' | 'enterIndex'
>;

/** Finishes deletions that a crash cut short, and fills the index.
 * @param noteGallery - told how many templates are searched, whenever that may have changed.
 * @throws VectorsUnavailableError */
export async function openComparison(
  config: ReceiverConfig,
  database: Database,
  secrets: Secrets,
  { transforms, slots, missing }: TemplateKeys,
  noteGallery: (templates: number) => void,
): Promise<Comparison> {
  const { threshold, search: policy, random, now, log } = config;
  const { modelId, modelSha256 } = threshold;
  const templates = new SealedTemplates({ slots, storageKey: secrets.storage, transforms, random });
  const partyOf: PartyOf = (owner) => exemptParty(secrets, owner);
  const opened = new OpenedTemplates({
    model: { modelId, modelSha256 },
    sealed: templates,
    dim: config.embeddingDim,
    holderOf: partyOf,
    noteLeftOut: (verificationId, code) => log({ event: 'template.left_out', verificationId, code }),
  });
  const { index, following, enterIndex } = await openIndex(config, database, transforms, opened);
  const erasing = { slots, index, partyOf };
  await finishErasures(database, erasing, missing, now());
  if (missing.length > 0) log({ event: 'erasures.finished', templates: missing.length });
  const follower = new IndexFollower(following, () => templates.refreshMatrices());
  await follower.fill(database);
  const matcher = new Matcher({ index, follower, policy, threshold, noteGallery });
  return { matcher, templates, transforms, erasing, enterIndex };
}

interface OpenIndex {
  readonly index: TemplateIndex;
  readonly following: FollowingIndex;
  readonly enterIndex: Comparison['enterIndex'];
}

async function openIndex(
  { index: kind, embeddingDim: dim, log }: ReceiverConfig,
  database: Database,
  transforms: TemplateKeys['transforms'],
  opened: OpenedTemplates,
): Promise<OpenIndex> {
  switch (kind) {
    case 'exact': {
      const noteLoss: NoteLoss = ({ code, startsLeft, thrown }) => {
        const error = thrown === null ? null : traceOf(thrown);
        log({ event: 'scan.thread_lost', code, startsLeft, error });
      };
      const index = new ExactIndex(dim, { noteLoss });
      // The log of templates tells it, once the transaction is committed.
      return { index, following: new InMemory(index, opened), enterIndex: async () => {} };
    }
    case 'pgvector': {
      const table = await makeVectorTable(database, opened.model, dim);
      const index = new PgvectorIndex({ table, dim, transforms, opened });
      const enterIndex: Comparison['enterIndex'] = (transaction, template) =>
        index.insert(template, transaction);
      return { index, following: index, enterIndex };
    }
    default:
      return unreachable(kind);
  }
}
