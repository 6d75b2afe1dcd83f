import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../core/errors.js';
import { REASON_CODES } from '../core/verdict.js';
import { megabytes, spokenShare } from './DownloadBar.js';
import { en } from './messages/en.js';
import { CaptureScreen } from './screens/CaptureScreen.js';
import { DoneScreen } from './screens/DoneScreen.js';
import { DownloadScreen } from './screens/DownloadScreen.js';
import { FailedScreen } from './screens/FailedScreen.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { OptedOutScreen } from './screens/OptedOutScreen.js';
import { PermissionScreen } from './screens/PermissionScreen.js';
import { hintText } from './screens/PositioningPanel.js';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { SendingScreen } from './screens/SendingScreen.js';
import {
  actions,
  DOWNLOADING,
  failed,
  firstOnly,
  POSITIONING,
  RECORDING,
  REVIEW,
  show,
  t,
  VIEW,
} from './screens.fixture.js';
import type { StateOf } from './widget.js';

/** The screens at the ends of the flow, and its words. */

describe('the ways out', () => {
  it.each([
    ['download', <DownloadScreen key="l" state={DOWNLOADING} />],
    ['permission', <PermissionScreen key="p" state={{ kind: 'permission', waitingLong: true }} />],
    ['positioning', <CaptureScreen key="c" state={POSITIONING} />],
    ['recording', <CaptureScreen key="d" state={RECORDING} />],
    ['review', <ReviewScreen key="r" state={REVIEW} />],
    [
      'sending',
      <SendingScreen key="s" state={{ kind: 'sending', sizeBytes: 1, attempt: 1, verdict: null }} />,
    ],
    ['failed', <FailedScreen key="f" state={failed('camera.lost')} />],
  ])('are on the screen of %s once each, the opt-out first in its row', (_kind, screen) => {
    const markup = show(screen);
    expect(actions(markup).filter((name) => name === 'opt-out')).toHaveLength(1);
    expect(actions(markup).filter((name) => name === 'cancel')).toHaveLength(1);
    expect(markup).toMatch(/class="candor-bar"><button[^>]*data-action="opt-out"/);
  });
});

/** Those that are met before all words are there. The others end nothing, or come after the words, which the widget has before it
 * asks for the camera. */
const NOT_FIRST = /^(objection|receipt|withdrawal|embedding|runtime|capture|clip|frame)\./;
const FAILURES = ERROR_CODES.filter((code) => !NOT_FIRST.test(code));
describe('the download', () => {
  it('is a bar of bytes with a name, and a share to be heard where megabytes are seen, and says that the camera is off', () => {
    const markup = show(<DownloadScreen state={DOWNLOADING} />);
    expect(markup).toMatch(/<progress max="15758331"[^>]*value="4120000"[^>]*aria-label="Loading"/);
    expect(markup).toContain('aria-valuetext="26%"');
    expect(markup).toContain('aria-hidden="true">4.1 / 15.8 MB<');
    expect(markup).toContain('Your camera is off.');
  });

  it('is told in the numbers of the language', () => {
    expect(megabytes(DOWNLOADING, 'de')).toMatch(/^4,1 \/ 15,8\sMB$/);
  });

  it('is said in quarters: nobody hears anything else over a number that changes ten times a second', () => {
    const { totalBytes } = DOWNLOADING;
    const shares = Array.from({ length: 101 }, (_, part) =>
      spokenShare({ loadedBytes: (part / 100) * totalBytes, totalBytes }),
    );
    expect([...new Set(shares)]).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('of what the recording waits for stands below the hint that says so, and below no other', () => {
    const waiting = { ...POSITIONING, ready: false, download: DOWNLOADING };
    expect(show(<CaptureScreen state={{ ...waiting, hint: 'preparing' }} />)).toContain('<progress');
    expect(show(<CaptureScreen state={{ ...waiting, hint: 'face.none' }} />)).not.toContain('<progress');
  });
});

describe('a failure', () => {
  it('that is a lack of this browser or this page is not called something that went wrong', () => {
    const titled = (code: (typeof ERROR_CODES)[number]): string | undefined =>
      /<h2[^>]*>([^<]*)/.exec(show(<FailedScreen state={failed(code)} />, firstOnly, null))?.[1];
    const lacks = ['env.insecure_context', 'env.unsupported', 'env.policy_blocked'];
    for (const code of [...lacks, 'crypto.unavailable'] as (typeof ERROR_CODES)[number][])
      expect(titled(code), code).toBe(en['failed.notHere']);
    expect(titled('camera.lost')).toBe(en['failed.title']);
  });

  it.each(FAILURES)('%s says what happened, what to do, and its code, with the first words only', (code) => {
    const markup = show(<FailedScreen state={failed(code)} />, firstOnly);
    expect(markup).toContain(code);
    expect(markup).toContain('candor-note');
    expect(markup).not.toMatch(/error\.[a-z_]+(\.[a-z_]+)*\.(cause|remedy)/);
  });

  it('shows retry only where it can help', () => {
    expect(actions(show(<FailedScreen state={failed('camera.lost')} />))).toContain('retry');
    const final = failed('env.unsupported', { retryable: false });
    expect(actions(show(<FailedScreen state={final} />))).not.toContain('retry');
  });

  it.each(ERROR_CODES)('%s has at most three ways on, however many alternatives there are', (code) => {
    expect(actions(show(<FailedScreen state={failed(code)} />))).toEqual(['opt-out', 'retry', 'cancel']);
  });

  it('leads to what this browser keeps of the seller only where they have not seen the notice', () => {
    const kept = failed('env.unsupported', { retryable: false, keeps: true });
    expect(actions(show(<FailedScreen state={kept} />, t, null))).toEqual(['my-data', 'opt-out', 'cancel']);
    expect(actions(show(<FailedScreen state={kept} />))).not.toContain('my-data');
    const nothing = failed('env.unsupported', { retryable: false });
    expect(actions(show(<FailedScreen state={nothing} />, t, null))).not.toContain('my-data');
  });

  it('says that nothing is lost while the sealed envelope is kept', () => {
    const kept = failed('submit.network', { envelopeKept: 'in-browser' });
    expect(show(<FailedScreen state={kept} />)).toContain(en['failed.kept']);
  });

  it('does not say so where this browser keeps nothing', () => {
    const open = show(<FailedScreen state={failed('submit.network', { envelopeKept: 'in-page' })} />);
    expect(open).toContain(en['failed.keptInPage']);
    expect(open).not.toContain(en['failed.kept']);
    expect(actions(open)).toContain('retry');
  });

  it('names no way that it does not know, before the receiver was heard', () => {
    const early = failed('discovery.unreachable', { alternatives: [] });
    expect(actions(show(<FailedScreen state={early} />))).toEqual(['retry', 'cancel']);
  });
});

describe('the words of the first screens', () => {
  it('do not need those that come later', () => {
    const optedOut: StateOf<'opted-out'> = {
      kind: 'opted-out',
      alternative: VIEW.alternatives[0] ?? expect.fail(),
      alternatives: VIEW.alternatives,
      delivery: { kind: 'confirmed', caseId: 'C-1', next: 'TEXT next' },
      aftermath: { kind: 'nothing-sent' },
      clipsLeft: false,
      locale: 'en',
    };
    const screens = [
      <NoticeScreen key="1" state={{ kind: 'notice', view: VIEW, undelivered: null, keeps: false }} />,
      <PermissionScreen key="2" state={{ kind: 'permission', waitingLong: true }} />,
      <OptedOutScreen key="3" state={optedOut} />,
      <FailedScreen key="4" state={failed('internal')} />,
    ];
    for (const screen of screens) expect(show(screen, firstOnly)).toBe(show(screen));
  });

  it('have one hint for every reason while positioning', () => {
    const without = ['picture_too_small', 'camera.no_frames'] as const;
    const hints = [...REASON_CODES, ...without].map((hint) => hintText(hint, t));
    expect(hints.filter((hint) => /reason[.]|hint[.]|error[.]/.test(hint))).toEqual([]);
  });
});

describe('the receipt', () => {
  const outcome = {
    verificationId: 'V-1',
    status: 'needs_review',
    decidedAt: '2026-01-01T00:00:00.000Z',
    deleteAfter: '2026-04-01T00:00:00.000Z',
    removalToken: 'SECRET-TOKEN',
  } as const;
  const done: StateOf<'done'> = {
    kind: 'done',
    step: 'idle',
    receipt: {
      version: 1,
      endpoint: 'https://verify.example',
      outcome,
      consent: {},
      consentHash: 'h',
      noticeVersion: 'v-7',
    },
    receiptFile: new Blob([]),
    receiptKept: true,
    record: null,
    contest: { kind: 'none' },
    problem: null,
    verdict: null,
  };

  it('offers the file, what is stored, the withdrawal, and to contest a review', () => {
    expect(actions(show(<DoneScreen state={done} />))).toEqual([
      'contest',
      'contest-text',
      'contest-send',
      'download-receipt',
      'withdraw',
      'my-data',
      'print-receipt',
    ]);
  });

  it('takes no second press while the receiver is being asked, and keeps the focus on the first', () => {
    const waiting = (step: typeof done.step): number =>
      show(<DoneScreen state={{ ...done, step }} />).match(/aria-disabled="true"/g)?.length ?? 0;
    // The text of an objection is empty: it waits, too.
    expect([waiting('idle'), waiting('reading'), waiting('withdrawing')]).toEqual([1, 3, 3]);
  });

  it('has one thing to do now, and says what comes next, until when, and with what', () => {
    const markup = show(<DoneScreen state={done} />);
    expect(markup.match(/candor-main/g)).toHaveLength(2); // the receipt, and sending a text, folded
    for (const words of ['A person at Shop Ltd', 'April 1, 2026', t('done.later')])
      expect(markup).toContain(words);
  });

  it('has nothing to contest where nothing is in review', () => {
    const clear = {
      ...done,
      receipt: { ...done.receipt, outcome: { ...outcome, status: 'no_duplicate' as const } },
    };
    expect(actions(show(<DoneScreen state={clear} />))).not.toContain('contest');
  });

  it('keeps the removal token out of the page', () => {
    expect(show(<DoneScreen state={done} />)).not.toContain('SECRET-TOKEN');
  });
});
