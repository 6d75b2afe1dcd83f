import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Alternative, Notice } from '../core/types.js';
import goldenKantara from './golden/kantara.json' with { type: 'json' };
import golden from './golden/record.json' with { type: 'json' };
import { toKantara } from './kantara.js';
import { type ConsentAct, type ConsentReceipt, giveConsent } from './receipt.js';
import { type ConsentRecord, receipt } from './record.js';

const NOTICE: Notice = {
  version: '2026-02',
  controller: {
    name: 'Example Market Ltd',
    contact: 'privacy@market.example',
    address: '1 Market Street, Dublin',
  },
  purpose: 'To check that you do not already hold a seller account.',
  reason: 'One person may hold one seller account.',
  why_now: 'You are opening a seller account.',
  regions: 'Ireland and the European Union',
  comparison:
    'Your face template is compared with those of all other sellers (face recognition, one to many).',
  sent: 'A sealed face template and the result of the liveness checks.',
  notSent: 'No video and no picture leaves your device.',
  recipients: 'Nobody but Example Market Ltd.',
  storagePlace: 'Example Market servers in Dublin',
  retentionDays: 365,
  removal: 'Withdraw with the button on your receipt, at any time.',
  complaint: 'Data Protection Commission, dataprotection.ie',
  humanDecision: 'A person decides; no account is refused by a machine.',
  ifDeclined: 'You continue with another check, at no disadvantage.',
  policyUrl: 'https://market.example/biometric-policy',
  purposes: [
    {
      id: 'duplicate-check',
      text: 'I agree to the processing of biometric data of my face to find duplicates.',
    },
    { id: 're-verification', text: 'I agree that the same template may be used to verify me again.' },
  ],
};

const ACT: ConsentAct = {
  consentReceiptId: '0b0a3c1e-6f7d-4a58-9d65-2f8a2d8f5c11',
  method: 'checkbox',
  givenAt: '2026-03-01T10:00:00.000Z',
  purposeIds: ['re-verification', 'duplicate-check'],
};

const ALTERNATIVES: readonly Alternative[] = [
  {
    id: 'document',
    label: { en: 'Send a copy of your trade licence', pt: 'Enviar uma cópia da licença' },
    expectedTime: { en: 'about two working days', pt: 'cerca de dois dias úteis' },
  },
];

const SESSION = { sessionId: 's-1', subject: 'seller-7' };

const record = (): ConsentRecord => receipt(NOTICE, 'pt-BR', ACT, SESSION, ALTERNATIVES);

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe('giveConsent', () => {
  it('makes a receipt of the act on this notice in this language', () => {
    expect(giveConsent(NOTICE, 'en', ACT)).toEqual({ act: ACT, locale: 'en', noticeVersion: '2026-02' });
  });

  it.each([
    ['nothing was agreed to', []],
    ['a purpose is not in the notice', ['duplicate-check', 'model-training']],
    ['a purpose is there twice', ['duplicate-check', 'duplicate-check']],
  ])('gives none when %s', (_, purposeIds) => {
    expect(() => giveConsent(NOTICE, 'en', { ...ACT, purposeIds })).toThrow(
      expect.objectContaining({ code: 'consent.required' }),
    );
  });

  it('cannot be changed afterwards', () => {
    const purposeIds = ['duplicate-check'];
    const given = giveConsent(NOTICE, 'en', { ...ACT, purposeIds });
    purposeIds.push('re-verification');
    expect(given.act.purposeIds).toEqual(['duplicate-check']);
    expect([given, given.act, given.act.purposeIds].every(Object.isFrozen)).toBe(true);
  });

  it('is the only way to a receipt: the compiler refuses an object of the same shape', () => {
    interface Forged {
      readonly act: ConsentAct;
      readonly locale: string;
      readonly noticeVersion: string;
    }
    // Looked at by `npm run test:types`: no brand, no receipt.
    expectTypeOf<ConsentReceipt>().toExtend<Forged>();
    expectTypeOf<Forged>().not.toExtend<ConsentReceipt>();
  });
});

describe('receipt', () => {
  it('is the record in golden/record.json, field by field', () => {
    expect(record()).toEqual(golden);
  });

  it('is the same for the receiver, who gets the purposes in another order and no receipt object', () => {
    const rebuilt = { ...ACT, purposeIds: [...ACT.purposeIds].reverse() };
    expect(JSON.stringify(receipt(NOTICE, 'pt-BR', rebuilt, SESSION, ALTERNATIVES))).toBe(
      JSON.stringify(record()),
    );
  });

  it('changes with every word of the notice that the seller was shown', () => {
    const original = JSON.stringify(record());
    for (const field of Object.keys(NOTICE) as (keyof Notice)[]) {
      if (typeof NOTICE[field] !== 'string') continue;
      const altered = { ...NOTICE, [field]: `${NOTICE[field]}!` };
      expect(JSON.stringify(receipt(altered, 'pt-BR', ACT, SESSION, ALTERNATIVES)), field).not.toBe(original);
    }
  });

  it('holds a written release: method, the words agreed to, and when', () => {
    expect(record().release).toEqual({
      method: 'checkbox',
      text: NOTICE.purposes.map(({ text }) => text).join('\n'),
      signedAt: ACT.givenAt,
    });
  });

  it('holds nothing of the face: no embedding, image, landmark or score', () => {
    expect(
      keysOf(record()).filter((key) => /embedding|vector|image|clip|landmark|score|verdict/i.test(key)),
    ).toEqual([]);
  });

  it('names the session in place of a person whom the marketplace did not name', () => {
    expect(receipt(NOTICE, 'en', ACT, { sessionId: 's-1' }, ALTERNATIVES).pii_principal_id).toBe('s-1');
  });

  it('gives the alternatives in English where they are not offered in the language of the notice', () => {
    expect(receipt(NOTICE, 'de', ACT, SESSION, ALTERNATIVES).processing.alternatives[0]?.label).toBe(
      'Send a copy of your trade licence',
    );
  });

  it('refuses an act that names another purpose, so that a receiver cannot be talked into one', () => {
    expect(() => receipt(NOTICE, 'en', { ...ACT, purposeIds: ['model-training'] }, SESSION, [])).toThrow(
      expect.objectContaining({ code: 'consent.required' }),
    );
  });
});

describe('toKantara', () => {
  it('is the receipt in golden/kantara.json (Kantara v1.1.0)', () => {
    expect(toKantara(record())).toEqual(goldenKantara);
  });

  it('has every field of v1.1.0 but the public key, which it has no use for', () => {
    const { services, piiControllers, ...header } = toKantara(record());
    expect(Object.keys(header).sort()).toEqual(
      ['version', 'jurisdiction', 'consentTimestamp', 'collectionMethod', 'consentReceiptID', 'language']
        .concat(['piiPrincipalId', 'policyUrl', 'sensitive', 'spiCat'])
        .sort(),
    );
    expect(piiControllers).toHaveLength(1);
    expect(Object.keys(services[0]?.purposes[0] ?? {}).sort()).toEqual(
      ['purpose', 'purposeCategory', 'consentType', 'piiCategory', 'primaryPurpose', 'termination']
        .concat(['thirdPartyDisclosure', 'thirdPartyName'])
        .sort(),
    );
  });
});
