// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOf } from './failures.js';
import {
  ERROR_CODES,
  type FailureCode,
  SellerData,
  SellerVerification,
  type SellerVerificationProps,
  type SimulatedVerification,
  simulateVerification,
} from './index.js';

// What the build of `candor/testing/jsdom` does (tools/build/doors.ts).
vi.mock('../../flow/wire-up.js', () => import('./wire-up.js'));
vi.mock('../../flow/desk-wire-up.js', () => import('./desk-wire-up.js'));

// The clip's fifty pictures come as fast as the machine is free.
configure({ asyncUtilTimeout: 10_000 });

let verification: SimulatedVerification;
const complaints: unknown[][] = [];

beforeEach(() => {
  verification = simulateVerification();
  vi.spyOn(console, 'error').mockImplementation((...said) => void complaints.push(said));
});
afterEach(() => {
  cleanup();
  expect(complaints.splice(0), 'what React complained of').toEqual([]);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show(props: Partial<SellerVerificationProps> = {}) {
  return render(<SellerVerification endpoint="https://verify.example" locale="en" {...props} />);
}

const root = (): Element | null => document.querySelector('[data-state]');
const action = (name: string): Element | null => document.querySelector(`[data-action="${name}"]`);
const press = (name: string): boolean => fireEvent.click(action(name) ?? document);
const stateIs = (kind: string) => waitFor(() => expect(root()?.getAttribute('data-state')).toBe(kind));

function holdingItself(): object {
  const held = {};
  return Object.assign(held, { held });
}

describe('a simulated verification', () => {
  it('shows the notice of a marketplace that does not exist, and every screen up to the receipt', async () => {
    const onDone = vi.fn();
    show({ onDone });
    expect(await screen.findAllByText(/Test Market/)).not.toHaveLength(0);
    await verification.consent();
    await verification.reachPositioning();
    await waitFor(() => expect(action('start')?.getAttribute('aria-disabled')).not.toBe('true'));
    await verification.finish('no_duplicate');
    await stateIs('done');
    await waitFor(() => expect(action('download-receipt')).not.toBeNull());
    const { outcome } = onDone.mock.calls[0]?.[0] ?? {};
    expect(outcome).toMatchObject({ verificationId: 'v1', status: 'no_duplicate' });
    expect(outcome).not.toHaveProperty('removalToken');
  });

  it('goes the whole way from the first screen, under StrictMode too', async () => {
    const kinds: string[] = [];
    render(
      <StrictMode>
        <SellerVerification
          endpoint="https://verify.example"
          onStateChange={({ kind }) => kinds.push(kind)}
        />
      </StrictMode>,
    );
    await verification.finish('needs_review');
    expect(verification.state).toMatchObject({
      kind: 'done',
      receipt: { outcome: { status: 'needs_review' } },
    });
    expect([...new Set(kinds)]).toEqual([
      'notice',
      'downloading',
      'permission',
      'positioning',
      'recording',
      'review',
      'sending',
      'done',
    ]);
  });

  it('can be pressed through as a seller would', async () => {
    show();
    await stateIs('notice');
    press('consent');
    await stateIs('positioning');
    await waitFor(() => expect(action('start')?.getAttribute('aria-disabled')).not.toBe('true'));
    press('start');
    await stateIs('review');
    await waitFor(() => expect(action('send')).not.toBeNull());
    press('send');
    await stateIs('done');
    await waitFor(() => expect(action('withdraw')).not.toBeNull());
  });

  it('takes a no, with the way that was named', async () => {
    const onOptOut = vi.fn();
    show({ onOptOut });
    await verification.decline('video-call');
    await stateIs('opted-out');
    expect(onOptOut).toHaveBeenCalledWith(
      expect.objectContaining({
        alternative: expect.objectContaining({ id: 'video-call' }),
        caseId: 'case-1',
      }),
    );
  });

  it.each<FailureCode>([
    'camera.permission_denied',
    'assets.load_failed',
    'runtime.gpu_lost',
    'session.attempts_exhausted',
    'clip.wrong_length',
    'submit.refused',
  ])('fails with %s at its place, and goes well when it is tried again', async (code) => {
    const onError = vi.fn();
    show({ onError });
    await verification.fail(code);
    await waitFor(() => expect(root()?.getAttribute('data-code')).toBe(code));
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code }));
    if (action('retry') === null) return;
    press('retry');
    await verification.finish('needs_review');
  });

  it.each<FailureCode>(['env.unsupported', 'discovery.unreachable', 'crypto.unavailable'])(
    'fails with %s before the question',
    async (code) => {
      const failed = verification.fail(code);
      const kinds: string[] = [];
      show({ onStateChange: ({ kind }) => kinds.push(kind) });
      await failed;
      await stateIs('failed');
      expect(kinds).not.toContain('notice');
    },
  );

  it.each<FailureCode>(['assets.load_failed', 'camera.permission_denied'])(
    'fails with %s when it is told so while the files are on their way',
    async (code) => {
      let failed: Promise<void> | null = null;
      const onStateChange = ({ kind }: { readonly kind: string }): void => {
        if (kind === 'downloading') failed ??= verification.fail(code);
      };
      show({ onStateChange });
      await stateIs('notice');
      press('consent');
      await waitFor(() => expect(failed).not.toBeNull());
      await failed;
      await waitFor(() => expect(root()?.getAttribute('data-code')).toBe(code));
    },
  );

  it('fails while the camera is on, too', async () => {
    show();
    await verification.reachPositioning();
    await verification.fail('camera.lost');
    await waitFor(() => expect(root()?.getAttribute('data-code')).toBe('camera.lost'));
  });

  it('says so where the way leads there no more', async () => {
    show();
    await verification.reachPositioning();
    await expect(verification.fail('discovery.unreachable')).rejects.toThrow('any more in positioning');
    await verification.decline();
    await expect(verification.finish('no_duplicate')).rejects.toThrow('is opted-out');
  });

  it.each<[string, unknown]>([
    ['a bigint', 42n],
    ['what holds itself', holdingItself()],
  ])('takes %s as its subject without taking the page with it', async (_, subject) => {
    const props = { endpoint: 'https://verify.example', subject: subject as string };
    expect(() => render(<SellerVerification {...props} />)).not.toThrow();
    expect(() => render(<SellerData {...props} />)).not.toThrow();
    await waitFor(() => expect(document.querySelectorAll('.candor')).toHaveLength(2));
  });

  it('shows its own button where the page’s throws when it is read, and tells the page', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const fault = new ReferenceError('ui is not defined');
    const components = {
      get Button(): never {
        throw fault;
      },
    };
    show({ components });
    await stateIs('notice');
    await waitFor(() => expect(reportError).toHaveBeenCalledWith(fault));
    expect(action('consent')).not.toBeNull();
  });

  it('takes null, as a framework passes for absent, for every option that may be absent', async () => {
    const absent = { locale: null, messages: null, theme: null, profile: null, components: null };
    show(absent as object);
    await stateIs('notice');
  });

  it('shows what is kept in this browser, which is nothing', async () => {
    const { container } = render(<SellerData endpoint="https://verify.example" locale="en" />);
    await waitFor(() => expect(container.querySelector('h2')).not.toBeNull());
  });
});

describe('the codes that can be simulated', () => {
  it('are all that end in `failed`, each with its place', () => {
    const before = [
      'config',
      'consent',
      'optout',
      'withdrawal',
      'objection',
      'receipt',
      'embedding',
      'frame',
    ];
    const left = [...before, 'storage'];
    const codes = ERROR_CODES.filter(
      (code) => !left.includes(code.split('.', 1)[0] ?? '') && code !== 'clip.unsupported',
    );
    for (const code of codes) expect(placeOf(code as FailureCode), code).toBeDefined();
    expect(codes.length).toBeGreaterThan(45);
  });
});
