import { describe, expect, it } from 'vitest';
import { demoOptions } from '../demo.js';
import { comparisonInWords } from './rates-in-words.js';

const { threshold: demo } = demoOptions();
const { worstGroup: _, ...ungrouped } = demo;

/** One error in 1,000 pairs: 0.56 % at most. */
const few = { ...ungrouped, fmr: 0.001, n: 1_000 };

describe('what a reviewer is told of a match', () => {
  it('has the rate over all and that of the worst measured group, of pairs and of a newcomer', () => {
    const [pairs, group, gallery] = comparisonInWords(demo, 1_000);
    expect(pairs).toContain('1 of 42,700 comparisons (measured on 2,133,145 pairs of people)');
    expect(group).toContain('(East Asian people) it is 1 of 1,960 comparisons, perhaps 1 of 667');
    expect(gallery).toContain('compared with 1,000 other sellers. Of honest newcomers, about 23 of 1,000');
    expect(gallery).toContain('; in the worst group it may be about 78 of 100.');
  });

  it('names no group where none was measured, and says the upper end over all', () => {
    const said = comparisonInWords(few, 100);
    expect(said[1]).toContain('Groups of people were not measured separately');
    expect(said[2]).toContain('Of honest newcomers, about 10 of 100 are then matched by mistake');
    expect(said[2]).toContain('; it may be about 43 of 100 (upper end of the 95 % interval).');
    expect([said[0], said[2]].join(' ')).not.toContain('group');
  });

  it('says on average how many accounts a newcomer is matched with, where it is one or more', () => {
    expect(comparisonInWords(few, 2_000)[2]).toContain('on average with 2 accounts each');
    expect(comparisonInWords(few, 999)[2]).not.toContain('on average');
  });

  it('says of nobody compared that there was nobody, and of an unknown number that it is unknown', () => {
    expect(comparisonInWords(demo, 0)[2]).toBe('There was no other seller to compare with.');
    expect(comparisonInWords(demo, null)[2]).toContain('is not recorded');
    expect(comparisonInWords(demo, 1)[2]).toContain('compared with 1 other seller. Of honest');
  });
});
