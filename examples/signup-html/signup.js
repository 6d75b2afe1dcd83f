// The check is one step among others, and has two good ends.
const check = document.querySelector('candor-verification');
const next = document.querySelector('#next');

check.addEventListener('done', ({ detail: { outcome } }) => {
  next.textContent = `Thank you. We look at ${outcome.verificationId} and open your shop.`;
});
check.addEventListener('optout', ({ detail: { alternative } }) => {
  next.textContent = `Thank you. We write to you about the next step (${alternative.id}).`;
});
