import { describe, expect, it } from 'vitest';
import { type Lane, runLanes } from './lanes.js';
import { SUITES } from './suites.js';

const suite = (name: string, lane: Lane) => ({ name, lane });
const FIRST = suite('first', 'first');
const PACKAGE = [suite('clips', 'package'), suite('package', 'package')] as const;
const BROWSERS = suite('e2e', 'browsers');
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
  it('run one after the other within a lane, two lanes at a time after the first, and browsers alone', async () => {
    const { begun, run, end } = held();
    const all = runLanes([...BESIDE, FIRST, ...PACKAGE, BROWSERS], run);
    expect(begun).toEqual(['first alone']);
    await end('first');
    expect(begun.slice(1)).toEqual(['clips alone', 'types beside']);
    await end('types');
    expect(begun.slice(3)).toEqual(['unit beside']);
    await end('clips');
    expect(begun.slice(4)).toEqual(['package alone']);
    await end('package');
    expect(begun.slice(5)).toEqual([]);
    await end('unit');
    expect(begun.slice(5)).toEqual(['e2e alone']);
    await end('e2e');
    expect(await all).toEqual(['first', 'types', 'unit', 'clips', 'package', 'e2e']);
  });

  it('step back for nothing where no package is asked for', async () => {
    const { begun, run, end } = held();
    const all = runLanes(BESIDE, run);
    for (const { name } of BESIDE) await end(name);
    await all;
    expect(begun).toEqual(['types alone', 'unit alone']);
  });

  it('play no camera beside anything else, and build first', () => {
    const inLane = (wanted: Lane) => SUITES.filter(({ lane }) => lane === wanted).map(({ name }) => name);
    expect(inLane('browsers')).toEqual(['e2e', 'engines']);
    expect(inLane('first')).toEqual(['lint', 'models', 'build']);
  });
});
