import { describe, expect, it } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { ByOperator, ShareRemoval } from '../core/record.js';
import type { Aftermath, Undelivered } from '../flow/state.js';
import { deletionFile } from './desk/Deletion.js';
import { formatFor } from './format.js';
import { en } from './messages/en.js';
import type { MessageKey } from './messages/types.js';
import { CancelledScreen } from './screens/CancelledScreen.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { WithdrawnScreen } from './screens/WithdrawnScreen.js';
import { actions, firstOnly, show, t, VIEW } from './screens.fixture.js';

/** What is said of an earlier check, and when one is over. */

describe('an earlier check that was not delivered', () => {
  const since = '2026-03-01T10:00:00.000Z';
  const note = (undelivered: Undelivered): string =>
    show(<NoticeScreen state={{ kind: 'notice', view: VIEW, undelivered, keeps: false }} />, firstOnly);

  it('stands before the notice, and may be sent or deleted by its own controls', () => {
    const until = '2026-03-01T10:15:00.000Z';
    const markup = note({ kind: 'waiting', since, until });
    expect(markup.indexOf('data-action="send"')).toBeGreaterThan(0);
    expect(markup.indexOf('data-action="discard"')).toBeLessThan(markup.indexOf('data-action="consent"'));
    expect(markup).toContain(en['undelivered.waiting']);
    expect(markup).toContain(t('undelivered.until', { time: formatFor('en').time(until) }));
  });

  it('that may have arrived can be deleted, not sent', () => {
    const markup = note({ kind: 'unanswered', since });
    expect(markup).not.toContain('data-action="send"');
    expect(markup).toContain('data-action="discard"');
    // A seller who was offline has sent nothing: nobody says that it was sent.
    expect(en['undelivered.unanswered']).not.toContain('was sent');
  });

  it('and whose time is over says so, and can be deleted', () => {
    const markup = note({ kind: 'expired', since });
    expect(markup).toContain(en['error.session.expired.cause']);
    expect(markup).not.toContain('data-action="send"');
    expect(markup).toContain('data-action="discard"');
    expect(note({ kind: 'unanswered', since })).not.toContain(en['error.session.expired.cause']);
  });

  it('is left alone while it is deleted', () => {
    expect(note({ kind: 'deleting', since })).not.toContain('data-action="discard"');
  });
});

describe('the last words', () => {
  it.each<[Aftermath, MessageKey, boolean]>([
    [{ kind: 'nothing-sent' }, 'ended.nothingSent', false],
    [{ kind: 'asking' }, 'ended.asking', false],
    [{ kind: 'nothing-stored' }, 'ended.nothingStored', false],
    [{ kind: 'unknown' }, 'ended.maybeSent', true],
    [{ kind: 'may-have-arrived', error: new CandorError('internal') }, 'ended.mayHaveArrived', true],
  ])('say of %o what is known', (aftermath, key, asksAgain) => {
    const state = { kind: 'cancelled', aftermath, clipsLeft: false } as const;
    const markup = show(<CancelledScreen state={state} />, firstOnly);
    expect(markup).toContain(t(key, { name: 'Shop Ltd' }));
    expect(markup.includes('data-action="withdraw"')).toBe(asksAgain);
    expect(markup).not.toContain('data-clip');
  });

  it('say that a kept clip may still be there where it may, and offer to delete it again', () => {
    const state = { kind: 'cancelled', aftermath: { kind: 'nothing-sent' }, clipsLeft: true } as const;
    const markup = show(<CancelledScreen state={state} />, firstOnly);
    expect(markup).toContain('data-clip="undeleted"');
    expect(markup).toContain(en['error.storage.undeleted.cause']);
    expect(actions(markup)).toContain('withdraw');
  });
});

const DELETED_AT = '2026-03-02T09:12:44.108Z';

const deletedBy = (operator: 0 | 1 | 2, name: string): ShareRemoval => ({
  operator,
  name,
  state: 'deleted',
  receipt: {
    type: 'candor/share-deletion/1',
    operator,
    model: 'model',
    template: 'a'.repeat(32),
    deletedAt: DELETED_AT,
  },
  signature: 'A'.repeat(86),
  receiptKey: 'A'.repeat(59),
});
const SHARES: ByOperator<ShareRemoval> = [
  deletedBy(0, 'First Audit'),
  deletedBy(1, 'Second Trust'),
  deletedBy(2, 'Third Data'),
];
const withdrawnFrom = (shares?: ByOperator<ShareRemoval>, clipsLeft = false): string => {
  const deletion = { verificationId: 'V-1', deletedAt: DELETED_AT, clipsLeft, shares };
  return show(<WithdrawnScreen state={{ kind: 'withdrawn', ...deletion }} />);
};

describe('a withdrawal', () => {
  it('is confirmed with its date, and leads on', () => {
    const markup = withdrawnFrom();
    expect(markup).toContain('March 2, 2026');
    expect(markup).toContain(t('withdrawn.title'));
    expect(actions(markup)).toEqual(['opt-out', 'retry']);
  });

  it('is not called a deletion here where this browser did not confirm it, and is tried again', () => {
    const markup = withdrawnFrom(undefined, true);
    expect(markup).not.toContain(t('withdrawn.title'));
    expect(markup).toContain(en['error.storage.undeleted.cause']);
    expect(actions(markup)).toEqual(['withdraw', 'opt-out', 'retry']);
  });
});

describe('a withdrawal from three operators', () => {
  it('names each with the time of its deletion', () => {
    const markup = withdrawnFrom(SHARES);
    expect(markup).toContain(t('withdrawn.title'));
    for (const { name } of SHARES) expect(markup).toContain(`<dt>${name}</dt><dd>Deleted: March 2, 2026`);
  });

  it('can be kept as a file, as each has signed it', () => {
    expect(actions(withdrawnFrom(SHARES))).toContain('download-deletion');
    const deletion = { verificationId: 'V-1', deletedAt: DELETED_AT };
    expect(deletionFile({ ...deletion, shares: SHARES })).toEqual({
      version: 1,
      ...deletion,
      shares: SHARES,
    });
    const [{ name }] = SHARES;
    const awaited = ([0, 1, 2] as const).map((operator) => ({ operator, name, state: 'pending' }) as const);
    const [first, second, third] = awaited;
    if (!first || !second || !third) throw new TypeError('three');
    const markup = withdrawnFrom([first, second, third]);
    expect(actions(markup), 'nobody has signed anything').not.toContain('download-deletion');
  });

  it('is not called a deletion while one has not confirmed it', () => {
    const [first, second, { operator, name }] = SHARES;
    const markup = withdrawnFrom([first, second, { operator, name, state: 'pending' }]);
    expect(markup).not.toContain(t('withdrawn.title'));
    expect(markup).not.toContain('The marketplace confirmed the deletion');
    expect(markup).toContain(t('withdrawn.waiting'));
    expect(markup).toContain(`<dt>${name}</dt><dd>${t('withdrawn.unconfirmed')}</dd>`);
  });
});

describe('who has been here before', () => {
  const notice = (keeps: boolean): string =>
    show(<NoticeScreen state={{ kind: 'notice', view: VIEW, undelivered: null, keeps }} />, firstOnly);

  it('finds their data before anything new', () => {
    const markup = notice(true);
    expect(markup.indexOf('data-action="my-data"')).toBeGreaterThan(0);
    expect(markup.indexOf('data-action="my-data"')).toBeLessThan(markup.indexOf('data-action="consent"'));
    expect(notice(false)).not.toContain('data-action="my-data"');
  });
});
