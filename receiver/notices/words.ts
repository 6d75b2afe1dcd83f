import type { Notice } from '../../src/core/types.js';

/** What a notice states in figures. */
export interface NoticeTerms {
  readonly retentionDays: number;
  /** Numbers in a template. */
  readonly embeddingDim: number;
}

/** One alternative to the face check, in one language. */
export interface AlternativeWords {
  readonly label: string;
  readonly expectedTime: string;
  /** What happens once it was chosen. */
  readonly next: string;
}

export type AlternativeId = 'id-document' | 'bank-check' | 'video-call' | 'second-account';

/** All that the fictional marketplace Marktkiste says, in one language. */
export interface DemoWords {
  /** Its name, and that it is made up. */
  readonly name: string;
  /** The town and the country of its address. */
  readonly place: string;
  readonly purpose: string;
  readonly reason: string;
  readonly whyNow: string;
  readonly regions: string;
  readonly comparison: string;
  sent(numbers: number): string;
  readonly notSent: string;
  readonly recipients: string;
  readonly storagePlace: string;
  readonly removal: string;
  readonly complaint: string;
  readonly humanDecision: string;
  readonly ifDeclined: string;
  /** What the seller agrees to. */
  readonly statement: string;
  readonly legal: NonNullable<Notice['legal']>;
  readonly alternatives: Readonly<Record<AlternativeId, AlternativeWords>>;
}

export function noticeOf(words: DemoWords, { embeddingDim, retentionDays }: NoticeTerms): Notice {
  const { purpose, reason, regions, comparison, notSent, recipients, storagePlace } = words;
  const { removal, complaint, humanDecision, ifDeclined, legal } = words;
  return {
    version: '2026-2',
    controller: {
      name: words.name,
      contact: 'privacy@marktkiste.example',
      address: `Marktkiste, Beispielweg 1, 20095 ${words.place}`,
    },
    purpose,
    reason,
    why_now: words.whyNow,
    regions,
    comparison,
    sent: words.sent(embeddingDim),
    notSent,
    recipients,
    storagePlace,
    retentionDays,
    removal,
    complaint,
    humanDecision,
    ifDeclined,
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [{ id: 'duplicate-check', text: words.statement }],
    legal,
  };
}
