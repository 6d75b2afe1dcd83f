/** All that is said to the receiver of something that was recorded, as one part. */

export { contest } from './objection.js';
export { submit } from './submit.js';
export { endSession, read, withdraw } from './withdraw.js';
