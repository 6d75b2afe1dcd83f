import { describe, expect, it } from 'vitest';
import { refusing } from './answers.fixture.js';
import { type FakeBrowser, fakeBrowser } from './browser-doubles.fixture.js';
import { appAround } from './in-app.js';
import { requestStream } from './request-stream.js';

const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007; wv) AppleWebKit/537.36';
const WEB_VIEW = `${ANDROID} (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36`;
const IN_APPS: readonly (readonly [app: string, userAgent: string])[] = [
  ['Instagram', `${IOS} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; en_US; en; scale=3.00)`],
  ['Instagram', `${WEB_VIEW} Instagram 336.0.0.35.90 Android (34/14; 450dpi; 1080x2115; samsung; SM-S918B)`],
  [
    'Facebook',
    `${IOS} Mobile/15E148 [FBAN/FBIOS;FBAV/465.0.0.41.104;FBBV/602638124;FBDV/iPhone14,5;FBMD/iPhone]`,
  ],
  ['Facebook', `${WEB_VIEW} [FB_IAB/FB4A;FBAV/468.1.0.56.78;]`],
  ['Messenger', `${WEB_VIEW} [FB_IAB/Orca-Android;FBAV/462.0.0.15.106;]`],
  ['Messenger', `${IOS} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/460.0.0.38.109]`],
  ['WeChat', `${IOS} Mobile/15E148 MicroMessenger/8.0.49(0x1800312c) NetType/WIFI Language/en`],
  [
    'WeChat',
    `${WEB_VIEW} XWEB/1260079 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x2800315A) WeChat/arm64`,
  ],
  ['TikTok', `${IOS} Mobile/15E148 musical_ly_35.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en`],
  ['TikTok', `${WEB_VIEW} trill_350103 JsSdk/1.0 NetType/WIFI Channel/googleplay BytedanceWebview/d8a21c6`],
  ['Line', `${IOS} Mobile/15E148 Safari Line/14.8.0`],
  ['Line', `${WEB_VIEW} Line/14.8.1/IAB`],
  ['an Android app', WEB_VIEW],
  ['an iOS app', `${IOS} Mobile/15E148`],
];
const OWN_BROWSERS: readonly (readonly [name: string, userAgent: string])[] = [
  ['Safari on a phone', `${IOS} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['Chrome on iOS', `${IOS} CriOS/126.0.6478.108 Mobile/15E148 Safari/604.1`],
  ['Firefox on iOS', `${IOS} FxiOS/127.1 Mobile/15E148 Safari/605.1.15`],
  ['Chrome on Android', WEB_VIEW.replace('; wv', '').replace('Version/4.0 ', '')],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  ['Samsung Internet', WEB_VIEW.replace('; wv', '').replace('Version/4.0', 'SamsungBrowser/25.0')],
  [
    'Safari on a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  ],
  ['nothing', ''],
];

describe('the browser of another app', () => {
  it.each(IN_APPS)('%s is known by its name: %s', (app, userAgent) => {
    expect(appAround(userAgent)).toBe(app);
  });

  it.each(OWN_BROWSERS)('is none of %s', (_, userAgent) => {
    expect(appAround(userAgent)).toBeNull();
  });
});

describe('a camera that is refused', () => {
  const [, instagram = ['', '']] = IN_APPS;
  const refusedIn = (browser: FakeBrowser) =>
    requestStream(fakeBrowser(browser), {}, new AbortController().signal);
  const atOnce = refusing('NotAllowedError');
  const later = async (): Promise<never> => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return atOnce();
  };

  it('at once in the browser of another app leads to a browser, which is named for the page’s developer', async () => {
    await expect(refusedIn({ getUserMedia: atOnce, userAgent: instagram[1] })).rejects.toMatchObject({
      code: 'env.unsupported',
      detail: 'no camera in the browser of Instagram',
    });
  });

  it.each<readonly [string, FakeBrowser, string]>([
    [
      'by a seller who was asked there',
      { getUserMedia: later, userAgent: instagram[1] },
      'camera.permission_denied',
    ],
    ['at once in a browser of its own', { getUserMedia: atOnce }, 'camera.permission_denied'],
    [
      'by the page’s own policy',
      { getUserMedia: atOnce, userAgent: instagram[1], cameraAllowed: false },
      'env.policy_blocked',
    ],
    [
      'for want of one',
      { getUserMedia: refusing('NotFoundError'), userAgent: instagram[1] },
      'camera.not_found',
    ],
  ])('%s is told as everywhere', async (_, browser, code) => {
    await expect(refusedIn(browser)).rejects.toMatchObject({ code });
  });
});
