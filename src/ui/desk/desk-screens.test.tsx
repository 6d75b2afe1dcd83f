import { describe, expect, it } from 'vitest';
import type { ByOperator, ShareRemoval } from '../../core/record.js';
import type { StoredRecord } from '../../envelope/wire.js';
import type { Contest } from '../../flow/state.js';
import { SCREENS } from '../every-screen.fixture.js';
import { enDesk } from '../messages/en-desk.js';
import { actions, atDesk, show, t, VIEW } from '../screens.fixture.js';
import { LIST, OPEN as OPENED, STORED } from './desk.fixture.js';
import { Held } from './Held.js';
import { KeptHere } from './KeptHere.js';
import { OpenScreen } from './OpenScreen.js';

/** What a seller reads of one check, weeks later. */

type Review = NonNullable<StoredRecord['review']>;

const OPEN: Review = { state: 'open', outcome: null, reviewerKind: null, decidedAt: null };
const FOUND: Review = {
  state: 'closed',
  outcome: 'different_person',
  reviewerKind: 'person',
  decidedAt: '2026-03-02T08:30:12.004Z',
};
const CONTROLLER = { name: 'Shop Ltd', contact: 'privacy@shop.example', address: '1 Street' };

const held = (change: Partial<StoredRecord>, contest: Contest = { kind: 'none' }): string =>
  show(
    <Held
      record={{ ...STORED, ...change }}
      contest={contest}
      draft={{ text: '', setText: () => {}, confirmed: { current: null } }}
      controller={CONTROLLER}
      onContest={() => {}}
    />,
  );
const decision = (markup: string): string | undefined => /data-decision="([^"]+)"/.exec(markup)?.[1];

const awaited = (operator: 0 | 1 | 2): ShareRemoval => ({
  operator,
  name: `Operator ${operator}`,
  state: 'pending',
});
const SIGNED: ShareRemoval = {
  operator: 0,
  name: 'Operator 0',
  state: 'deleted',
  receipt: {
    type: 'candor/share-deletion/1',
    operator: 0,
    model: 'model',
    template: 'a'.repeat(32),
    deletedAt: '2026-03-02T10:00:00.000Z',
  },
  signature: 'A'.repeat(86),
  receiptKey: 'A'.repeat(59),
};
const AWAITED: ByOperator<ShareRemoval> = [awaited(0), awaited(1), awaited(2)];

describe('how it stands', () => {
  it.each<[string, Partial<StoredRecord>, string, string]>([
    [
      'nothing found by the machine',
      { status: 'no_duplicate' },
      'no_duplicate',
      enDesk['decision.nothingFound'],
    ],
    ['a person has not decided', { review: OPEN }, 'open', enDesk['decision.open']],
    ['a person wants to hear', { review: { ...OPEN, state: 'asked' } }, 'asked', enDesk['decision.asked']],
    ['decided', { review: FOUND }, 'different_person', enDesk['decision.found.different_person']],
    ['open again', { review: { ...FOUND, state: 'open' } }, 'open', enDesk['decision.again']],
    [
      'an older receiver',
      { review: undefined, objections: undefined },
      'needs_review',
      enDesk['decision.open'],
    ],
    ['withdrawn', { state: 'withdrawn', review: null }, 'withdrawn', enDesk['decision.gone']],
    [
      'withdrawn, and an operator has not confirmed it',
      { state: 'withdrawn', review: null, shares: AWAITED },
      'withdrawn',
      enDesk['withdrawn.waiting'],
    ],
  ])('is said in words: %s', (_case, change, name, words) => {
    const markup = held(change);
    expect(decision(markup)).toBe(name);
    expect(markup).toContain(words);
    expect(markup).not.toMatch(/decision\.[a-z]/i);
  });

  it('offers what the operators have signed as a file, once one has', () => {
    const deletedAt = '2026-03-02T10:00:00.000Z';
    const withdrawn = { state: 'withdrawn', review: null, deletedAt } as const;
    expect(actions(held({ ...withdrawn, shares: AWAITED }))).not.toContain('download-deletion');
    const [, second, third] = AWAITED;
    expect(actions(held({ ...withdrawn, shares: [SIGNED, second, third] }))).toContain('download-deletion');
  });

  it('says who decided, when, and under which threshold', () => {
    const markup = held({ review: FOUND });
    for (const words of ['Decided by a person', 'March 2, 2026', '0.876', '1 in 2,000']) {
      expect(markup).toContain(words);
    }
    expect(held({ status: 'no_duplicate' })).toContain('No person was asked');
  });

  it('does not say that anything was compared where nobody was there to compare with', () => {
    const first = held({ status: 'no_duplicate', comparedWith: 0 });
    expect(first).toContain(t('status.no_duplicate.body'));
    for (const words of [t('record.threshold'), '0.876', '1 in 2,000', 'Compared', 'omparison'])
      expect(first).not.toContain(words);
    expect(held({ status: 'no_duplicate', comparedWith: 7 })).toContain('Compared by software');
  });

  it('says what the comparison meant for this seller, where the receiver says with how many', () => {
    // 49 of 98,765 pairs: at most 0.00066 (Wilson); among 4,000, 1 − (1 − 0.00066)^4,000 = 92.9 %.
    const among = held({ review: FOUND, comparedWith: 4_000 });
    expect(among).toContain('For one seller compared with 4,000: up to 93%.');
    // In the decision, in what is stored and in how faces are compared.
    expect(among.split('compared with 4,000')).toHaveLength(4);
    expect(held({ review: FOUND, comparedWith: 3 })).toContain('For one seller compared with 3: up to 0.');
    expect(held({ review: FOUND })).not.toContain('For one seller');
  });

  it('keeps what was found before in sight while a person looks again', () => {
    const markup = held({ review: { ...FOUND, state: 'open' } });
    expect(markup).toContain(enDesk['decision.found.different_person']);
  });
});

describe('what the seller may say', () => {
  it('is a text, at any time while something is stored', () => {
    expect(actions(held({ review: FOUND }))).toEqual(['contest', 'contest-text', 'contest-send']);
    expect(held({ review: FOUND })).toMatch(/<textarea[^>]*maxLength="2000"/i);
    expect(actions(held({ state: 'withdrawn', review: null }))).toEqual([]);
  });

  it('is asked for at once where a person waits for it', () => {
    expect(held({ review: { ...OPEN, state: 'asked' } })).toMatch(/<details[^>]*open/);
    expect(held({ review: OPEN })).not.toMatch(/<details[^>]*open/);
  });

  it('is shown again, with its date', () => {
    const objections = [
      { objectionId: 'o', text: 'My sister <sells> here.', at: '2026-03-02T10:00:00.000Z' },
    ];
    expect(held({ review: OPEN, objections })).toContain('My sister &lt;sells&gt; here.');
  });

  it('is not asked for once no more is taken', () => {
    const objections = Array.from({ length: 5 }, (_, index) => ({
      objectionId: `o-${index}`,
      text: 'No.',
      at: '2026-03-02T10:00:00.000Z',
    }));
    const markup = held({ review: OPEN, objections });
    expect(actions(markup)).toEqual(['contest']);
    expect(markup).toContain(enDesk['contest.none']);
  });

  it('is confirmed, and how often it may be said is known', () => {
    const objection = {
      objectionId: 'o-1',
      verificationId: 'v-1',
      at: '2026-03-02T10:00:00.000Z',
      objectionsLeft: 3,
    };
    const markup = held({ review: OPEN }, { kind: 'received', objection });
    expect(markup).toContain('data-objection="o-1"');
    expect(markup).toContain('Messages left: 3');
  });

  it('goes to the contact where the receiver takes no objections', () => {
    const markup = held({ objections: undefined });
    expect(markup).toContain('mailto:privacy@shop.example');
    expect(markup).not.toContain('<textarea');
  });
});

describe('what is stored', () => {
  it('is named field by field, also one that this version does not know', () => {
    const markup = held({ fields: ['embedding', 'subject', 'gait'] });
    for (const words of [enDesk['field.embedding'], enDesk['record.subject'], 'gait']) {
      expect(markup).toContain(words);
    }
  });
});

describe('what this browser keeps', () => {
  const list = (looking: boolean, readable = true): string => {
    const kept = { receipts: [], clips: [], undelivered: null, readable };
    return show(<KeptHere state={{ ...LIST, kept, looking }} name="Shop Ltd" send={() => {}} />);
  };

  it('is not called watchable where the key to it is lost', () => {
    const markup = show(<KeptHere state={LIST} name="Shop Ltd" send={() => {}} />);
    expect(markup).toContain(enDesk['mine.clipLost']);
    expect(markup).not.toContain('can watch it.');
  });

  it('is looked for before it is said that there is nothing', () => {
    expect(list(true)).toContain(enDesk['desk.looking']);
    expect(list(true)).not.toContain(enDesk['desk.keptNothing']);
    expect(list(false)).toContain(enDesk['desk.keptNothing']);
  });

  it('is not called nothing where the storage did not answer', () => {
    expect(list(false, false)).toContain(enDesk['desk.unread']);
    expect(list(false, false)).not.toContain(enDesk['desk.keptNothing']);
  });

  it('says until when a result that waits can be sent', () => {
    const markup = show(<KeptHere state={LIST} name="Shop Ltd" send={() => {}} />);
    expect(markup).toContain(`data-until="${STORED.deleteAfter}"`);
  });
});

describe('whom to ask about an open receipt', () => {
  const open = (notice: Parameters<typeof show>[2]): string =>
    show(<OpenScreen state={OPENED} send={() => {}} />, undefined, notice);

  it('is said once, in the widget and on a page of its own', () => {
    for (const notice of [VIEW, null]) expect(open(notice).match(/mailto:/g)).toHaveLength(1);
  });
});

describe('the words of a desk', () => {
  const ofDesk = SCREENS.filter(([name]) => /list of|“My data”|open receipt|withdraw|^done/.test(name));

  it('are all that a desk and the last screens say: those of the recording are not fetched for them', () => {
    expect(ofDesk).toHaveLength(8);
    for (const [name, screen] of ofDesk) expect(show(screen, atDesk), name).toBe(show(screen));
  });
});
