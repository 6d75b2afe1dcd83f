import { readdirSync, readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { describe, expect, it } from 'vitest';
import { check } from './check.js';
import { ConsentRecordSchema } from './consent-record.js';
import { ReceiptSchema } from './receipt.js';
import { OperatorsSchema } from './recipients.js';
import { ObjectionRequestSchema, ObjectionSchema } from './review.js';
import { SessionEndSchema } from './session-end.js';
import * as storedRecord from './stored-record.js';
import { SharedEnvelopeSchema, SharedPayloadSchema } from './three-share.js';
import * as wire from './wire.js';

/** docs/schema and docs/protocol.md say what wire.ts says. After a change of wire.ts, `npx vitest run
 * src/envelope/published -u` writes the schemas anew. */

const DOCS = new URL('../../docs/', import.meta.url);

const MESSAGES: Readonly<Record<string, readonly [title: string, schema: GenericSchema]>> = {
  discovery: ['Answer of GET /.well-known/candor', wire.DiscoverySchema],
  operators: ['The part `operators` of discovery', OperatorsSchema],
  'session-request': ['Body of POST /sessions', wire.SessionRequestSchema],
  session: ['Answer of POST /sessions', wire.SessionSchema],
  envelope: ['Body of POST /verifications', wire.EnvelopeSchema],
  payload: ['What is inside the envelope', wire.PayloadSchema],
  'shared-envelope': ['Body of POST /verifications where discovery names operators', SharedEnvelopeSchema],
  'shared-payload': ['What the receiver opens of a shared envelope', SharedPayloadSchema],
  'consent-record': ['What consentHash is the hash of; it does not travel', ConsentRecordSchema],
  outcome: ['Answer of POST /verifications', wire.OutcomeSchema],
  'opt-out-request': ['Body of POST /opt-outs', wire.OptOutRequestSchema],
  'opt-out': ['Answer of POST /opt-outs', wire.OptOutSchema],
  withdrawal: ['Answer of DELETE /verifications/{id}', storedRecord.WithdrawalSchema],
  'session-end': ['Answer of DELETE /sessions/{id}', SessionEndSchema],
  'stored-record': ['Answer of GET /verifications/{id}', storedRecord.StoredRecordSchema],
  'objection-request': ['Body of POST /verifications/{id}/objections', ObjectionRequestSchema],
  objection: ['Answer of POST /verifications/{id}/objections', ObjectionSchema],
  receipt: ['The file that the seller keeps; it does not travel', ReceiptSchema],
  problem: ['Every answer that is no success (RFC 9457)', wire.ProblemSchema],
};
const NAMES = Object.keys(MESSAGES);

function schemaOf(name: string): GenericSchema {
  const message = MESSAGES[name];
  if (message === undefined) throw new Error(`docs/protocol.md names an unknown message: ${name}`);
  return message[1];
}

describe('docs/schema', () => {
  it.each(NAMES)('%s is the schema that both sides validate with', async (name) => {
    const [title] = MESSAGES[name] ?? [];
    // `ignore`: JSON Schema has no word for "decodes as base64url"; the pattern beside it says nearly as much.
    const { $schema: _, ...rest } = toJsonSchema(schemaOf(name), {
      errorMode: 'ignore',
      target: 'draft-2020-12',
    });
    const published = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...rest };
    const file = new URL(`schema/${name}.schema.json`, DOCS).pathname;
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it('has no file that nothing stands behind', () => {
    expect(readdirSync(new URL('schema/', DOCS)).sort()).toEqual(
      NAMES.map((name) => `${name}.schema.json`).sort(),
    );
  });

  it('is closed wherever the wire is: every object but the records by language forbids unknown fields', () => {
    for (const name of NAMES) {
      const text = readFileSync(new URL(`schema/${name}.schema.json`, DOCS), 'utf8');
      const objects = text.match(/"properties": \{/g)?.length;
      expect(text.match(/"additionalProperties": false/g)?.length, name).toBe(objects);
    }
  });
});

describe('the examples of docs/protocol.md', () => {
  const text = readFileSync(new URL('protocol.md', DOCS), 'utf8');
  const examples = [...text.matchAll(/<!-- example: ([\w-]+) -->\n```json\n([\s\S]*?)```/g)].map(
    ([, name = '', json = '']) => [name, json] as const,
  );

  /** Long fields are cut with an ellipsis in the document, which says how many bytes they have. */
  const uncut = (_: string, value: unknown): unknown => {
    const lengthBytes = typeof value === 'string' ? /^…(\d+) bytes/.exec(value)?.[1] : undefined;
    return lengthBytes === undefined ? value : 'A'.repeat(Math.ceil((Number(lengthBytes) * 8) / 6));
  };

  it('cover every message', () => {
    expect([...new Set(examples.map(([name]) => name))].sort()).toEqual([...NAMES].sort());
  });

  it.each(examples)('%s is valid', (name, json) => {
    expect(check(schemaOf(name), JSON.parse(json, uncut))).toMatchObject({ ok: true });
  });

  it('name every code that the receiver answers with', () => {
    for (const code of wire.PROBLEM_CODES) expect(text).toContain(`\`${code}\``);
  });
});
