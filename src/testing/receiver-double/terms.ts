import { SHIPPED_MODEL } from '../../core/shipped-model.js';
import type { Alternative, Notice, Threshold } from '../../core/types.js';

/** What the double's discovery document says. Its marketplace does not exist. */

export const DOUBLE_NOTICE: Notice = {
  version: 'test-1',
  controller: {
    name: 'Test Market (not a real marketplace)',
    contact: 'privacy@market.example',
    address: '1 Example Street, Example Town',
  },
  purpose: 'To check whether you already have a seller account here.',
  reason: 'One person may hold one seller account.',
  why_now: 'You are opening a seller account.',
  regions: 'The same is asked everywhere.',
  comparison:
    'Your face template would be compared with those of all other sellers. This test double compares nothing.',
  sent: `A sealed face template of ${SHIPPED_MODEL.dim} numbers, the result of the liveness check in words, and your consent.`,
  notSent: 'No video, no picture and no sound leave your device.',
  recipients: 'Nobody: this is a test.',
  storagePlace: 'In the memory of the test, until it ends.',
  retentionDays: 1,
  removal: 'You can withdraw at any time; everything is gone when the test ends.',
  complaint: 'privacy@market.example, or a data protection authority.',
  humanDecision: 'A person decides, never the software.',
  ifDeclined: 'You become a seller in another way, without a disadvantage.',
  policyUrl: 'https://market.example/privacy',
  purposes: [
    { id: 'duplicate-check', text: 'I agree to the processing of my biometric data for this check.' },
  ],
};

export interface DoubleAlternative extends Alternative {
  /** What `POST /opt-outs` answers. */
  readonly next: string;
}

export const DOUBLE_ALTERNATIVES: readonly DoubleAlternative[] = [
  {
    id: 'id-document',
    label: { en: 'Identity document' },
    expectedTime: { en: 'One working day' },
    next: 'You will get an e-mail with a link for your document.',
  },
  {
    id: 'video-call',
    label: { en: 'Video call with a person' },
    expectedTime: { en: 'Within three working days' },
    next: 'You will get an e-mail with appointments.',
  },
];

type Figures = Pick<Threshold, 'value' | 'fmr' | 'fnmr' | 'n' | 'worstGroup'>;

const eastAsian = { en: 'East Asian people' };
/** The operating points of docs/thresholds.md, by model. */
const FIGURES: Readonly<Record<string, Figures>> = {
  mobilefacenet: {
    value: 0.45,
    fmr: 0.0000234,
    fnmr: 0.0894,
    n: 2_133_145,
    worstGroup: { name: eastAsian, fmr: 0.00051, fmrAtMost: 0.0015, n: 5_886 },
  },
  'dlib-resnet-v1': {
    value: 0.959,
    fmr: 0.00000984,
    fnmr: 0.59,
    n: 2_133_145,
    worstGroup: { name: eastAsian, fmr: 0.00102, fmrAtMost: 0.00222, n: 5_886 },
  },
};
/** Made up, for a model that nobody measured: nothing is compared here. */
const UNMEASURED: Figures = { value: 0.5, fmr: 0.001, fnmr: 0.05, n: 4_500 };

/** For the model that Candor ships. */
export const DOUBLE_THRESHOLD: Threshold = {
  modelId: SHIPPED_MODEL.modelId,
  modelSha256: SHIPPED_MODEL.modelSha256,
  metric: 'cosine',
  calibration: 'https://market.example/calibration',
  ...(FIGURES[SHIPPED_MODEL.modelId] ?? UNMEASURED),
};
