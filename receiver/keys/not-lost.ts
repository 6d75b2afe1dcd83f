import { StorageError } from '../store/storage-error.js';

/** For what writes keys into a folder that another receiver may have taken: they are that one's now.
 * @throws `storage.unavailable` */
export function assertNotLost(lost: AbortSignal | undefined): void {
  if (lost?.aborted === true)
    throw new StorageError('storage.unavailable', 'the folder is another receiver’s');
}
