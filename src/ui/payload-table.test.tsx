import { describe, expect, it } from 'vitest';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { REVIEW, show } from './screens.fixture.js';

describe('what would be sent, in the review', () => {
  const { preview } = REVIEW;
  if (preview === null) throw new TypeError('no preview');

  it('says that the marketplace alone can open it, where it can', () => {
    const markup = show(<ReviewScreen state={REVIEW} />);
    expect(markup).toContain('Only the marketplace can open it (x-wing).');
    expect(markup).not.toContain('three parts');
  });

  it('names the three who each get a part of the face, and says nothing of the marketplace opening it', () => {
    const split = { ...preview, operators: ['Audit Ltd', 'Market Ltd', 'Trustee'] };
    const markup = show(<ReviewScreen state={{ ...REVIEW, preview: split }} />);
    expect(markup).toContain('go in three parts to Audit Ltd, Market Ltd, and Trustee. None of them alone');
    expect(markup).not.toContain('Only the marketplace');
  });
});
