import { describe, expect, it } from 'vitest';
import { OperatorsPresence } from './presence.js';

/** A clock and three operators whose answers are given. */
function watched(answers: readonly boolean[]) {
  let nowMs = 0;
  let asked = 0;
  const presence = new OperatorsPresence(
    async () => {
      asked += 1;
      return answers[asked - 1] ?? true;
    },
    () => nowMs,
  );
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { presence, pass, asked: () => asked };
}

describe('whether the three answer', () => {
  it('is asked once, however many sellers come within half a minute', async () => {
    const { presence, pass, asked } = watched([true]);
    expect(await Promise.all([presence.areThere(), presence.areThere()])).toEqual([true, true]);
    pass(29_999);
    expect(await presence.areThere()).toBe(true);
    expect(asked()).toBe(1);
    pass(1);
    await presence.areThere();
    expect(asked()).toBe(2);
  });

  it('is asked again within seconds where one was away', async () => {
    const { presence, pass, asked } = watched([false, false, true]);
    expect(await presence.areThere()).toBe(false);
    pass(2_999);
    expect(await presence.areThere()).toBe(false);
    expect(asked()).toBe(1);
    pass(1);
    expect(await presence.areThere()).toBe(false);
    pass(3_000);
    expect(await presence.areThere()).toBe(true);
  });

  it('is what an admission has shown', async () => {
    const { presence, asked } = watched([]);
    presence.note(true);
    expect(await presence.areThere()).toBe(true);
    presence.note(false);
    expect(await presence.areThere()).toBe(false);
    expect(asked()).toBe(0);
  });
});
