import type { NamedOperators } from '../../receiver/index.js';

/** The fictional three who keep a part of each template of the demo, named after rivers of Hamburg. */
export const DEMO_OPERATORS = [
  { name: 'Alster Audit', contact: 'privacy@alster-audit.example', address: 'Alsterweg 1, 20095 Hamburg' },
  { name: 'Bille Trust', contact: 'privacy@bille-trust.example', address: 'Billeweg 2, 20097 Hamburg' },
  { name: 'Elbe Data', contact: 'privacy@elbe-data.example', address: 'Elbweg 3, 20457 Hamburg' },
] as const satisfies NamedOperators;
