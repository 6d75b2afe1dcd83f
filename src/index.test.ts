import { describe, expectTypeOf, it } from 'vitest';
import type * as headless from './headless.js';
import type * as react from './index.js';

/** What the page can read has no liveness score (requirement P-11): a walk over the public types that finds every
 * number. `tsc` is what runs it. */

/** The browser's own objects and errors, which are not looked into. */
type Opaque = Blob | MediaStream | Error | AbortSignal;

/** Where in `T` a number may be, as paths. Callbacks are looked into: what they are given, the page sees. */
type NumbersIn<T, Path extends string = ''> = unknown extends T
  ? `${Path}?`
  : T extends number
    ? Path
    : T extends string | boolean | null | undefined | Opaque
      ? never
      : T extends (...given: infer Given) => unknown
        ? NumbersIn<Given[number], `${Path}()`>
        : T extends readonly (infer Item)[]
          ? NumbersIn<Item, `${Path}[]`>
          : string extends keyof T
            ? NumbersIn<T[string & keyof T], `${Path}.*`>
            : { [Key in keyof T & string]: NumbersIn<T[Key], `${Path}.${Key}`> }[keyof T & string];

/** Every number that a state of the flow has. None is measured of a face or a try: times, sizes, counts, and the
 * receiver's published threshold and search, which of three operators one is, and the colour on the screen. `?` is the consent record, whose fields are the receiver's own words. */
type NumbersOfState =
  | '.elapsedMs'
  | '.durationMs'
  | '.colour[]'
  | '.clip.durationMs'
  | '.preview.bodyBytes'
  | '.preview.fields[].sizeBytes'
  | '.attemptsLeft'
  | `.${'' | 'download.'}${'loadedBytes' | 'totalBytes'}`
  | '.sizeBytes'
  | '.attempt'
  | '.view.notice.retentionDays'
  | `.${'view' | 'record'}.threshold.${'value' | 'fmr' | 'fnmr' | 'n' | `worstGroup.${'fmr' | 'fmrAtMost' | 'n'}`}`
  | `.view.search.${'templates' | `${'overall' | 'worstGroup'}.${'falseHits' | 'fpir'}`}`
  | '.record.comparedWith'
  | `.${'' | 'record.'}shares[].${'operator' | 'receipt.operator'}`
  | '.contest.objection.objectionsLeft'
  | '.receipt.version'
  | '.receipt.consent.*?';

describe('the public doors', () => {
  it('find numbers where there are some: the walk itself works', () => {
    expectTypeOf<NumbersIn<{ a: { b: readonly number[] }; c: string }>>().toEqualTypeOf<'.a.b[]'>();
    expectTypeOf<NumbersIn<{ on?: (given: { score: 0.5 } | null) => void }>>().toEqualTypeOf<'.on().score'>();
    expectTypeOf<NumbersIn<{ any: unknown }>>().toEqualTypeOf<'.any?'>();
  });

  it('have no number in a verdict or in what follows from it', () => {
    expectTypeOf<NumbersIn<react.Verdict>>().toBeNever();
    expectTypeOf<NumbersIn<headless.Verdict>>().toBeNever();
    expectTypeOf<NumbersIn<react.CheckResult>>().toBeNever();
    expectTypeOf<NumbersIn<react.AfterVerdict>>().toBeNever();
  });

  it('have no number in a state but those listed here', () => {
    expectTypeOf<NumbersIn<react.FlowState>>().toEqualTypeOf<NumbersOfState>();
    expectTypeOf<NumbersIn<headless.FlowState>>().toEqualTypeOf<NumbersOfState>();
  });

  it('tell callbacks and events no more than the states do', () => {
    type Told = Required<react.VerificationEvents>;
    expectTypeOf<NumbersIn<Told['onUpdate']>>().toEqualTypeOf<`()${NumbersOfState}`>();
    expectTypeOf<NumbersIn<Told['onStateChange']>>().toEqualTypeOf<`()${NumbersOfState}`>();
    expectTypeOf<NumbersIn<Told['onDone']>>().toEqualTypeOf<'().version' | '().consent.*?'>();
    expectTypeOf<NumbersIn<Told['onOptOut']>>().toBeNever();
    expectTypeOf<NumbersIn<Told['onError']>>().toBeNever();
  });
});
