import { type OpenedEnvelope, openEnvelope } from '../../tools/lab/open-envelope.js';
import type { TestReceiver } from '../../tools/lab/receiver.js';
import type { NetworkLog } from './network-log.js';

/** Opens the one envelope that the page has sent. @throws when it sent none, or more than one. */
export async function openSent(network: NetworkLog, receiver: TestReceiver): Promise<OpenedEnvelope> {
  const { audience } = await (await fetch(`${receiver.url}/.well-known/candor`)).json();
  const { body } = network.only('POST', '/verifications');
  if (body === null) throw new Error('the envelope has a body');
  return openEnvelope(body, await receiver.readKeys(), audience);
}
