import { SellerVerification } from 'candor';
import { createRoot, type Root } from 'react-dom/client';
import 'candor/style.css';

/** A page on which one widget after another can be gone through, with a stopwatch that only watches the DOM. */

/** `performance.now()` of what a person could have seen, ms. */
export interface Marks {
  consentClick?: number;
  firstAnalysedFrame?: number;
  clipEnd?: number;
  payloadReady?: number;
  sendClick?: number;
  accepted?: number;
}

declare global {
  interface Window {
    mount(): void;
    unmount(): void;
    readonly marks: Marks;
    /** Main-thread tasks over 50 ms while recording, ms. */
    readonly longTasks: readonly number[];
  }
}

const endpoint = document.querySelector<HTMLMetaElement>('meta[name="candor-endpoint"]')?.content ?? '';
const host = document.querySelector('#root');
if (host === null) throw new Error('the page has no #root');

let root: Root | undefined;
let marks: Marks = {};
const longTasks: number[] = [];
const widget = (): HTMLElement | null => host.querySelector<HTMLElement>('[data-state]');

function mark(name: keyof Marks): void {
  marks[name] ??= performance.now();
}

function look(): void {
  const state = widget()?.dataset.state;
  // The recording that is sent counts, not one that had to be repeated.
  if (state === 'recording') {
    delete marks.clipEnd;
    delete marks.payloadReady;
  }
  if (state === 'review') mark('clipEnd');
  const send = host?.querySelector<HTMLButtonElement>('[data-action="send"]');
  if (send?.disabled === false) mark('payloadReady');
  if (state === 'done') mark('accepted');
}

new MutationObserver(look).observe(host, { subtree: true, childList: true, attributes: true });

host.addEventListener(
  'click',
  ({ target }) => {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset.action;
    if (action === 'consent') mark('consentClick');
    if (action === 'send') mark('sendClick');
  },
  { capture: true },
);

new PerformanceObserver((entries) => {
  if (widget()?.dataset.state !== 'recording') return;
  for (const { duration } of entries.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask' });

new PerformanceObserver((entries) => {
  for (const { startTime } of entries.getEntriesByName('candor:first-frame'))
    marks.firstAnalysedFrame ??= startTime;
}).observe({ type: 'mark' });

Object.defineProperties(window, {
  marks: { get: () => marks },
  longTasks: { get: () => longTasks },
});

window.mount = () => {
  marks = {};
  longTasks.length = 0;
  root = createRoot(host);
  root.render(
    <SellerVerification endpoint={endpoint} embeddingBackend="wasm" allowedCameraLabels={['.mjpeg']} />,
  );
};

window.unmount = () => root?.unmount();
