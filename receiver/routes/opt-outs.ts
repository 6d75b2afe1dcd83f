import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { inLocale } from '../../src/core/locale.js';
import { type OptOut, OptOutRequestSchema } from '../../src/envelope/wire.js';
import { readJson } from '../body.js';
import type { ReceiverContext } from '../context.js';
import { ProblemError } from '../problem.js';
import { retentionEnd } from '../retention.js';
import { storeOptOut } from '../store/opt-outs.js';

/** `POST /opt-outs`: another way was chosen. No field of it can hold anything of a face. */
export function optOuts({ config, database }: ReceiverContext) {
  return async (context: Context): Promise<Response> => {
    const { value: request } = await readJson(context, 'application/json', OptOutRequestSchema);
    const authorization = context.req.header('authorization');
    if (!(await config.authorize({ authorization, subject: request.subject }))) {
      throw new ProblemError('session.unknown');
    }
    const chosen = config.alternatives.find(({ id }) => id === request.alternative);
    if (chosen === undefined) throw new ProblemError('request.malformed');

    const openedAt = config.now();
    const caseId = randomUUID();
    await storeOptOut(database, {
      caseId,
      alternative: chosen.id,
      subject: request.subject ?? null,
      locale: request.locale,
      reason: request.reason ?? null,
      openedAt,
      deleteAfter: retentionEnd(config.notices, openedAt),
      test: config.test !== undefined,
    });
    const answer: OptOut = { caseId, alternative: chosen.id, next: inLocale(chosen.next, request.locale) };
    return context.json(answer, 201);
  };
}
