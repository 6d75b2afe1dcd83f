import { describe, expect, it } from 'vitest';
import { requestOf, UsageError } from './request.js';

describe('npm run models', () => {
  it.each([
    [[], { kind: 'build' }],
    [['--embedding', 'dlib'], { kind: 'choose', name: 'dlib' }],
    [
      ['--card', 'card.json', '--embedding', 'mine.onnx'],
      { kind: 'bring', modelPath: 'mine.onnx', cardPath: 'card.json' },
    ],
    [['--help', '--card', 'card.json'], { kind: 'help' }],
  ])('%j', (args, request) => expect(requestOf(args)).toEqual(request));

  it('refuses a card of no model, where it would leave all as it was and say nothing', () => {
    expect(() => requestOf(['--card', 'card.json'])).toThrow(UsageError);
    expect(() => requestOf(['--card', 'card.json'])).toThrow(
      '--card card.json describes a model: --embedding',
    );
  });
});
