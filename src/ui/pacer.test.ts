import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pacer } from './pacer.js';

const GAP_MS = 1_000;

describe('Pacer', () => {
  let said: string[];
  let pacer: Pacer<string>;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    pacer = new Pacer(GAP_MS, (text) => said.push(text));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says the first thing at once', () => {
    pacer.offer('closer');
    expect(said).toEqual(['closer']);
  });

  it('waits out the gap and then says only the last of what came meanwhile', () => {
    pacer.offer('closer');
    pacer.offer('back');
    pacer.offer('hold still');
    vi.advanceTimersByTime(GAP_MS - 1);
    expect(said).toEqual(['closer']);
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['closer', 'hold still']);
  });

  it('does not say the same twice within a gap, but again when it happens again', () => {
    pacer.offer('not sent');
    pacer.offer('sending');
    pacer.offer('not sent');
    vi.advanceTimersByTime(GAP_MS);
    expect(said).toEqual(['not sent']);
    pacer.offer('not sent');
    vi.advanceTimersByTime(GAP_MS);
    expect(said).toEqual(['not sent', 'not sent']);
  });

  it('keeps the gap after what waited, too', () => {
    pacer.offer('a');
    pacer.offer('b');
    vi.advanceTimersByTime(GAP_MS);
    pacer.offer('c');
    expect(said).toEqual(['a', 'b']);
    vi.advanceTimersByTime(GAP_MS);
    expect(said).toEqual(['a', 'b', 'c']);
  });

  it('says what opens a step at once, drops what waited, and keeps the gap after it', () => {
    pacer.offer('75 %');
    pacer.offer('100 %');
    pacer.sayNow('Five seconds are recorded.');
    pacer.offer('closer');
    expect(said).toEqual(['75 %', 'Five seconds are recorded.']);
    vi.advanceTimersByTime(GAP_MS);
    expect(said).toEqual(['75 %', 'Five seconds are recorded.', 'closer']);
  });

  it('says nothing after it was stopped, and leaves no timer', () => {
    pacer.offer('a');
    pacer.offer('b');
    pacer.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(10 * GAP_MS);
    expect(said).toEqual(['a']);
  });
});
