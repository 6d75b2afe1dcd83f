import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { CandorError } from '../core/errors.js';
import { DeskStates } from './desk/DeskScreens.js';
import { DESK, DONE, LIST, OPEN } from './desk/desk.fixture.js';
import { CancelledScreen } from './screens/CancelledScreen.js';
import { CaptureScreen } from './screens/CaptureScreen.js';
import { DoneScreen } from './screens/DoneScreen.js';
import { FailedScreen } from './screens/FailedScreen.js';
import { LoadingScreen } from './screens/LoadingScreen.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { OptedOutScreen } from './screens/OptedOutScreen.js';
import { PermissionScreen } from './screens/PermissionScreen.js';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { SendingScreen } from './screens/SendingScreen.js';
import { WaitScreen } from './screens/WaitScreen.js';
import { WithdrawnScreen } from './screens/WithdrawnScreen.js';
import { failed, NOTICE, OPTED_OUT, POSITIONING, RECORDING, REVIEW, show } from './screens.fixture.js';

/** axe finds the same in a browser, but only on the screens that a fast test brings it to, and not behind a fold that is shut. */

const undelivered = { kind: 'waiting', since: '2026-03-01T10:00:00.000Z' } as const;
const noClip = { kind: 'none', error: new CandorError('clip.unsupported') } as const;
const deleted = { verificationId: 'V-1', deletedAt: '2026-03-02T09:12:44.108Z' };
const desk = (
  state: Parameters<typeof DeskStates>[0]['state'],
  view: 'receipts' | 'my-data',
): ReactElement => <DeskStates state={state} desk={DESK} view={view} endpoint={undefined} />;

const SCREENS: readonly (readonly [string, ReactElement])[] = [
  ['loading', <LoadingScreen key="0" />],
  ['the wait', <WaitScreen key="0" later={{ kind: 'loading' }} />],
  ['the notice', <NoticeScreen key="0" state={{ ...NOTICE, undelivered, keeps: true }} />],
  ['permission', <PermissionScreen key="0" state={{ kind: 'permission', waitingLong: true }} />],
  ['positioning', <CaptureScreen key="0" state={{ ...POSITIONING, standIn: { label: 'USB' } }} />],
  ['recording', <CaptureScreen key="0" state={RECORDING} />],
  ['the review', <ReviewScreen key="0" state={REVIEW} />],
  ['the review without a clip', <ReviewScreen key="0" state={{ ...REVIEW, clip: noClip }} />],
  ['sending', <SendingScreen key="0" state={{ kind: 'sending', sizeBytes: 1, attempt: 2, verdict: null }} />],
  ['done', <DoneScreen key="0" state={DONE} />],
  ['an opt-out', <OptedOutScreen key="0" state={OPTED_OUT} />],
  ['withdrawn', <WithdrawnScreen key="0" state={{ kind: 'withdrawn', ...deleted }} />],
  ['failed', <FailedScreen key="0" state={failed('internal')} />],
  [
    'cancelled',
    <CancelledScreen
      key="0"
      state={{ kind: 'cancelled', aftermath: { kind: 'nothing-sent' }, clipsLeft: true }}
    />,
  ],
  ['the list of receipts', desk(LIST, 'receipts')],
  ['“My data”', desk(LIST, 'my-data')],
  ['an open receipt', desk(OPEN, 'receipts')],
  ['the question before a withdrawal', desk({ ...OPEN, step: 'confirming' }, 'receipts')],
  ['a withdrawn receipt', desk({ kind: 'withdrawn', ...deleted }, 'receipts')],
];

/** Levels in the order of the document, folds included. */
function levelsOf(markup: string): readonly number[] {
  return [...markup.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
}

describe('the headings of a screen', () => {
  it.each(SCREENS)('are one h2, and under it no level that skips another: %s', (_screen, element) => {
    const levels = levelsOf(show(element));
    expect(levels[0]).toBe(2);
    expect(levels.filter((level) => level === 2)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level, levels.join()).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });
});

describe('the live regions of a widget', () => {
  it.each(SCREENS)('are the root’s two: no screen has one of its own: %s', (_screen, element) => {
    expect(show(element)).not.toMatch(/role="(status|alert|log)"|aria-live|<output/);
  });
});
