import fc from 'fast-check';
import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../core/bytes.js';
import { CHECK_IDS } from '../core/verdict.js';
import { check } from './check.js';
import { seal } from './seal.js';
import {
  AUDIENCE,
  EXAMPLE_NOTICE,
  EXAMPLE_OUTCOME,
  EXAMPLE_SESSION,
  exampleBinding,
  exampleDiscovery,
  examplePayload,
  exampleReceiver,
} from './wire.fixture.js';
import {
  type Discovery,
  DiscoverySchema,
  EnvelopeSchema,
  NoticeSchema,
  OptOutRequestSchema,
  OutcomeSchema,
  PayloadSchema,
  SessionRequestSchema,
  SessionSchema,
} from './wire.js';

const { key } = await exampleReceiver('x-wing');
const envelope = await seal({
  payload: examplePayload(),
  binding: exampleBinding(),
  key,
  audience: AUDIENCE,
});

const MESSAGES: readonly (readonly [string, v.GenericSchema, unknown])[] = [
  ['discovery', DiscoverySchema, exampleDiscovery([key])],
  ['session', SessionSchema, EXAMPLE_SESSION],
  [
    'session request',
    SessionRequestSchema,
    { profile: 'standard', noticeHash: 'A'.repeat(43), locale: 'en', light: false },
  ],
  ['envelope', EnvelopeSchema, envelope],
  ['payload', PayloadSchema, examplePayload()],
  ['outcome', OutcomeSchema, EXAMPLE_OUTCOME],
  ['opt-out request', OptOutRequestSchema, { alternative: 'document', locale: 'en' }],
];

type Path = readonly (string | number)[];

/** The path of every object in `value`. Records by language are open by design and left out. */
function closedObjects(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const open = ['notices', 'label', 'expectedTime'].includes(String(path.at(-1)));
  const own = Array.isArray(value) || open ? [] : [path];
  const inner = Object.entries(value).flatMap(([name, child]) => closedObjects(child, [...path, name]));
  return [...own, ...inner];
}

/** A copy of `value` with `change` applied to the object at `path`. */
function altered(value: unknown, path: Path, change: (target: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(value);
  const target = path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy);
  change(target as Record<string, unknown>);
  return copy;
}

describe.each(MESSAGES)('%s', (_, schema, example) => {
  it('accepts the example, and gives it back unchanged', () => {
    expect(check(schema, example)).toEqual({ ok: true, value: example });
  });

  it('is closed at every depth: one unknown field anywhere is refused', () => {
    for (const path of closedObjects(example)) {
      const extended = altered(example, path, (target) => {
        target.landmarks = [1, 2, 3];
      });
      expect(check(schema, extended), path.join('.')).toMatchObject({ ok: false });
    }
  });

  it('is complete: without any one of its own required fields it is refused, naming the field', () => {
    for (const field of Object.keys(example as object)) {
      const reduced = altered(example, [], (target) => delete target[field]);
      expect(check(schema, reduced)).toEqual({ ok: false, field });
    }
  });

  it('refuses anything else without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(check(schema, anything).ok).toBe(false);
      }),
    );
  });
});

describe('bytes on the wire', () => {
  const outcome = (removalToken: string) => check(OutcomeSchema, { ...EXAMPLE_OUTCOME, removalToken }).ok;

  it('round-trip as base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
        expect(outcome(toBase64Url(bytes))).toBe(true);
      }),
    );
  });

  it.each([
    ['padding', 'AAA='],
    ['the other alphabet', '+/+/'],
    ['white space', 'AA AA'],
    ['bits that mean nothing, which would give one value two texts', 'AB'],
    ['a length that no bytes have', 'AAAAA'],
  ])('refuse %s', (_, text) => {
    expect(outcome(text)).toBe(false);
  });

  it('have the length that the field says', () => {
    for (const nonce of ['A'.repeat(42), 'A'.repeat(44)]) {
      expect(check(SessionSchema, { ...EXAMPLE_SESSION, nonce })).toEqual({ ok: false, field: 'nonce' });
    }
  });
});

describe('times', () => {
  it.each([
    ['without milliseconds', '2026-03-01T10:00:00Z'],
    ['in another zone', '2026-03-01T10:00:00.000+01:00'],
    ['that do not exist', '2026-13-01T10:00:00.000Z'],
    ['as numbers', 1_772_359_200_000],
  ])('%s are refused', (_, decidedAt) => {
    expect(check(OutcomeSchema, { ...EXAMPLE_OUTCOME, decidedAt })).toEqual({
      ok: false,
      field: 'decidedAt',
    });
  });
});

describe('a notice', () => {
  const accepts = (change: Partial<Record<keyof Discovery['notices'][string], unknown>>) =>
    check(NoticeSchema, { ...EXAMPLE_NOTICE, ...change }).ok;

  it('is hashed as it was served: validating it changes no white space', () => {
    const spaced = { ...EXAMPLE_NOTICE, purpose: '  To check.\n' };
    expect(check(NoticeSchema, spaced)).toEqual({ ok: true, value: spaced });
  });

  it.each(['purpose', 'comparison', 'recipients', 'removal', 'complaint', 'ifDeclined'] as const)(
    'says something about %s',
    (field) => {
      expect([accepts({ [field]: '' }), accepts({ [field]: ' \n' })]).toEqual([false, false]);
    },
  );

  it('keeps nothing for longer than three years (BIPA 15(a)), and says for how long', () => {
    expect([
      accepts({ retentionDays: 1_095 }),
      accepts({ retentionDays: 1_096 }),
      accepts({ retentionDays: 0 }),
    ]).toEqual([true, false, false]);
  });

  it('links to a policy over http(s) only', () => {
    expect([
      accepts({ policyUrl: 'javascript:alert(1)' }),
      accepts({ policyUrl: 'data:text/html,x' }),
    ]).toEqual([false, false]);
  });
});

describe('a verdict on the wire', () => {
  it('has a word for every check, and no number', () => {
    const numbers = JSON.stringify(examplePayload().liveness).match(/:\s*-?\d/g);
    expect(numbers).toBeNull();
    expect(examplePayload().liveness.checks.map(({ id }) => id)).toEqual(CHECK_IDS);
  });

  it('cannot be "rejected": a machine says no_duplicate or needs_review', () => {
    expect(check(OutcomeSchema, { ...EXAMPLE_OUTCOME, status: 'rejected' }).ok).toBe(false);
  });
});
