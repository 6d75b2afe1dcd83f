import { describe, expectTypeOf, it } from 'vitest';
import type { Alternative, Session } from '../core/types.js';
import type { Verdict } from '../core/verdict.js';
import type { Agrees, Proven } from './agrees.js';
import type { Payload, Session as WireSession } from './wire.js';

/** Checked by the compiler (`npm run test:types`); at run time there is nothing left to fail. */
describe('the guard between core and the wire', () => {
  it('takes what valibot infers for what core states, readonly or not', () => {
    expectTypeOf<Agrees<WireSession, Session>>().toEqualTypeOf<true>();
    expectTypeOf<Agrees<Payload['liveness'], Verdict>>().toEqualTypeOf<true>();
    expectTypeOf<
      Agrees<{ rgb: [number, number] }, { readonly rgb: readonly [number, number] }>
    >().toEqualTypeOf<true>();
  });

  it('sees a field that only the wire has, and one that only core has, required or optional', () => {
    expectTypeOf<Agrees<WireSession & { extra: string }, Session>>().toEqualTypeOf<false>();
    expectTypeOf<Agrees<WireSession, Session & { readonly extra: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Agrees<{ a: string; extra?: string }, { readonly a: string }>>().toEqualTypeOf<false>();
    expectTypeOf<
      Agrees<{ a: string }, { readonly a: string; readonly extra?: string }>
    >().toEqualTypeOf<false>();
  });

  it('sees a word that only one side knows, and a field that only one side may leave out', () => {
    expectTypeOf<Agrees<{ band: 'pass' | 'fail' }, { readonly band: 'pass' }>>().toEqualTypeOf<false>();
    expectTypeOf<Agrees<{ band: 'pass' }, { readonly band: 'pass' | 'fail' }>>().toEqualTypeOf<false>();
    type Linkless = Omit<Alternative, 'href'> & { readonly href: string };
    expectTypeOf<Agrees<Linkless, Alternative>>().toEqualTypeOf<false>();
    expectTypeOf<Agrees<Alternative, Linkless>>().toEqualTypeOf<false>();
  });

  it('looks into lists and into what they hold', () => {
    expectTypeOf<
      Agrees<{ steps: { at: number }[] }, { readonly steps: readonly { readonly at: string }[] }>
    >().toEqualTypeOf<false>();
    expectTypeOf<
      Agrees<{ rgb: number[] }, { readonly rgb: readonly [number, number, number] }>
    >().toEqualTypeOf<false>();
  });

  it('does not compile where it finds a difference', () => {
    // @ts-expect-error -- `false` proves nothing
    expectTypeOf<Proven<Agrees<{ a: 1 }, { a: 2 }>>>().toBeBoolean();
  });
});
