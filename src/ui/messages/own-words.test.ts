import { describe, expect, it } from 'vitest';
import { ownWords } from './own-words.js';

describe('the words of a host', () => {
  it('are taken where they are words; what is absent leaves ours', () => {
    const given = { 'widget.name': 'Check', 'widget.cancel': undefined, 'widget.optOut': null };
    expect(ownWords(given as object)).toEqual({ own: { 'widget.name': 'Check' }, faults: [] });
    expect(ownWords(undefined)).toEqual({ own: {}, faults: [] });
    expect(ownWords(null)).toEqual({ own: {}, faults: [] });
  });

  it('that throw when they are read, or are no text, are the fault of the host and change nothing', () => {
    const given = {
      'widget.name': 'Check',
      'failed.title': 7,
      get 'widget.cancel'(): string {
        throw new Error('no catalogue yet');
      },
    };
    const { own, faults } = ownWords(given as object);
    expect(own).toEqual({ 'widget.name': 'Check' });
    expect(faults.map(String)).toEqual([
      "TypeError: candor: messages['failed.title'] is no text",
      'Error: no catalogue yet',
    ]);
  });

  it('whose catalogue itself throws are none', () => {
    const given = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('not loaded');
        },
      },
    );
    expect(ownWords(given)).toEqual({ own: {}, faults: [new Error('not loaded')] });
  });
});
