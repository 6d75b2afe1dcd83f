import type { ReactElement } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CandorError, ERROR_CODES } from '../core/errors.js';
import { REASON_CODES } from '../core/verdict.js';
import type { Aftermath, Choices, NoticeView, Offers, Undelivered } from '../flow/state.js';
import { formatFor } from './format.js';
import { en } from './messages/en.js';
import { enLater } from './messages/en-later.js';
import { translator } from './messages/fill.js';
import type { MessageKey } from './messages/types.js';
import { SellerVerification } from './SellerVerification.js';
import { CancelledScreen } from './screens/CancelledScreen.js';
import { CaptureScreen } from './screens/CaptureScreen.js';
import { DoneScreen } from './screens/DoneScreen.js';
import { FailedScreen } from './screens/FailedScreen.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { OptedOutScreen } from './screens/OptedOutScreen.js';
import { PermissionScreen } from './screens/PermissionScreen.js';
import { hintText, PositioningPanel } from './screens/PositioningPanel.js';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { SendingScreen } from './screens/SendingScreen.js';
import { TextContext } from './text.js';
import { type StateOf, WidgetContext } from './widget.js';

const t = translator({ ...en, ...enLater });
const firstOnly = translator(en);

const VIEW: NoticeView = {
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
  },
};

/** The markup of a screen as the widget would show it. */
function show(screen: ReactElement, translate = t): string {
  const widget = {
    send: () => {},
    notice: VIEW,
    mayHaveSent: false,
    autoStart: false,
    inUse: () => false,
    say: () => {},
    urge: () => {},
  };
  return renderToStaticMarkup(
    <TextContext.Provider value={{ t: translate, format: formatFor('en'), locale: 'en' }}>
      <WidgetContext.Provider value={widget}>{screen}</WidgetContext.Provider>
    </TextContext.Provider>,
  );
}

function actions(markup: string): readonly string[] {
  return [...markup.matchAll(/data-action="([^"]+)"/g)].map(([, name]) => name ?? '');
}

const failed = (
  code: (typeof ERROR_CODES)[number],
  more: Partial<StateOf<'failed'>> = {},
): StateOf<'failed'> => ({
  kind: 'failed',
  error: new CandorError(code),
  retryable: true,
  envelopeKept: false,
  alternatives: VIEW.alternatives,
  locale: 'en',
  ...more,
});

describe('SellerVerification on a server', () => {
  it('renders without a window, says that it loads, and starts nothing', () => {
    expect(globalThis.window).toBeUndefined();
    const markup = renderToString(<SellerVerification endpoint="https://verify.example" locale="en" />);
    expect(markup).toContain('data-state="loading"');
    expect(markup).toContain('lang="en"');
    expect(markup).not.toContain('style=');
  });

  it('keeps its own word where a host passes on one that it does not have', () => {
    const messages = { 'loading.title': undefined, 'loading.body': 'OWN body' };
    const markup = renderToString(
      <SellerVerification endpoint="https://verify.example" locale="en" messages={messages} />,
    );
    expect(markup).toContain(en['loading.title']);
    expect(markup).toContain('OWN body');
  });

  it('shows no word of the wrong language before it knows the page’s', () => {
    const markup = renderToString(<SellerVerification endpoint="https://verify.example" />);
    expect(markup).not.toContain(en['loading.title']);
  });
});

describe('the notice', () => {
  const markup = show(<NoticeScreen state={{ kind: 'notice', view: VIEW, undelivered: null }} />, firstOnly);

  it.each(Object.entries(VIEW.notice).filter(([, content]) => typeof content === 'string'))(
    'shows %s',
    (_field, content) => {
      expect(markup).toContain(content);
    },
  );

  it('shows who asks, for how long, and the statement that is agreed to', () => {
    for (const content of [
      'Shop Ltd',
      '1 Street',
      'mailto:privacy@shop.example',
      '77 days',
      'TEXT statement',
    ]) {
      expect(markup).toContain(content);
    }
  });

  it('says the threshold with its rates in plain words', () => {
    for (const content of ['0.876', '1 in 2,000', '4.2%', '98,765']) expect(markup).toContain(content);
  });

  it('asks with two controls of the same kind, none of them chosen beforehand', () => {
    const looks = ['opt-out', 'consent'].map(
      (name) => new RegExp(`class="([^"]+)" data-action="${name}"`).exec(markup)?.[1],
    );
    expect(looks[0]).toBeDefined();
    expect(looks[0]).toBe(looks[1]);
    expect(markup).not.toContain('autofocus');
    expect(markup).toContain(en['notice.consentDetail']);
  });

  it('offers every alternative by its id, the declared second account too', () => {
    expect(markup).toContain('data-action="alternative" data-value="id"');
    expect(markup).toContain('data-action="alternative" data-value="second-account"');
  });

  it('bundles no further purpose: each has its own box, and none is ticked', () => {
    const purposes = [...VIEW.notice.purposes, { id: 'recheck', text: 'TEXT recheck' }];
    const view = { ...VIEW, notice: { ...VIEW.notice, purposes } };
    const two = show(<NoticeScreen state={{ kind: 'notice', view, undelivered: null }} />);
    expect(two.match(/type="checkbox"/g)).toHaveLength(1);
    expect(two).not.toContain('checked');
    expect(two).toContain('TEXT recheck');
  });

  it('makes no link that runs a script', () => {
    const notice = { ...VIEW.notice, policyUrl: 'javascript:alert(1)' };
    const evil = show(
      <NoticeScreen state={{ kind: 'notice', view: { ...VIEW, notice }, undelivered: null }} />,
    );
    expect(evil).not.toContain('href="javascript:');
  });
});

const FIRST_CHOICES: Choices = { profile: 'standard', moreTime: false, light: false };
const ALL_OFFERS: Offers = { profile: true, moreTime: true, light: true };

const REVIEW: StateOf<'review'> = {
  kind: 'review',
  preparing: false,
  clip: { kind: 'recorded', blob: new Blob([]), mimeType: 'video/webm', durationMs: 5_000 },
  clipKept: 'no',
  verdict: { verdict: 'live', profile: 'standard', checks: [{ id: 'one-face', band: 'pass' }] },
  outcome: { kind: 'send' },
  preview: {
    fields: [{ name: 'embedding', sizeBytes: 742 }],
    bodyBytes: 7_412,
    kem: 'x-wing',
    origin: 'https://shop.example',
  },
  attemptsLeft: 2,
  choices: FIRST_CHOICES,
  offers: ALL_OFFERS,
};

describe('the review', () => {
  it('shows the name and size of every field, and never a value', () => {
    const markup = show(<ReviewScreen state={REVIEW} />);
    expect(markup).toContain('<code>embedding</code>');
    expect(markup).toContain('742 bytes');
    expect(markup).toContain('7,412 bytes');
  });

  it('offers to send what may be sent', () => {
    expect(actions(show(<ReviewScreen state={REVIEW} />))).toEqual([
      'replay',
      'keep-clip',
      'opt-out',
      'redo',
      'send',
      'cancel',
    ]);
  });

  it('says so where there is no clip, offers neither to play nor to keep one, and goes on', () => {
    const clip = { kind: 'none', error: new CandorError('clip.unsupported') } as const;
    const markup = show(<ReviewScreen state={{ ...REVIEW, clip }} />);
    expect(markup).toContain(enLater['review.noClip']);
    expect(actions(markup)).toEqual(['opt-out', 'redo', 'send', 'cancel']);
  });

  it('offers no way to send what must be done again, and says what to change', () => {
    const outcome = { kind: 'redo', reasons: ['light.too_dark'] } as const;
    const markup = show(<ReviewScreen state={{ ...REVIEW, outcome, preview: null }} />);
    expect(actions(markup)).not.toContain('send');
    expect(markup).toContain(enLater['reason.light.too_dark.remedy']);
  });

  it('turns redo off when no try is left', () => {
    const outcome = { kind: 'redo', reasons: [] } as const;
    const markup = show(<ReviewScreen state={{ ...REVIEW, outcome, preview: null, attemptsLeft: 0 }} />);
    expect(markup).toMatch(/data-action="redo" disabled=""/);
    expect(markup).toContain(enLater['review.noAttempts']);
  });
});

const POSITIONING: StateOf<'positioning'> = {
  kind: 'positioning',
  stream: {} as MediaStream, // only handed to the video, which a server does not fill
  hint: 'ready',
  ready: true,
  starting: false,
  cameras: [],
  cameraId: 'camera-1',
  standIn: null,
  choices: FIRST_CHOICES,
  offers: ALL_OFFERS,
};

describe('a camera that stands in for another', () => {
  const positioned = (standIn: StateOf<'positioning'>['standIn']): string =>
    show(<PositioningPanel state={{ ...POSITIONING, standIn }} />);

  it('is named, as a status', () => {
    expect(positioned({ label: 'USB Camera' })).toMatch(/role="status"[^>]*>[^<]*USB Camera/);
  });

  it('is told of where the browser does not name it', () => {
    expect(positioned({ label: '' })).toContain(enLater['positioning.standInUnnamed']);
  });

  it('is not spoken of where the wanted one is open', () => {
    expect(positioned(null)).not.toContain('role="status"');
  });
});

const RECORDING: StateOf<'recording'> = {
  kind: 'recording',
  stream: {} as MediaStream, // as above
  elapsedMs: 0,
  durationMs: 5_000,
  cue: null,
  colour: null,
  choices: FIRST_CHOICES,
};

/** Which controls are pressed, by name. */
function pressed(markup: string): readonly string[] {
  return [...markup.matchAll(/data-action="([^"]+)"[^>]*aria-pressed="true"/g)].map(([, name]) => name ?? '');
}

describe('the choices before the recording', () => {
  const markup = show(<CaptureScreen state={POSITIONING} />);

  it('are in sight, one press each, and none is made beforehand', () => {
    expect(actions(markup)).toEqual(['more-time', 'profile', 'light', 'opt-out', 'start', 'cancel']);
    expect(pressed(markup)).toEqual([]);
    expect(markup).not.toContain('<details');
  });

  it('show which were made', () => {
    const choices = { profile: 'no-gestures', moreTime: false, light: true } as const;
    expect(pressed(show(<CaptureScreen state={{ ...POSITIONING, choices }} />))).toEqual([
      'profile',
      'light',
    ]);
  });

  it('say beforehand that a person will check, and what the light does', () => {
    expect(markup).toContain(enLater['choices.noGesturesBody']);
    const warning = markup.indexOf(enLater['choices.lightWarning']);
    expect(warning).toBeGreaterThan(0);
    expect(warning).toBeLessThan(markup.indexOf('data-action="light"'));
    expect(markup).toMatch(/data-action="light"[^>]*aria-describedby/);
  });

  it('are only those that are offered', () => {
    const offers = { profile: false, moreTime: true, light: false };
    const shown = actions(show(<CaptureScreen state={{ ...POSITIONING, offers }} />));
    expect(shown).toEqual(['more-time', 'opt-out', 'start', 'cancel']);
    const none = { ...offers, moreTime: false };
    expect(show(<CaptureScreen state={{ ...POSITIONING, offers: none }} />)).not.toContain('candor-choices');
  });

  it('are there again, but for the light, after movements that were not seen, while tries last', () => {
    const missed = { kind: 'redo', reasons: ['challenge.missing'] } as const;
    const offeredOn = (more: Partial<StateOf<'review'>>): readonly string[] =>
      actions(show(<ReviewScreen state={{ ...REVIEW, outcome: missed, preview: null, ...more }} />));
    expect(offeredOn({})).toEqual([
      'replay',
      'keep-clip',
      'more-time',
      'profile',
      'opt-out',
      'redo',
      'cancel',
    ]);
    expect(offeredOn({ attemptsLeft: 0 })).not.toContain('more-time');
    expect(offeredOn({ outcome: { kind: 'redo', reasons: ['light.too_dark'] } })).not.toContain('more-time');
  });
});

describe('the recording', () => {
  it('asks for nothing in the profile without movements, not even for the gaze', () => {
    const choices = { ...FIRST_CHOICES, profile: 'no-gestures' } as const;
    const markup = show(<CaptureScreen state={{ ...RECORDING, choices }} />);
    expect(markup).toContain(enLater['recording.still']);
    expect(markup).not.toContain(enLater['recording.ahead']);
    expect(markup).not.toContain('candor-cue"');
  });

  it('has no colour unless one is due', () => {
    expect(show(<CaptureScreen state={RECORDING} />)).not.toMatch(/rgb\(|data-lit="true"/);
    const lit = show(<CaptureScreen state={{ ...RECORDING, colour: [89, 202, 89] }} />);
    expect(lit).toContain('fill="rgb(89, 202, 89)"');
    expect(lit).not.toContain('style=');
  });
});

describe('the ways out', () => {
  it.each([
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

describe('a failure', () => {
  it.each(ERROR_CODES)(
    '%s says what happened, what to do, and its code, with the first words only',
    (code) => {
      const markup = show(<FailedScreen state={failed(code)} />, firstOnly);
      expect(markup).toContain(code);
      expect(markup).toContain('candor-note');
      expect(markup).not.toMatch(/error\.[a-z_]+(\.[a-z_]+)*\.(cause|remedy)/);
    },
  );

  it('shows retry only where it can help', () => {
    expect(actions(show(<FailedScreen state={failed('camera.lost')} />))).toContain('retry');
    const final = failed('env.unsupported', { retryable: false });
    expect(actions(show(<FailedScreen state={final} />))).not.toContain('retry');
  });

  it('says that nothing is lost while the sealed envelope is kept', () => {
    const kept = failed('submit.network', { envelopeKept: true });
    expect(show(<FailedScreen state={kept} />)).toContain(en['failed.kept']);
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
      locale: 'en',
    };
    const screens = [
      <NoticeScreen key="1" state={{ kind: 'notice', view: VIEW, undelivered: null }} />,
      <PermissionScreen key="2" state={{ kind: 'permission', waitingLong: true }} />,
      <OptedOutScreen key="3" state={optedOut} />,
      <FailedScreen key="4" state={failed('internal')} />,
    ];
    for (const screen of screens) expect(show(screen, firstOnly)).toBe(show(screen));
  });

  it('have one hint for every reason while positioning', () => {
    const hints = [...REASON_CODES, 'picture_too_small' as const].map((hint) => hintText(hint, t));
    expect(hints.filter((hint) => /reason[.]|hint[.]/.test(hint))).toEqual([]);
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
    receipt: {
      version: 1,
      endpoint: 'https://verify.example',
      outcome,
      consent: {},
      consentHash: 'h',
      noticeVersion: 'v-7',
    },
    record: null,
    problem: null,
    verdict: null,
  };

  it('offers the file, what is stored, the withdrawal, and to contest a review', () => {
    expect(actions(show(<DoneScreen state={done} />))).toEqual([
      'contest',
      'download-receipt',
      'my-data',
      'withdraw',
    ]);
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

describe('an earlier check that was not delivered', () => {
  const since = '2026-03-01T10:00:00.000Z';
  const note = (undelivered: Undelivered): string =>
    show(<NoticeScreen state={{ kind: 'notice', view: VIEW, undelivered }} />, firstOnly);

  it('stands before the notice, and may be sent or deleted by its own controls', () => {
    const markup = note({ kind: 'waiting', since });
    expect(markup.indexOf('data-action="send"')).toBeGreaterThan(0);
    expect(markup.indexOf('data-action="discard"')).toBeLessThan(markup.indexOf('data-action="consent"'));
    expect(markup).toContain(en['undelivered.waiting']);
  });

  it('that may have arrived can be deleted, not sent', () => {
    const markup = note({ kind: 'unanswered', since });
    expect(markup).not.toContain('data-action="send"');
    expect(markup).toContain('data-action="discard"');
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
    [{ kind: 'may-have-arrived', error: new CandorError('internal') }, 'ended.mayHaveArrived', true],
  ])('say of %o what is known', (aftermath, key, asksAgain) => {
    const markup = show(<CancelledScreen state={{ kind: 'cancelled', aftermath }} />, firstOnly);
    expect(markup).toContain(t(key, { name: 'Shop Ltd' }));
    expect(markup.includes('data-action="withdraw"')).toBe(asksAgain);
  });
});
