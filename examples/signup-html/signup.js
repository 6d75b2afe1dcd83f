// The check is one step among others, and has two good ends. These are words for the seller: whoever owns the browser can make the page
// say anything, so what opens the shop is the signed message that your backend hears (examples/backend).
const check = document.querySelector('candor-verification');
const next = document.querySelector('#next');

check.addEventListener('done', ({ detail: { outcome } }) => {
  next.textContent = `Thank you. We open your shop as soon as our server hears of ${outcome.verificationId}.`;
});
check.addEventListener('optout', ({ detail: { alternative } }) => {
  next.textContent = `Thank you. We write to you about the next step (${alternative.id}).`;
});
