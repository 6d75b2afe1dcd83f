import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type SimulatedVerification, simulateVerification } from 'candor/testing/jsdom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignUp } from './SignUp';

let verification: SimulatedVerification;
beforeEach(() => {
  verification = simulateVerification();
  render(<SignUp />);
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
});
afterEach(cleanup);

describe('signing up', () => {
  it('goes on after the check', async () => {
    await verification.finish('no_duplicate');
    expect(await screen.findByText(/open your shop/)).toBeTruthy();
  });

  it('goes on without it', async () => {
    await verification.decline('video-call');
    expect(await screen.findByText(/next step \(video-call\)/)).toBeTruthy();
  });

  it('leaves the seller the other way when the camera is refused', async () => {
    await verification.fail('camera.permission_denied');
    expect(screen.getByRole('button', { name: /without a face check/ })).toBeTruthy();
  });
});
