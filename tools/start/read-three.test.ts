import { describe, expect, it } from 'vitest';
import { readThree, THREE_FOLDER } from './read-three.js';

describe('the arguments of npm start', () => {
  it('go to the receiver as they are without --three', () => {
    expect(readThree(['--data', 'x', '--light'], {})).toEqual({ args: ['--data', 'x', '--light'], demo: {} });
  });

  it('ask for three operators with --three, which the receiver does not get, and for a folder of their own', () => {
    expect(readThree(['--light', '--three'], {})).toEqual({
      args: ['--light', '--data', THREE_FOLDER],
      demo: { three: {} },
    });
  });

  it.each([
    [['--three', '--data', 'x'], {}, ['--data', 'x']],
    [['--data=x', '--three'], {}, ['--data=x']],
    [['--three'], { CANDOR_DATA: 'x' }, []],
  ])('leave a folder that is named: %j %j', (given, env, args) => {
    expect(readThree(given, env)).toEqual({ args, demo: { three: {} } });
  });
});
