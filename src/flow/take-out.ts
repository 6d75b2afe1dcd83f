import { toBase64 } from '../core/bytes.js';
import { asCandorError } from '../core/errors.js';
import type { Receipt } from '../core/record.js';
import type { KeptClip } from '../vault/things.js';
import type { DeskPorts } from './desk-ports.js';
import type { TakenOut, TakenOutClip, TakenOutVerification } from './taken-out.js';

/** Collects what this browser keeps and what the receiver says of it.
 * @throws the signal's reason */
export async function takeOut(ports: DeskPorts, signal: AbortSignal): Promise<TakenOut> {
  const { clock, vault } = ports;
  const { receipts, clips } = await vault.kept(clock.stated());
  const { waiting, sent } = await vault.lookAt(clock.stated());
  const verifications = await Promise.all(
    receipts.map(({ receipt }) => verification(ports, receipt, signal)),
  );
  return {
    version: 1,
    // After the answers: they say what time it is.
    takenOutAt: clock.now().toISOString(),
    verifications,
    waiting,
    mayHaveArrived: sent,
    clips: await Promise.all(clips.map(takenOutClip)),
  };
}

async function verification(
  { transport }: DeskPorts,
  receipt: Receipt,
  signal: AbortSignal,
): Promise<TakenOutVerification> {
  try {
    const record = await transport(receipt.endpoint).read(receipt.outcome, signal);
    return { receipt, record, problem: null };
  } catch (thrown) {
    signal.throwIfAborted();
    return { receipt, record: null, problem: asCandorError(thrown).code };
  }
}

async function takenOutClip({ sessionId, keptAt, deleteAfter, clip }: KeptClip): Promise<TakenOutClip> {
  if (clip === null) return { sessionId, keptAt, deleteAfter, durationMs: null, content: null };
  const bytes = new Uint8Array(await clip.blob.arrayBuffer());
  // Without the codecs: a data address has no room for their commas.
  const type = clip.mimeType.split(';', 1)[0] ?? clip.mimeType;
  const content = `data:${type};base64,${toBase64(bytes)}`;
  return { sessionId, keptAt, deleteAfter, durationMs: clip.durationMs, content };
}
