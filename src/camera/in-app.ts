/** Browsers inside other apps. A page gets a camera there only where that app passes its question on to the seller; many do not,
 * and nothing that the seller could set in the page's browser changes that. */

/** By what each writes into its User-Agent; the first that fits. The last two are any app's. */
const APPS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Instagram', /\bInstagram\b/],
  ['Messenger', /\bFBAN\/Messenger|\bFB_IAB\/(?:MESSENGER|Orca)/],
  ['Facebook', /\bFB(?:AN|AV|_IAB)\//],
  ['WeChat', /\bMicroMessenger\//],
  ['TikTok', /\b(?:musical_ly|trill|TikTok|BytedanceWebview)/],
  ['Line', /\bLine\//],
  ['an Android app', /\bAndroid\b.*; wv\)/],
  ['an iOS app', /\((?:iPhone|iPad|iPod)\b.*AppleWebKit\/(?!.*\bSafari\/)/],
];

/** The app whose browser this is; null for a browser of its own, as far as it tells. */
export function appAround(userAgent: string): string | null {
  return APPS.find(([, mark]) => mark.test(userAgent))?.[0] ?? null;
}
