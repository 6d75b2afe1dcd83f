import { describe, expect, it } from 'vitest';
import { type Lane, runLanes } from './lanes.js';
import { SUITES } from './suites.js';

const suite = (name: string, lane: Lane) => ({ name, lane });
const FIRST = suite('first', 'first');
const BROWSERS = [suite('clips', 'browsers'), suite('e2e', 'browsers')] as const;
const BESIDE = [suite('types', 'beside'), suite('unit', 'beside')] as const;

/** Runs that end when they are told to. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, (name: string) => void>();
  const run = ({ name }: { readonly name: string }, place: string): Promise<string> => {
    begun.push(`${name} ${place}`);
    return new Promise((resolve) => ends.set(name, resolve));
  };
  /** Until whoever waited for it has gone on. */
  const end = async (name: string): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    ends.get(name)?.(name);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, run, end };
}

describe('the suites of npm test', () => {
  it('run one after the other within a lane, and two lanes at a time after the first', async () => {
    const { begun, run, end } = held();
    const all = runLanes([...BESIDE, FIRST, ...BROWSERS], run);
    expect(begun).toEqual(['first alone']);
    await end('first');
    expect(begun.slice(1)).toEqual(['clips alone', 'types beside']);
    await end('types');
    expect(begun.slice(3)).toEqual(['unit beside']);
    await end('clips');
    expect(begun.slice(4)).toEqual(['e2e alone']);
    for (const name of ['e2e', 'unit']) await end(name);
    expect(await all).toEqual(['first', 'types', 'unit', 'clips', 'e2e']);
  });

  it('step back for no browser where none was asked for', async () => {
    const { begun, run, end } = held();
    const all = runLanes(BESIDE, run);
    for (const { name } of BESIDE) await end(name);
    await all;
    expect(begun).toEqual(['types alone', 'unit alone']);
  });

  it('play no camera beside another browser, and build first', () => {
    const inLane = (wanted: Lane) => SUITES.filter(({ lane }) => lane === wanted).map(({ name }) => name);
    expect(inLane('browsers')).toEqual(['clips', 'package', 'e2e', 'engines']);
    expect(inLane('first')).toEqual(['lint', 'models', 'build']);
  });
});
