import type { Notice } from '../core/types.js';

/** What the tests of the consent agree to: as before there was a legal part, and with one. */

export const NOTICE: Notice = {
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

export const NOTICE_WITH_LEGAL: Notice = {
  ...NOTICE,
  legal: {
    basis: 'BASIS',
    rights: { access: 'ACCESS', rectification: 'RECTIFICATION', portability: 'PORTABILITY' },
    processors: 'PROCESSORS',
    transfers: 'TRANSFERS',
    afterWithdrawal: 'REMAINS',
    ageDeclaration: 'ADULT',
  },
};
