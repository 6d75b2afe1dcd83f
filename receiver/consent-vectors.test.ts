import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type ConsentRecord, receipt } from '../src/consent/record.js';
import { canonicalBytes, hashCanonical } from '../src/envelope/canonical.js';
import { ConsentRecordSchema } from '../src/envelope/consent-record.js';
import { AlternativeSchema, NoticeSchema, PayloadSchema } from '../src/envelope/wire.js';

/** docs/vectors/consent.json is for whoever writes a receiver in another language. A change of these hashes is a
 * change of the protocol: sealed envelopes that wait in an outbox would no longer be accepted. */

const DOCS = new URL('../docs/', import.meta.url);

const VectorsSchema = v.strictObject({
  cases: v.array(
    v.strictObject({
      name: v.string(),
      notice: NoticeSchema,
      locale: v.string(),
      act: v.strictObject({ ...PayloadSchema.entries.consent.entries, purposeIds: v.array(v.string()) }),
      session: v.strictObject({ sessionId: v.string(), subject: v.optional(v.string()) }),
      alternatives: v.array(AlternativeSchema),
      noticeCanonical: v.string(),
      noticeHash: v.string(),
      recordCanonical: v.string(),
      consentHash: v.string(),
    }),
  ),
});
type Vector = v.InferOutput<typeof VectorsSchema>['cases'][number];

const { cases } = v.parse(
  VectorsSchema,
  JSON.parse(readFileSync(new URL('vectors/consent.json', DOCS), 'utf8')),
);
const NAMED = cases.map((vector) => [vector.name, vector] as const);

const recordOf = ({ notice, locale, act, session, alternatives }: Vector): ConsentRecord =>
  receipt(notice, locale, act, session, alternatives);

/** What docs/protocol.md says canonical JSON is here, without Candor's code and without its library. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${sorted(inner)}`).join(',')}}`;
}
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');
const text = (value: unknown): string => new TextDecoder().decode(canonicalBytes(value));

describe('docs/vectors/consent.json', () => {
  it.each(NAMED)('is what this code computes: %s', async (_, vector) => {
    const record = recordOf(vector);
    expect(text(vector.notice)).toBe(vector.noticeCanonical);
    expect(await hashCanonical(vector.notice)).toBe(vector.noticeHash);
    expect(text(record)).toBe(vector.recordCanonical);
    expect(await hashCanonical(record)).toBe(vector.consentHash);
  });

  it.each(NAMED)('is what sorted names and any SHA-256 compute: %s', (_, vector) => {
    expect(sorted(vector.notice)).toBe(vector.noticeCanonical);
    expect(sha256(vector.noticeCanonical)).toBe(vector.noticeHash);
    expect(sorted(JSON.parse(vector.recordCanonical))).toBe(vector.recordCanonical);
    expect(sha256(vector.recordCanonical)).toBe(vector.consentHash);
  });

  it.each(NAMED)('holds a record that the published schema takes: %s', (_, { recordCanonical }) => {
    const record: unknown = JSON.parse(recordCanonical);
    expect(v.safeParse(ConsentRecordSchema, record).issues).toBeUndefined();
    expect(v.is(ConsentRecordSchema, { ...Object(record), photo: 'AAAA' })).toBe(false);
  });

  it('tells every case from every other by its consentHash', () => {
    expect(new Set(cases.map(({ consentHash }) => consentHash)).size).toBe(cases.length);
  });

  it('begins with the record that docs/protocol.md shows', () => {
    const document = readFileSync(new URL('protocol.md', DOCS), 'utf8');
    const [, shown = ''] = /<!-- example: consent-record -->\n```json\n([\s\S]*?)```/.exec(document) ?? [];
    expect(JSON.parse(shown)).toEqual(JSON.parse(cases[0]?.recordCanonical ?? ''));
  });
});
