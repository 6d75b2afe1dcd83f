import * as v from 'valibot';
import { byLocale, count, finite, id, sha256Hex, share, url } from './primitives.js';

const rate = v.pipe(share, v.gtValue(0));

const WorstGroupSchema = v.strictObject({
  name: byLocale,
  fmr: rate,
  fmrAtMost: rate,
  n: v.pipe(count, v.minValue(1)),
});

export const ThresholdSchema = v.strictObject({
  modelId: id,
  modelSha256: sha256Hex,
  metric: v.literal('cosine'),
  value: v.pipe(finite, v.gtValue(0), v.ltValue(1)),
  fmr: rate,
  fnmr: share,
  n: v.pipe(count, v.minValue(1)),
  calibration: url,
  worstGroup: v.optional(WorstGroupSchema),
});

const SearchErrorSchema = v.strictObject({
  falseHits: v.pipe(finite, v.minValue(0)),
  fpir: share,
});

/** Among whom a newcomer is searched. */
export const ToldSearchSchema = v.strictObject({
  scope: v.picklist(['gallery', 'groups']),
  templates: count,
});

/** The same now, and how often that goes wrong (docs/protocol.md). */
export const SearchSchema = v.strictObject({
  ...ToldSearchSchema.entries,
  overall: SearchErrorSchema,
  worstGroup: v.nullable(SearchErrorSchema),
});
