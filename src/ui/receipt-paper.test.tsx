import { describe, expect, it } from 'vitest';
import { fieldsOf, ReceiptPaper } from './ReceiptPaper.js';
import { actions, show } from './screens.fixture.js';

const RECEIPT = {
  version: 1,
  endpoint: 'https://shop.example/verify',
  outcome: {
    verificationId: 'ID-7',
    status: 'no_duplicate',
    decidedAt: '2026-03-01T10:00:00.000Z',
    deleteAfter: '2026-05-30T10:00:00.000Z',
    removalToken: 'SECRET-TOKEN',
  },
  consent: {
    schema_version: 'candor/consent-record/2; ISO/IEC TS 27560:2023',
    processing: { purposes: [{ purpose: 'PURPOSE' }], retention_period: { days: 90 } },
    party: [{ party_name: 'A' }, { party_name: 'B' }],
  },
  consentHash: 'HASH-9',
  noticeVersion: 'v-7',
} as const;

describe('the receipt to print', () => {
  const markup = show(<ReceiptPaper receipt={RECEIPT} host="shop.example" />);

  it('shows every field of the consent record by its name in the standard, and the hash', () => {
    for (const [name, content] of fieldsOf(RECEIPT.consent)) {
      expect(markup).toContain(`<code>${name}</code>`);
      expect(markup).toContain(content);
    }
    expect(markup).toContain('HASH-9');
  });

  it('leaves out the key, because paper lies about', () => expect(markup).not.toContain('SECRET-TOKEN'));

  it('can be printed', () => expect(actions(markup)).toContain('print-receipt'));
});

describe('the fields of a record', () => {
  it('are named by their path, numbered only where there are several', () => {
    expect(fieldsOf(RECEIPT.consent)).toEqual([
      ['schema_version', 'candor/consent-record/2; ISO/IEC TS 27560:2023'],
      ['processing.purposes.purpose', 'PURPOSE'],
      ['processing.retention_period.days', '90'],
      ['party[1].party_name', 'A'],
      ['party[2].party_name', 'B'],
    ]);
  });
});
