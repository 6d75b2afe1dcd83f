import type { Context } from 'hono';
import { unreachable } from '../../src/core/unreachable.js';
import { type Objection, ObjectionRequestSchema } from '../../src/envelope/review.js';
import { readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { ProblemError } from '../problem.js';
import { type Objected, storeObjection } from '../store/objections.js';
import { authorized } from './records.js';

/** `POST /verifications/{id}/objections`: what a seller says against a decision. Text only: nothing that could hold a face.
 * The same text again, before a person has acted: the same objection. */
export function objections(receiver: ReceiverContext) {
  const { config, database } = receiver;
  return async (context: Context): Promise<Response> => {
    const { verificationId } = await authorized(receiver, context);
    const { value } = await readJson(context, 'application/json', ObjectionRequestSchema);
    const stored = await storeObjection(database, { verificationId, text: value.text, at: config.now() });
    switch (stored.kind) {
      case 'objected':
        config.log({ event: 'verification.objected', verificationId });
        return context.json(objectionOf(verificationId, stored), 201);
      case 'known':
        return context.json(objectionOf(verificationId, stored), 201);
      case 'exhausted':
        throw new ProblemError('objections.exhausted');
      case 'gone':
        throw new ProblemError('verification.gone');
      default:
        return unreachable(stored);
    }
  };
}

function objectionOf(
  verificationId: string,
  { objectionId, at, objectionsLeft }: Extract<Objected, { readonly at: Date }>,
): Objection {
  return { objectionId, verificationId, at: at.toISOString(), objectionsLeft };
}
