import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CandorError, type ERROR_CODES } from '../core/errors.js';
import type { Choices, NoticeView, Offers } from '../flow/state.js';
import { formatFor } from './format.js';
import { en } from './messages/en.js';
import { enDesk } from './messages/en-desk.js';
import { enLater } from './messages/en-later.js';
import { translator } from './messages/fill.js';
import { type Text, TextContext } from './text.js';
import { SILENT, type StateOf, type Widget, WidgetContext } from './widget.js';

/** What the tests of the screens show, and how they look at it. */

export const t = translator({ ...en, ...enLater, ...enDesk });
export const firstOnly = translator(en);
export const atDesk = translator({ ...en, ...enDesk });

export const VIEW: NoticeView = {
  locale: 'en',
  locales: ['en', 'de'],
  threshold: {
    modelId: 'm',
    modelSha256: '0'.repeat(64),
    metric: 'cosine',
    value: 0.876,
    fmr: 0.0005,
    fnmr: 0.042,
    n: 98_765,
    calibration: 'https://shop.example/calibration',
    worstGroup: { name: { en: 'GROUP worst' }, fmr: 0.0025, fmrAtMost: 0.00625, n: 6_789 },
  },
  search: {
    scope: 'gallery',
    templates: 4_321,
    overall: { falseHits: 0.0202, fpir: 0.02 },
    worstGroup: { falseHits: 0.0834, fpir: 0.08 },
  },
  alternatives: [
    { id: 'id', label: { en: 'Identity card' }, expectedTime: { en: 'One day' } },
    { id: 'second-account', label: { en: 'Second account' }, expectedTime: { en: 'Two days' } },
  ],
  notice: {
    version: 'v-7',
    controller: { name: 'Shop Ltd', contact: 'privacy@shop.example', address: '1 Street' },
    purpose: 'TEXT purpose',
    reason: 'TEXT reason',
    why_now: 'TEXT why_now',
    regions: 'TEXT regions',
    comparison: 'TEXT comparison',
    sent: 'TEXT sent',
    notSent: 'TEXT notSent',
    recipients: 'TEXT recipients',
    storagePlace: 'TEXT storagePlace',
    retentionDays: 77,
    removal: 'TEXT removal',
    complaint: 'TEXT complaint',
    humanDecision: 'TEXT humanDecision',
    ifDeclined: 'TEXT ifDeclined',
    policyUrl: 'https://shop.example/policy',
    purposes: [{ id: 'duplicate-check', text: 'TEXT statement' }],
    legal: {
      basis: 'TEXT basis',
      rights: { access: 'TEXT access', rectification: 'TEXT rectification', portability: 'TEXT portability' },
      processors: 'TEXT processors',
      transfers: 'TEXT transfers',
      afterWithdrawal: 'TEXT afterWithdrawal',
      ageDeclaration: 'TEXT ageDeclaration',
    },
  },
};

/** In English. */
export const TEXT: Text = { t, format: formatFor('en'), locale: 'en' };

/** A screen with what the widget has around it.
 * @param own - in place of what does nothing. */
export function inWidget(screen: ReactElement, text: Text, own: Partial<Widget> = {}): ReactElement {
  const widget: Widget = {
    send: () => {},
    notice: VIEW,
    mayHaveSent: false,
    openMyData: () => {},
    answerOrder: 'decline-first',
    autoStart: false,
    inUse: () => false,
    say: () => {},
    sayNow: () => {},
    urge: () => {},
    tones: SILENT,
    practising: { current: false },
    ...own,
  };
  return (
    <TextContext.Provider value={text}>
      <WidgetContext.Provider value={widget}>{screen}</WidgetContext.Provider>
    </TextContext.Provider>
  );
}

/** The markup of a screen as the widget would show it. */
export function show(screen: ReactElement, translate = t, notice: NoticeView | null = VIEW): string {
  return renderToStaticMarkup(inWidget(screen, { ...TEXT, t: translate }, { notice }));
}

export function actions(markup: string): readonly string[] {
  return [...markup.matchAll(/data-action="([^"]+)"/g)].map(([, name]) => name ?? '');
}

export const failed = (
  code: (typeof ERROR_CODES)[number],
  more: Partial<StateOf<'failed'>> = {},
): StateOf<'failed'> => ({
  kind: 'failed',
  error: new CandorError(code),
  retryable: true,
  envelopeKept: 'no',
  alternatives: VIEW.alternatives,
  keeps: false,
  locale: 'en',
  ...more,
});

export const NOTICE: StateOf<'notice'> = { kind: 'notice', view: VIEW, undelivered: null, keeps: false };

export const OPTED_OUT: StateOf<'opted-out'> = {
  kind: 'opted-out',
  alternative: { id: 'post', label: { en: 'By post' }, expectedTime: { en: 'A week' } },
  alternatives: VIEW.alternatives,
  delivery: { kind: 'confirmed', caseId: 'C-1', next: 'TEXT next' },
  aftermath: { kind: 'nothing-sent' },
  clipsLeft: false,
  locale: 'en',
};

export const FIRST_CHOICES: Choices = { profile: 'standard', moreTime: false, colourCheck: false };
export const ALL_OFFERS: Offers = { profile: true, moreTime: true, colourCheck: true };

export const REVIEW: StateOf<'review'> = {
  kind: 'review',
  preparing: false,
  clip: { kind: 'recorded', blob: new Blob([]), mimeType: 'video/webm', durationMs: 5_000 },
  clipKept: 'no',
  keepsFor: 'seller',
  verdict: { verdict: 'live', profile: 'standard', checks: [{ id: 'one-face', band: 'pass' }] },
  afterVerdict: { kind: 'send' },
  preview: {
    fields: [{ name: 'embedding', sizeBytes: 742 }],
    bodyBytes: 7_412,
    kem: 'x-wing',
    operators: [],
    origin: 'https://shop.example',
  },
  submitBy: '2026-03-01T10:15:00.000Z',
  attemptsLeft: 2,
  choices: FIRST_CHOICES,
  offers: ALL_OFFERS,
};

/** Without a picture. A server, which has no streams, does not fill the video either. */
const STREAM = globalThis.MediaStream === undefined ? ({} as MediaStream) : new MediaStream();
export const DOWNLOADING: StateOf<'downloading'> = {
  kind: 'downloading',
  loadedBytes: 4_120_000,
  totalBytes: 15_758_331,
};

export const POSITIONING: StateOf<'positioning'> = {
  kind: 'positioning',
  stream: STREAM,
  hint: 'ready',
  ready: true,
  stuckFor: null,
  mayStartAnyway: false,
  starting: false,
  download: null,
  cameras: [],
  cameraId: 'camera-1',
  standIn: null,
  choices: FIRST_CHOICES,
  offers: ALL_OFFERS,
};

export const RECORDING: StateOf<'recording'> = {
  kind: 'recording',
  stream: STREAM,
  elapsedMs: 0,
  durationMs: 5_000,
  cue: null,
  colour: null,
  choices: FIRST_CHOICES,
};

/** Which controls are pressed, by name. */
export function pressed(markup: string): readonly string[] {
  return [...markup.matchAll(/data-action="([^"]+)"[^>]*aria-pressed="true"/g)].map(([, name]) => name ?? '');
}
