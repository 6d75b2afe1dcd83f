import { describe, expectTypeOf, it } from 'vitest';
import type * as element from './element/element.js';
import type * as headless from './headless.js';
import type * as react from './index.js';

/** A host under `exactOptionalPropertyTypes` passes on what it may not have: `locale={user?.locale}`. `tsc`, which
 * compiles with that option, is what runs this. */

/** The names of the optional properties that do not take `undefined` itself. */
type RefusesUndefined<T> = T extends unknown
  ? {
      [Key in keyof T]-?: Record<never, never> extends Pick<T, Key>
        ? undefined extends Required<Pick<T, Key>>[Key]
          ? never
          : Key
        : never;
    }[keyof T]
  : never;

describe('optional options and props', () => {
  it('are found where they refuse undefined: the walk itself works', () => {
    expectTypeOf<RefusesUndefined<{ a?: string; b?: string | undefined; c: string }>>().toEqualTypeOf<'a'>();
    expectTypeOf<RefusesUndefined<{ a?: 1 } | { b?: 2 }>>().toEqualTypeOf<'a' | 'b'>();
  });

  it('take undefined for absent, each of them', () => {
    expectTypeOf<RefusesUndefined<react.FlowOptions>>().toBeNever();
    expectTypeOf<RefusesUndefined<react.VerificationOptions>>().toBeNever();
    expectTypeOf<RefusesUndefined<react.SellerVerificationProps>>().toBeNever();
    expectTypeOf<RefusesUndefined<NonNullable<react.SellerVerificationProps['messages']>>>().toBeNever();
    expectTypeOf<RefusesUndefined<headless.FlowOptions>>().toBeNever();
    expectTypeOf<RefusesUndefined<headless.FlowCommand>>().toBeNever();
    expectTypeOf<RefusesUndefined<headless.WantedChoices>>().toBeNever();
    expectTypeOf<RefusesUndefined<element.CandorVerificationElement>>().toBeNever();
  });
});

describe('the elements of a desk', () => {
  it('have each option in JSX, under the names of its attribute and of its property', () => {
    type Named = 'assets-url' | 'assetsUrl' | 'otherEndpoints';
    type Texts = string | undefined;
    expectTypeOf<Named>().toExtend<
      keyof element.ReceiptsElementProps & keyof element.SellerDataElementProps
    >();
    expectTypeOf<element.ReceiptsElementProps['assets-url']>().toEqualTypeOf<Texts>();
    expectTypeOf<element.CandorSellerDataElement['assetsUrl']>().toEqualTypeOf<Texts>();
    expectTypeOf<RefusesUndefined<element.DeskElementProps>>().toBeNever();
  });
});

describe('the seller’s token', () => {
  it('is in no type that a page is given, until the page asks for it', () => {
    const mounts = (Widget: typeof react.SellerVerification, verify: typeof react.useVerification): void => {
      const endpoint = 'https://verify.example';
      // @ts-expect-error -- not handed over
      Widget({ endpoint, onDone: ({ outcome }) => outcome.removalToken });
      Widget({ endpoint, onDone: ({ outcome }) => expectTypeOf(outcome.verificationId).toBeString() });
      Widget({
        endpoint,
        handOverToken: true,
        onDone: ({ outcome }) => expectTypeOf(outcome.removalToken).toBeString(),
      });
      const { state } = verify({ endpoint });
      // @ts-expect-error -- not handed over
      if (state.kind === 'done') state.receipt.outcome.removalToken;
    };
    expectTypeOf(mounts).toBeFunction();
  });

  it('is in the states of the flow without a UI only where it was asked for', () => {
    const starts = (createFlow: typeof headless.createFlow): void => {
      const endpoint = 'https://verify.example';
      const state = createFlow({ endpoint }).getState();
      // @ts-expect-error -- not handed over
      if (state.kind === 'done') state.receipt.outcome.removalToken;
      const handed = createFlow({ endpoint, handOverToken: true }).getState();
      if (handed.kind === 'done') expectTypeOf(handed.receipt).toEqualTypeOf<headless.Receipt>();
    };
    expectTypeOf(starts).toBeFunction();
  });

  it('is not in a file that callbacks are told of, and is in the one for the screens', () => {
    const mounts = (Widget: typeof react.SellerVerification, verify: typeof react.useVerification): void => {
      const endpoint = 'https://verify.example';
      // @ts-expect-error -- not handed over
      Widget({ endpoint, onStateChange: (told) => told.kind === 'done' && told.receiptFile });
      const onUpdate = (told: react.ToldState<true>) => {
        if (told.kind === 'done') expectTypeOf(told.receiptFile).toEqualTypeOf<Blob>();
      };
      Widget({ endpoint, handOverToken: true, onUpdate });
      const { state } = verify({ endpoint });
      if (state.kind === 'done') expectTypeOf(state.receiptFile).toEqualTypeOf<Blob>();
    };
    expectTypeOf(mounts).toBeFunction();
  });

  it('is not what a listener of the element is promised', () => {
    expectTypeOf<element.VerificationEventMap['statechange']['detail']>().toEqualTypeOf<element.ToldState>();
    expectTypeOf<element.VerificationEventMap['done']['detail']>().toEqualTypeOf<element.DoneReceipt>();
  });
});
