import * as v from 'valibot';

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `field`: the path of the first thing that is wrong; never what was in it. */
  | { readonly ok: false; readonly field: string };

/** Checks something that came from outside against one of the schemas of wire.ts. */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
): Checked<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, field: v.getDotPath(parsed.issues[0]) ?? '' };
}
