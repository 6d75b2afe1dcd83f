import { describe, expect, expectTypeOf, it } from 'vitest';
import type { DoneReceipt } from '../core/record.js';
import type { ToldState } from '../flow/state.js';
import type { CandorVerificationElement } from './element.js';
import { answerOf } from './form-answer.js';

describe('what a form learns', () => {
  it('is the id of a confirmed check, that the seller said no, or nothing yet', () => {
    const outcome = { verificationId: 'v-1' };
    // Of each state, what matters here.
    const answers = (
      [
        { kind: 'review' },
        { kind: 'failed', retryable: true, alternatives: [] },
        { kind: 'failed', retryable: false, alternatives: [] },
        { kind: 'cancelled' },
        { kind: 'done', receipt: { outcome } },
        { kind: 'opted-out' },
        { kind: 'withdrawn' },
      ] as unknown as readonly ToldState[]
    ).map(answerOf);
    expect(answers).toEqual([
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'impossible' },
      { kind: 'none' },
      { kind: 'verified', verificationId: 'v-1' },
      { kind: 'declined' },
      { kind: 'declined' },
    ]);
  });
});

describe('the element’s events', () => {
  it('tell TypeScript what they carry', () => {
    const listen = (element: CandorVerificationElement): void => {
      element.addEventListener('done', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<DoneReceipt>());
      element.addEventListener('click', (event) => expectTypeOf(event).toEqualTypeOf<Event>());
      // @ts-expect-error -- of a receipt, not of the id by itself
      element.addEventListener('done', ({ detail }) => detail.verificationId);
    };
    expectTypeOf(listen).toBeFunction();
  });
});
