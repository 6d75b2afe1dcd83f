import { describe, expect, it } from 'vitest';
import { hashCanonical } from './canonical.js';
import ofRecord1 from './golden/receipt-of-record-1.json' with { type: 'json' };
import ofRecord2 from './golden/receipt-of-record-2.json' with { type: 'json' };
import { type Receipt, readReceipt } from './receipt.js';
import { EXAMPLE_OUTCOME } from './wire.fixture.js';

const RECEIPT: Receipt = {
  version: 1,
  endpoint: 'https://verify.example/candor',
  outcome: EXAMPLE_OUTCOME,
  consent: { receipt_id: 'c-1' },
  consentHash: 'h',
  noticeVersion: '2026-02',
};

const file = (change: object = {}): string => JSON.stringify({ ...RECEIPT, ...change });
const reading = (text: string, allowed?: readonly string[]) => () => readReceipt(text, allowed);

describe('a receipt file', () => {
  it('is read as it was written, without the closing slash of its endpoint', () => {
    expect(readReceipt(JSON.stringify(RECEIPT, null, 2))).toEqual(RECEIPT);
    expect(readReceipt(file({ endpoint: `${RECEIPT.endpoint}/` }))).toEqual(RECEIPT);
  });

  it.each([
    ['1, from before notices had a legal part', ofRecord1],
    ['2', ofRecord2],
  ])('opens with a consent record of version %s, whose hash is in it', async (_version, golden) => {
    const receipt = readReceipt(JSON.stringify(golden));
    expect(receipt).toEqual(golden);
    expect(await hashCanonical(receipt.consent)).toBe(receipt.consentHash);
  });

  it.each([
    ['a picture', 'GIF89a', 'JSON'],
    ['nothing', '', 'JSON'],
    ['another document', '{"name":"invoice"}', 'version'],
    ['a list', '[]', 'version'],
    ['null', 'null', ''],
    [
      'one without its token',
      file({ outcome: { ...EXAMPLE_OUTCOME, removalToken: undefined } }),
      'outcome.removalToken',
    ],
    ['one with a field too many', file({ photo: 'AAAA' }), 'photo'],
    ['one whose address is none', file({ endpoint: 'candor' }), 'endpoint'],
  ])('is none: %s', (_name, text, detail) => {
    expect(reading(text)).toThrow(expect.objectContaining({ code: 'receipt.invalid', detail }));
  });

  it('of another version says so', () => {
    expect(reading(file({ version: 2 }))).toThrow(expect.objectContaining({ code: 'receipt.other_version' }));
  });

  it.each([
    'http://verify.example/candor',
    'javascript:alert(1)',
    'ftp://verify.example',
    'https://seller:secret@verify.example',
    'https://verify.example/candor?to=other',
    'https://verify.example/candor#x',
  ])('does not send its token to %s', (endpoint) => {
    expect(reading(file({ endpoint }))).toThrow(expect.objectContaining({ code: 'receipt.unsafe_endpoint' }));
  });

  it('sends it to the own machine, where developers work', () => {
    expect(readReceipt(file({ endpoint: 'http://localhost:8787' })).endpoint).toBe('http://localhost:8787');
  });

  it('sends it only where the page allows it', () => {
    expect(reading(file(), ['https://other.example'])).toThrow(
      expect.objectContaining({ code: 'receipt.endpoint_refused' }),
    );
    expect(readReceipt(file(), ['https://verify.example/candor/'])).toEqual(RECEIPT);
  });
});
