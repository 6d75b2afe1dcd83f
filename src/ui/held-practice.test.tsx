// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FlowCommand } from '../flow/state.js';
import { CaptureScreen } from './screens/CaptureScreen.js';
import { inWidget, POSITIONING, TEXT } from './screens.fixture.js';
import { useAutoStart } from './useAutoStart.js';
import { PRACTICE_MS } from './usePractice.js';

/** A seller who practises was promised that nothing is recorded: the screen has to hold the recording that starts by itself. */

let commands: FlowCommand['type'][];
const send = ({ type }: FlowCommand): void => void commands.push(type);
const practising = { current: false };

beforeEach(() => {
  commands = [];
  practising.current = false;
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** As the widget has it: the screen, and beside it what starts by itself. */
function Positioned({
  autoStart,
  ready,
}: {
  readonly autoStart: boolean;
  readonly ready: boolean;
}): ReactElement {
  const state = { ...POSITIONING, ready };
  useAutoStart(autoStart, state, send, practising);
  return inWidget(<CaptureScreen state={state} />, TEXT, { send, autoStart, practising });
}

const practise = (): boolean =>
  fireEvent.click(document.querySelector('[data-action="practise"]') ?? document);
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

it('a practice holds the recording that would start by itself, and then the face must be steady anew', () => {
  const { rerender } = render(<Positioned autoStart ready={false} />);
  practise();
  pass(1);
  rerender(<Positioned autoStart ready />);
  pass(PRACTICE_MS - 2);
  expect(document.querySelector('[data-practice]')).not.toBeNull();
  expect(commands).toEqual([]);
  pass(1);
  expect(document.querySelector('[data-practice]')).toBeNull();
  expect(commands).toEqual(['choose']);
  pass(1_000);
  expect(commands.slice(0, 2)).toEqual(['choose', 'start']);
});

it('a seller who leaves the screen while practising holds nothing any more', () => {
  const { unmount } = render(<Positioned autoStart ready={false} />);
  practise();
  pass(1);
  expect(practising.current).toBe(true);
  unmount();
  expect(practising.current).toBe(false);
});

it('a practice holds nothing where the seller presses start', () => {
  render(<Positioned autoStart={false} ready />);
  practise();
  pass(PRACTICE_MS + 1);
  expect(practising.current).toBe(false);
  expect(commands).toEqual([]);
});
