import { withDeadline } from '../../src/core/abort.js';
import { ShareError } from '../errors.js';
import { knownCode } from './joint-sessions.js';
import { Link } from './link.js';
import { type Answer, type Request, readAnswer } from './messages.js';
import { type Address, dial, type Fingerprint, type Identity } from './tls.js';

export interface AskOptions {
  /** Longest wait for the answer, connecting included, ms. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Asks one operator one thing, over a connection of its own.
 * @throws {@link ShareError} the code that it answers, or why there is no answer. */
export function askOperator(
  operator: Address & { readonly fingerprint: Fingerprint },
  identity: Identity,
  request: Request,
  { timeoutMs, signal = new AbortController().signal }: AskOptions,
): Promise<Answer> {
  const late = (): Error => new ShareError('shares.timeout', { detail: `${timeoutMs} ms` });
  return withDeadline(timeoutMs, signal, late, async (within) => {
    const socket = await dial(operator, identity, operator.fingerprint, { timeoutMs, signal: within });
    const answer = await new Promise<Answer>((resolve, reject) => {
      const link: Link = new Link(socket, {
        onFrame: (frame) => {
          resolve(readAnswer(frame));
          link.end();
        },
        onEnd: reject,
      });
      within.addEventListener('abort', () => link.end(), { once: true });
      link.sendMessage(request).catch(reject);
    });
    if (answer.kind === 'failed') throw new ShareError(knownCode(answer.code));
    return answer;
  });
}
