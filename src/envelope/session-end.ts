import * as v from 'valibot';
import { time, token } from './primitives.js';

/** A session that takes no envelope any more, and what became of the one that had arrived. */
export const SessionEndSchema = v.strictObject({
  sessionId: token,
  state: v.literal('ended'),
  /** The verification that was withdrawn with it; null = nothing had arrived, or nothing is left of it. */
  verificationId: v.nullable(token),
  endedAt: time,
});

export type SessionEnd = v.InferOutput<typeof SessionEndSchema>;
