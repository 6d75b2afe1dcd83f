import type { Context } from 'hono';
import { unreachable } from '../../src/core/unreachable.js';
import { type Objection, ObjectionRequestSchema } from '../../src/envelope/review.js';
import { readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { ProblemError } from '../problem.js';
import { storeObjection } from '../store/objections.js';
import { authorized } from './records.js';

/** `POST /verifications/{id}/objections`: what a seller says against a decision. Text only: nothing that could hold a face. */
export function objections(receiver: ReceiverContext) {
  const { config, database } = receiver;
  return async (context: Context): Promise<Response> => {
    const { verificationId } = await authorized(receiver, context);
    const { value } = await readJson(context, 'application/json', ObjectionRequestSchema);
    const at = config.now();
    const stored = await storeObjection(database, { verificationId, text: value.text, at });
    switch (stored.kind) {
      case 'objected': {
        const { objectionId, objectionsLeft } = stored;
        config.log({ event: 'verification.objected', verificationId });
        const answer: Objection = { objectionId, verificationId, at: at.toISOString(), objectionsLeft };
        return context.json(answer, 201);
      }
      case 'exhausted':
        throw new ProblemError('objections.exhausted');
      case 'gone':
        throw new ProblemError('verification.gone');
      default:
        return unreachable(stored);
    }
  };
}
