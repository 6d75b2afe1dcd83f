import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CandorError } from '../core/errors.js';
import { DeskStates } from './desk/DeskScreens.js';
import { DESK, DONE, LIST, OPEN } from './desk/desk.fixture.js';
import { formatFor } from './format.js';
import { translator } from './messages/fill.js';
import { loadFirst, loadRest } from './messages/load.js';
import type { ShippedLanguage } from './messages/shipped.js';
import { rootOf } from './root.js';
import { CancelledScreen } from './screens/CancelledScreen.js';
import { CaptureScreen } from './screens/CaptureScreen.js';
import { DoneScreen } from './screens/DoneScreen.js';
import { DownloadScreen } from './screens/DownloadScreen.js';
import { FailedScreen } from './screens/FailedScreen.js';
import { LoadingScreen } from './screens/LoadingScreen.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { OptedOutScreen } from './screens/OptedOutScreen.js';
import { PermissionScreen } from './screens/PermissionScreen.js';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { SendingScreen } from './screens/SendingScreen.js';
import { WaitScreen } from './screens/WaitScreen.js';
import { WithdrawnScreen } from './screens/WithdrawnScreen.js';
import {
  DOWNLOADING,
  FIRST_CHOICES,
  failed,
  inWidget,
  NOTICE,
  OPTED_OUT,
  POSITIONING,
  RECORDING,
  REVIEW,
} from './screens.fixture.js';

/** Every screen with as much on it as there can be, for tests of what holds on all of them. */

const undelivered = {
  kind: 'waiting',
  since: '2026-03-01T10:00:00.000Z',
  until: '2026-03-01T10:15:00.000Z',
} as const;
const noClip = { kind: 'none', error: new CandorError('clip.unsupported') } as const;
const NOTHING = { receipts: [], clips: [], undelivered: null, readable: true };
const deleted = { verificationId: 'V-1', deletedAt: '2026-03-02T09:12:44.108Z' };
const desk = (
  state: Parameters<typeof DeskStates>[0]['state'],
  view: 'receipts' | 'my-data',
): ReactElement => <DeskStates state={state} desk={DESK} view={view} endpoint={undefined} />;

export const SCREENS: readonly (readonly [string, ReactElement])[] = [
  ['loading', <LoadingScreen key="0" />],
  ['the wait', <WaitScreen key="0" later={{ kind: 'loading' }} />],
  ['the notice', <NoticeScreen key="0" state={{ ...NOTICE, undelivered, keeps: true }} />],
  ['the download', <DownloadScreen key="0" state={DOWNLOADING} />],
  ['permission', <PermissionScreen key="0" state={{ kind: 'permission', waitingLong: true }} />],
  ['positioning', <CaptureScreen key="0" state={{ ...POSITIONING, standIn: { label: 'USB' } }} />],
  [
    'the second download',
    <CaptureScreen key="0" state={{ ...POSITIONING, hint: 'preparing', download: DOWNLOADING }} />,
  ],
  ['recording', <CaptureScreen key="0" state={RECORDING} />],
  [
    'recording without movements',
    <CaptureScreen key="0" state={{ ...RECORDING, choices: { ...FIRST_CHOICES, profile: 'no-gestures' } }} />,
  ],
  ['a cue', <CaptureScreen key="0" state={{ ...RECORDING, elapsedMs: 1_200, cue: 'turn-left' }} />],
  ['the review', <ReviewScreen key="0" state={REVIEW} />],
  [
    'the review with the clip kept',
    <ReviewScreen key="0" state={{ ...REVIEW, clipKept: 'kept', keepsFor: 'tab' }} />,
  ],
  ['the review without a clip', <ReviewScreen key="0" state={{ ...REVIEW, clip: noClip }} />],
  ['sending', <SendingScreen key="0" state={{ kind: 'sending', sizeBytes: 1, attempt: 2, verdict: null }} />],
  ['done', <DoneScreen key="0" state={DONE} />],
  ['an opt-out', <OptedOutScreen key="0" state={OPTED_OUT} />],
  ['withdrawn', <WithdrawnScreen key="0" state={{ kind: 'withdrawn', ...deleted, clipsLeft: true }} />],
  ['failed', <FailedScreen key="0" state={failed('internal')} />],
  [
    'failed with the result kept',
    <FailedScreen key="0" state={failed('submit.network', { envelopeKept: 'in-browser', keeps: true })} />,
  ],
  [
    'cancelled',
    <CancelledScreen
      key="0"
      state={{ kind: 'cancelled', aftermath: { kind: 'nothing-sent' }, clipsLeft: true }}
    />,
  ],
  ['the list of receipts', desk(LIST, 'receipts')],
  ['the wait of “My data”', desk({ ...LIST, looking: true, kept: NOTHING }, 'my-data')],
  ['“My data”', desk(LIST, 'my-data')],
  ['an open receipt', desk(OPEN, 'receipts')],
  ['the question before a withdrawal', desk({ ...OPEN, step: 'confirming' }, 'receipts')],
  [
    'a withdrawn receipt',
    desk({ kind: 'withdrawn', receipt: OPEN.receipt, ...deleted, clipsLeft: true }, 'receipts'),
  ],
];

const never = new AbortController().signal;

/** Puts one of them into a page, in one of the widget's languages. */
export async function mountScreen(name: string, locale: ShippedLanguage, root: Element): Promise<void> {
  const screen = SCREENS.find(([one]) => one === name)?.[1];
  if (screen === undefined) throw new Error(`no screen has the name ${name}`);
  const words = { ...(await loadFirst(locale, never)), ...(await loadRest(locale, never)) };
  const text = { t: translator(words, locale), format: formatFor(locale), locale };
  createRoot(root).render(
    <section {...rootOf(text, {})} aria-label={text.t('widget.name')} data-screen={name}>
      <div className="candor-frame">{inWidget(screen, text)}</div>
    </section>,
  );
}
