/** The page that shows the check at work, in a frame (`tools/docs/live-demo.ts` builds what is in it). */

/** The document that it is shown below, as VitePress names it. */
export const DEMO_PAGE = 'live-demo.md';

/** Below the site's own address. */
export const DEMO_FOLDER = 'live-demo-frame';

/** Of the frame, besides its address. */
export const DEMO_FRAME = {
  title: 'Candor, live',
  allow: 'camera',
  referrerpolicy: 'no-referrer',
  style: 'width: 100%; height: min(60rem, 90vh); border: 1px solid var(--vp-c-divider); border-radius: 8px',
} as const;
