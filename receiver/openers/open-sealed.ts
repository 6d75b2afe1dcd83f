import { type Keyring, open, openShared } from '../../src/envelope/open.js';
import type { Opened, OpenerSetUp, Sealed } from './thread-messages.js';

/** Opens what is the receiver's of either kind of envelope.
 * @throws {@link EnvelopeInvalid} */
export function openSealed(
  envelope: Sealed,
  keyring: Keyring,
  { audience, embeddingDim }: OpenerSetUp,
): Promise<Opened> {
  return 'parts' in envelope
    ? openShared(envelope, keyring, audience)
    : open(envelope, keyring, audience, embeddingDim);
}
