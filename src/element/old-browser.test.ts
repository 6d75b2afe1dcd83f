// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CandorVerificationElement } from './verification-element.js';

/** What jsdom lacks of forms, a Safari before 16.4 lacks altogether. */
const attachInternals = HTMLElement.prototype.attachInternals;

afterEach(() => {
  document.body.replaceChildren();
  HTMLElement.prototype.attachInternals = attachInternals;
});

function upgraded(): CandorVerificationElement {
  document.body.innerHTML = '<form><candor-verification name="check" required></candor-verification></form>';
  const element = document.querySelector('candor-verification');
  if (!(element instanceof CandorVerificationElement)) throw new TypeError('it was not upgraded');
  return element;
}

describe.each([
  [
    'no attachInternals at all, as in Safari before 16.4',
    () => Reflect.deleteProperty(HTMLElement.prototype, 'attachInternals'),
  ],
  ['one without forms, as in jsdom', () => {}],
])('in a browser with %s', (_, leaveOut) => {
  it('the element is there, says what is missing, and holds no form up', async () => {
    leaveOut();
    const element = upgraded();
    // Its endpoint is missing, which only a widget that runs can say.
    await vi.waitFor(
      () => {
        expect(element.dataset.code).toBe('config.invalid');
        expect(element.shadowRoot?.querySelector('.candor-title')).not.toBeNull();
      },
      { timeout: 20_000 },
    );
    expect(element.form).toBe(document.querySelector('form'));
    expect([element.value, element.validity.valid, element.willValidate]).toEqual(['', true, false]);
    expect(element.checkValidity()).toBe(true);
  });
});
