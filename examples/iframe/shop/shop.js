import { mountFrame } from './candor/frame.js';

const next = document.querySelector('#next');
const src = document.querySelector('meta[name="check"]').getAttribute('content');

mountFrame(document.querySelector('#check'), {
  // Your own pseudonymous id of the seller. Better: an address that your backend signs, and the frame's backend checks.
  src: `${src}?seller=shop:blue-teapots`,
  title: 'Seller verification',
  // Words for the seller. What opens the shop is the signed message that your backend hears (examples/backend).
  onDone: ({ verificationId }) => {
    next.textContent = `Thank you. We open your shop as soon as our server hears of ${verificationId}.`;
  },
  onOptOut: ({ alternativeId }) => {
    next.textContent = `Thank you. We write to you about the next step (${alternativeId}).`;
  },
  onWithdrawn: ({ verificationId }) => {
    next.textContent = `You have withdrawn ${verificationId}. We write to you about another way.`;
  },
  onError: ({ code }) => {
    // Of the frame alone: the widget tells the seller about its own failures.
    if (code === 'frame.no_answer') next.textContent = 'The check does not load. Please try again later.';
  },
});
