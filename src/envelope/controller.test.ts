import { describe, expect, it } from 'vitest';
import { controllerOf } from './controller.js';
import type { Receipt } from './receipt.js';
import { EXAMPLE_OUTCOME } from './wire.fixture.js';

const receipt = (consent: Receipt['consent']): Receipt => ({
  version: 1,
  endpoint: 'https://verify.example',
  outcome: EXAMPLE_OUTCOME,
  consent,
  consentHash: 'h',
  noticeVersion: '1',
});

describe('who can be asked about a receipt', () => {
  it('is who the consent record names', () => {
    const party = {
      party_name: 'Shop Ltd',
      party_contact: 'privacy@shop.example',
      party_address: '1 Street',
    };
    expect(controllerOf(receipt({ party: [{ ...party, party_id: 'controller' }] }))).toEqual({
      name: 'Shop Ltd',
      contact: 'privacy@shop.example',
      address: '1 Street',
    });
  });

  it.each([{}, { party: [] }, { party: [{ party_name: 7 }] }, { party: 'Shop Ltd' }])(
    'is not known from %j',
    (consent) => {
      expect(controllerOf(receipt(consent))).toBeNull();
    },
  );
});
