import { mountFrame } from './candor/frame.js';

const next = document.querySelector('#next');
const src = document.querySelector('meta[name="check"]').content;

mountFrame(document.querySelector('#check'), {
  // Your own pseudonymous id of the seller. Better: an address that your backend signs, and the frame's backend checks.
  src: `${src}?seller=shop:blue-teapots`,
  title: 'Seller verification',
  onDone: ({ verificationId }) => {
    next.textContent = `Thank you. We look at ${verificationId} and open your shop.`;
  },
  onOptOut: ({ alternativeId }) => {
    next.textContent = `Thank you. We write to you about the next step (${alternativeId}).`;
  },
  onError: ({ code }) => {
    // Of the frame alone: the widget tells the seller about its own failures.
    if (code === 'assets.timeout') next.textContent = 'The check does not load. Please try again later.';
  },
});
