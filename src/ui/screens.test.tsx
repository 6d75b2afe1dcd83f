import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CandorError } from '../core/errors.js';
import type { NoticeView } from '../flow/state.js';
import { en } from './messages/en.js';
import { enLater } from './messages/en-later.js';
import { translator } from './messages/fill.js';
import { loadFirst } from './messages/load.js';
import { SHIPPED_LANGUAGES } from './messages/shipped.js';
import { SellerVerification } from './SellerVerification.js';
import { NoticeScreen } from './screens/NoticeScreen.js';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { WaitScreen } from './screens/WaitScreen.js';
import { actions, firstOnly, NOTICE, REVIEW, show, VIEW } from './screens.fixture.js';

describe('the wait for later screens', () => {
  const failure = { kind: 'failed', error: new CandorError('assets.load_failed'), retry: () => {} } as const;

  it.each([
    ['on the way of the check: without a face, or not at all', undefined, ['opt-out', 'cancel']],
    ['for “My data”: back, and nothing that would end anything', () => {}, ['back']],
  ])('can be left %s', (_, onLeave, ways) => {
    expect(actions(show(<WaitScreen later={{ kind: 'loading' }} onLeave={onLeave} />))).toEqual(ways);
    const failed = actions(show(<WaitScreen later={failure} onLeave={onLeave} />));
    expect(failed.toSorted()).toEqual([...ways, 'retry'].toSorted());
  });
});

describe('SellerVerification on a server', () => {
  it('renders without a window, says that it loads, and starts nothing', () => {
    expect(globalThis.window).toBeUndefined();
    const markup = renderToString(<SellerVerification endpoint="https://verify.example" locale="en" />);
    expect(markup).toContain('data-state="loading"');
    expect(markup).toContain('lang="en"');
    expect(markup).not.toContain('style=');
  });

  it('keeps its own word where a host passes on one that it does not have', () => {
    const messages = { 'loading.title': undefined, 'loading.body': 'OWN body' };
    const markup = renderToString(
      <SellerVerification endpoint="https://verify.example" locale="en" messages={messages} />,
    );
    expect(markup).toContain(en['loading.title']);
    expect(markup).toContain('OWN body');
  });

  it('shows no word of the wrong language before it knows the page’s', () => {
    const markup = renderToString(<SellerVerification endpoint="https://verify.example" />);
    expect(markup).not.toContain(en['loading.title']);
  });
});

describe('the notice', () => {
  const markup = show(
    <NoticeScreen state={{ kind: 'notice', view: VIEW, undelivered: null, keeps: false }} />,
    firstOnly,
  );

  const { legal, ...base } = VIEW.notice;
  const shown = { ...base, ...legal, ...legal?.rights };
  it.each(Object.entries(shown).filter(([, content]) => typeof content === 'string'))(
    'shows %s',
    (_field, content) => {
      expect(markup).toContain(content);
    },
  );

  it('shows who asks, for how long, and the statement that is agreed to', () => {
    for (const content of [
      'Shop Ltd',
      '1 Street',
      'mailto:privacy@shop.example',
      '77 days',
      'TEXT statement',
    ]) {
      expect(markup).toContain(content);
    }
  });

  it('says the threshold with its rates in plain words', () => {
    for (const content of ['0.876', '1 in 2,000', '4.2%', '98,765']) expect(markup).toContain(content);
  });

  it('says beside the overall rate that of the worst measured group, or that no group was measured', () => {
    for (const content of ['GROUP worst', '1 in 400', '1 in 160']) expect(markup).toContain(content);
    const view = { ...VIEW, threshold: { ...VIEW.threshold, worstGroup: undefined } };
    const ungrouped = show(
      <NoticeScreen state={{ kind: 'notice', view, undelivered: null, keeps: false }} />,
    );
    expect(ungrouped).toContain(en['notice.threshold.ungrouped']);
  });

  it('says beside the rate of a pair what that is for one seller who is compared with all', () => {
    const compared = /How faces are compared[\s\S]*?<\/details>/.exec(markup)?.[0] ?? '';
    for (const content of ['1 in 2,000', 'compared with 4,321: up to 2%'])
      expect(compared).toContain(content);
  });

  it.each(SHIPPED_LANGUAGES)(
    'says there that of the worst measured group beside it, in %s',
    async (language) => {
      const words = await loadFirst(language, new AbortController().signal);
      const sentence = words['notice.threshold.seller'].replace('{count}', '4,321');
      const said = show(<NoticeScreen state={NOTICE} />, translator(words));
      expect(said).toContain(sentence.replace('{all}', '2% (GROUP worst: 8%)'));
    },
  );

  it('says no rate of a search among all where only groups are searched, and none as "1 in 1.1"', () => {
    const { search } = VIEW;
    if (search === null) throw new Error('the example has a search');
    const saying = (said: NoticeView['search']): string =>
      show(<NoticeScreen state={{ ...NOTICE, view: { ...VIEW, search: said } }} />);
    expect(saying(search)).toContain('compared with 4,321: up to 2% (GROUP worst: 8%)');
    expect(saying({ ...search, worstGroup: null })).toContain('compared with 4,321: up to 2%.');
    const groups = saying({ ...search, scope: 'groups' });
    for (const content of ['4,321', 'up to 2%', 'GROUP worst: 8%']) expect(groups).not.toContain(content);
    const often = saying({ ...search, overall: { falseHits: 2.4, fpir: 0.91 } });
    expect(often).toContain('compared with 4,321: up to 91%');
    expect(often).not.toContain('1 in 1.1');
    const rarely = saying({ ...search, overall: { falseHits: 0.0002, fpir: 0.000_157 } });
    expect(rarely, 'not that it never happens').toContain('compared with 4,321: up to 0.016%');
  });

  it('shows a notice of before there was a legal part without it', () => {
    const { legal: _, ...notice } = VIEW.notice;
    const view = { ...VIEW, notice };
    const older = show(<NoticeScreen state={{ kind: 'notice', view, undelivered: null, keeps: false }} />);
    expect(older).toContain('TEXT removal');
    expect(older).not.toContain('undefined');
  });

  it('has the age declaration in what is agreed to, before both answers', () => {
    const statement = /<blockquote[\s\S]*?<\/blockquote>/.exec(markup)?.[0] ?? '';
    expect(statement).toContain('TEXT statement');
    expect(statement).toContain('TEXT ageDeclaration');
    expect(markup.indexOf('</blockquote>')).toBeLessThan(markup.indexOf('data-action="opt-out"'));
  });

  it('says with how many it compares and how often that goes wrong, as far as the receiver says', () => {
    const { search } = VIEW;
    if (search === null) throw new Error('the example has a search');
    const saying = (said: NoticeView['search']): string =>
      show(
        <NoticeScreen
          state={{ kind: 'notice', view: { ...VIEW, search: said }, undelivered: null, keeps: false }}
        />,
      );
    for (const content of ['4,321', '1 in 50', '1 in 13']) expect(markup).toContain(content);
    const ungrouped = saying({ ...search, worstGroup: null });
    expect(ungrouped).toContain('1 in 50 is matched by mistake. A person checks each match.');
    expect(saying({ ...search, scope: 'groups' })).toContain(en['notice.brief.groups']);
    const few = saying({ ...search, templates: 1, worstGroup: null });
    expect(few).toContain('with 1 other seller. Up to 1 in 50');
    const most = { falseHits: 2.4, fpir: 0.91 };
    expect(saying({ ...search, overall: most, worstGroup: null })).toContain('Up to 91% are matched');
    expect(saying({ ...search, worstGroup: most })).toContain(
      'Up to 2% are matched by mistake, in one group 91%',
    );
    // Nobody to be taken for; a receiver of before it said so.
    for (const said of [{ ...search, templates: 0 }, null])
      expect(saying(said)).toContain(en['notice.brief.compared']);
  });

  it('asks with two controls of the same kind, none of them chosen beforehand', () => {
    const looks = ['opt-out', 'consent'].map(
      (name) => new RegExp(`class="([^"]+)" data-action="${name}"`).exec(markup)?.[1],
    );
    expect(looks[0]).toBeDefined();
    expect(looks[0]).toBe(looks[1]);
    expect(markup).not.toContain('autofocus');
    expect(markup).toContain(en['notice.consentDetail']);
  });

  it('offers every alternative by its id, the declared second account too', () => {
    expect(markup).toContain('data-action="alternative" data-value="id"');
    expect(markup).toContain('data-action="alternative" data-value="second-account"');
  });

  it('bundles no further purpose: each has its own box, and none is ticked', () => {
    const purposes = [...VIEW.notice.purposes, { id: 'recheck', text: 'TEXT recheck' }];
    const view = { ...VIEW, notice: { ...VIEW.notice, purposes } };
    const two = show(<NoticeScreen state={{ kind: 'notice', view, undelivered: null, keeps: false }} />);
    expect(two.match(/type="checkbox"/g)).toHaveLength(1);
    expect(two).not.toContain('checked');
    expect(two).toContain('TEXT recheck');
  });

  it('makes no link that runs a script', () => {
    const notice = { ...VIEW.notice, policyUrl: 'javascript:alert(1)' };
    const evil = show(
      <NoticeScreen state={{ kind: 'notice', view: { ...VIEW, notice }, undelivered: null, keeps: false }} />,
    );
    expect(evil).not.toContain('href="javascript:');
  });
});

describe('the review', () => {
  it('shows the name and size of every field, and never a value', () => {
    const markup = show(<ReviewScreen state={REVIEW} />);
    expect(markup).toContain('<code>embedding</code>');
    expect(markup).toContain('742 bytes');
    expect(markup).toContain('7,412 bytes');
  });

  it('goes on saying that the clip is kept where it was not deleted, and that it may still be here', () => {
    const markup = show(<ReviewScreen state={{ ...REVIEW, clipKept: 'undeleted' }} />);
    const { 'error.storage.undeleted.cause': cause, 'error.storage.undeleted.remedy': remedy } = en;
    for (const word of [enLater['review.kept'], enLater['review.keptBody'], cause, remedy]) {
      expect(markup).toContain(word);
    }
  });

  it('says of a clip without a subject that it is kept for the tab alone', () => {
    const offered = show(<ReviewScreen state={{ ...REVIEW, keepsFor: 'tab' }} />);
    expect(offered).toContain(enLater['review.keepTab']);
    expect(offered).not.toContain('30 days');
    const kept = show(<ReviewScreen state={{ ...REVIEW, keepsFor: 'tab', clipKept: 'kept' }} />);
    expect(kept).toContain(enLater['review.keptTab']);
    expect(kept).not.toContain('30 days');
  });

  it.each([
    ['no', 'review.clipBody', 'review.keptBody'],
    ['refused', 'review.clipBody', 'review.keptBody'],
    ['kept', 'review.keptBody', 'review.clipBody'],
    ['deleting', 'review.keptBody', 'review.clipBody'],
  ] as const)('says of a clip where it is, and nothing else: %s', (clipKept, said, unsaid) => {
    const markup = show(<ReviewScreen state={{ ...REVIEW, clipKept }} />);
    expect(markup).toContain(enLater[said]);
    expect(markup).not.toContain(enLater[unsaid]);
  });

  it('offers to send what may be sent', () => {
    expect(actions(show(<ReviewScreen state={REVIEW} />))).toEqual([
      'replay',
      'keep-clip',
      'opt-out',
      'redo',
      'send',
      'cancel',
    ]);
  });

  it('says so where there is no clip, offers neither to play nor to keep one, and goes on', () => {
    const clip = { kind: 'none', error: new CandorError('clip.unsupported') } as const;
    const markup = show(<ReviewScreen state={{ ...REVIEW, clip }} />);
    expect(markup).toContain(enLater['review.noClip']);
    expect(actions(markup)).toEqual(['opt-out', 'redo', 'send', 'cancel']);
  });

  it('offers no way to send what must be done again, and says what to change', () => {
    const afterVerdict = { kind: 'redo', reasons: ['light.too_dark'] } as const;
    const markup = show(<ReviewScreen state={{ ...REVIEW, afterVerdict, preview: null }} />);
    expect(actions(markup)).not.toContain('send');
    expect(markup).toContain(enLater['reason.light.too_dark.remedy']);
  });

  it('says until when it can be sent, where it can', () => {
    expect(show(<ReviewScreen state={REVIEW} />)).toMatch(/You can send it until March 1, 2026/);
    const afterVerdict = { kind: 'redo', reasons: ['light.too_dark'] } as const;
    const again = show(<ReviewScreen state={{ ...REVIEW, afterVerdict, preview: null }} />);
    expect(again).not.toContain('data-until');
  });

  it('has the verdict, what is sent and until when in a line each, and the rest folded', () => {
    const markup = show(<ReviewScreen state={REVIEW} />);
    expect(markup.match(/class="candor-line"/g)).toHaveLength(3);
    expect(markup.match(/<details/g)).toHaveLength(2);
    expect(markup).not.toMatch(/<details[^>]*open/);
  });

  it('counts the tries only when few are left', () => {
    const afterVerdict = { kind: 'redo', reasons: ['light.too_dark'] } as const;
    const left = (attemptsLeft: number): string =>
      show(<ReviewScreen state={{ ...REVIEW, afterVerdict, preview: null, attemptsLeft }} />);
    expect(left(196)).not.toContain('196');
    expect(left(2)).toContain('2 tries left');
  });

  it('asks for no change of what may be sent, where no try is left', () => {
    const afterVerdict = { kind: 'send-by-choice', reasons: ['model.failed'] } as const;
    const saying = (attemptsLeft: number): string =>
      show(<ReviewScreen state={{ ...REVIEW, afterVerdict, attemptsLeft }} />);
    expect(saying(1)).toContain(enLater['reason.model.failed.remedy']);
    expect(saying(0)).toContain(enLater['reason.model.failed.cause']);
    expect(saying(0)).not.toContain(enLater['reason.model.failed.remedy']);
  });

  it('offers no other try and asks for no change when no try is left', () => {
    const afterVerdict = { kind: 'redo', reasons: ['light.too_dark'] } as const;
    const markup = show(<ReviewScreen state={{ ...REVIEW, afterVerdict, preview: null, attemptsLeft: 0 }} />);
    expect(actions(markup)).toEqual(['replay', 'keep-clip', 'opt-out', 'cancel']);
    expect(markup).toContain(enLater['review.noAttempts']);
    expect(markup).toContain(enLater['reason.light.too_dark.cause']);
    expect(markup).not.toContain(enLater['reason.light.too_dark.remedy']);
    expect(markup).not.toContain(enLater['review.redoBody']);
  });
});
