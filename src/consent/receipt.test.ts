import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Alternative, Notice } from '../core/types.js';
import goldenKantara from './golden/kantara.json' with { type: 'json' };
import golden from './golden/record.json' with { type: 'json' };
import { toKantara } from './kantara.js';
import { NOTICE, NOTICE_WITH_LEGAL } from './notice.fixture.js';
import { type ConsentAct, type ConsentReceipt, giveConsent } from './receipt.js';
import { type ConsentRecord, receipt } from './record.js';

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

  it('of a notice with a legal part is of version 2, with all of it, and the age declaration in the release', () => {
    const { schema_version, processing, release } = receipt(
      NOTICE_WITH_LEGAL,
      'pt-BR',
      ACT,
      SESSION,
      ALTERNATIVES,
    );
    expect(schema_version).toBe('candor/consent-record/2; ISO/IEC TS 27560:2023');
    expect(processing.legal).toEqual({
      basis: 'BASIS',
      access: 'ACCESS',
      rectification: 'RECTIFICATION',
      portability: 'PORTABILITY',
      processors: 'PROCESSORS',
      transfers: 'TRANSFERS',
      retained_after_withdrawal: 'REMAINS',
      age_declaration: 'ADULT',
    });
    expect(release.text.split('\n').at(-1)).toBe('ADULT');
  });

  it('holds with how many the seller was told to be compared, where the receiver said it', () => {
    const search = { scope: 'gallery', templates: 4_321 } as const;
    const told = receipt(NOTICE, 'pt-BR', { ...ACT, search }, SESSION, ALTERNATIVES);
    expect(told.processing.processing_method.search).toEqual(search);
    expect(record().processing.processing_method).not.toHaveProperty('search');
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
