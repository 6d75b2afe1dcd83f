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

/** Said as it is in the notice. */
type Said = Pick<
  Notice,
  | 'purpose'
  | 'reason'
  | 'regions'
  | 'comparison'
  | 'notSent'
  | 'recipients'
  | 'storagePlace'
  | 'removal'
  | 'complaint'
  | 'humanDecision'
  | 'ifDeclined'
>;

/** What is said otherwise where three operators keep a part of the template each. `usual` is what is said without them. */
export interface ThreePartWords {
  sent(usual: string): string;
  /** Without what is usual of galleries that are too large: their nodes compare with everybody. */
  readonly comparison: string;
  /** @param three - each operator with its address and contact. */
  recipients(three: string): string;
  storagePlace(usual: string): string;
  removal(usual: string): string;
  /** @param names - the operators', as a list in this language. */
  statement(names: string): string;
  processors(names: string): string;
}

/** All that the fictional marketplace Marktkiste says, in one language. */
export interface DemoWords extends Said {
  /** Its name, and that it is made up. */
  readonly name: string;
  /** The town and the country of its address. */
  readonly place: string;
  readonly whyNow: string;
  sent(numbers: number): string;
  /** What the seller agrees to. */
  readonly statement: string;
  readonly legal: NonNullable<Notice['legal']>;
  readonly inThreeParts: ThreePartWords;
  readonly alternatives: Readonly<Record<AlternativeId, AlternativeWords>>;
}

export function noticeOf(words: DemoWords, { embeddingDim, retentionDays }: NoticeTerms): Notice {
  const { name, place, whyNow, sent, statement, inThreeParts: _, alternatives: __, ...said } = words;
  return {
    ...said,
    version: '2026-3',
    controller: {
      name,
      contact: 'privacy@marktkiste.example',
      address: `Marktkiste, Beispielweg 1, 20095 ${place}`,
    },
    why_now: whyNow,
    sent: sent(embeddingDim),
    retentionDays,
    policyUrl: 'https://marktkiste.example/privacy/face-check',
    purposes: [{ id: 'duplicate-check', text: statement }],
  };
}
