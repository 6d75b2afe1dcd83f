/** Whether two types say the same, whatever is `readonly`: the one that valibot infers and the one that a purer stage
 * states by hand. Mutual assignability would not do: a field that is optional on one side alone passes both ways. */
export type Agrees<Wire, Core> = Identical<Constant<Wire>, Constant<Core>>;

type Constant<T> = T extends object ? { readonly [Field in keyof T]: Constant<T[Field]> } : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile for `false`. */
export type Proven<Proof extends true> = Proof;
