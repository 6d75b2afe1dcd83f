import type { TLSSocket } from 'node:tls';
import { ShareError } from '../errors.js';
import type { Caller } from './config.js';
import type { Frame } from './frames.js';
import { codeFor } from './joint-sessions.js';
import { Link } from './link.js';
import { type Answer, type Request, readRequest } from './messages.js';
import { asShareError } from './peer-links.js';

export interface Served {
  readonly caller: Caller;
  readonly timeoutMs: number;
  /** @param signal - aborts when the caller has gone. */
  readonly handle: (request: Request, caller: Caller, signal: AbortSignal) => Promise<Answer>;
  /** What the caller was not told the whole of. */
  readonly onFailure: (error: ShareError) => void;
}

/** Answers the one request of a connection. */
export function serveCaller(socket: TLSSocket, served: Served): Link {
  let isAsked = false;
  const link: Link = new Link(socket, {
    onFrame: (frame) => {
      if (isAsked) throw new ShareError('shares.wrong_frame', { detail: 'a second request' });
      isAsked = true;
      clearTimeout(timer);
      answerTo(frame, served, link.ended)
        .then((answer) => link.sendMessage(answer))
        .then(() => link.finish())
        .catch(() => link.end());
    },
    onEnd: () => clearTimeout(timer),
  });
  const timer = setTimeout(
    () => link.end(new ShareError('shares.timeout', { detail: 'request' })),
    served.timeoutMs,
  );
  return link;
}

async function answerTo(
  frame: Frame,
  { caller, handle, onFailure }: Served,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const request = readRequest(frame);
    if (!caller.may.includes(request.kind)) throw new ShareError('shares.not_allowed');
    return await handle(request, caller, signal);
  } catch (thrown) {
    const error = asShareError(thrown);
    onFailure(error);
    return { kind: 'failed', code: codeFor(error) };
  }
}
