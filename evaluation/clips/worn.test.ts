import { describe, expect, it } from 'vitest';
import { createRenderer, genuine, IDENTITIES, pictureAt } from '../../src/testing/index.js';
import { WORN, wearing } from './worn.js';

const options = { identity: IDENTITIES.ada, challenge: [], durationMs: 500 } as const;
const FORMS = 2;

describe('wearing', () => {
  it('has glasses, beards and headscarves', () => {
    expect(WORN).toEqual(['glasses', 'beard', 'headscarf']);
  });

  it.each(WORN)('shows another face with each of two forms of %s', (worn) => {
    const renderer = createRenderer(320, 240);
    const scripts = [
      genuine(options),
      ...Array.from({ length: FORMS }, (_, number) => wearing(options, worn, number)),
    ];
    const pictures = scripts.map((script) =>
      Buffer.from(pictureAt(renderer, script, 0).rgb).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(FORMS + 1);
  });
});
