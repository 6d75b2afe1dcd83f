import { expect, it } from 'vitest';
import { joinIds, newId, splitIds } from './ids.js';

it('joins ids to one text, and splits them again', () => {
  const ids = Array.from({ length: 300 }, newId);
  expect(splitIds(joinIds(ids))).toEqual(ids);
  expect(splitIds(joinIds([]))).toEqual([]);
});
