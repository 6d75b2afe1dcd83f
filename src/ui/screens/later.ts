/** What is shown only after the seller agreed: one chunk, fetched then, so that the question itself is small. */

export { LightLayer } from '../LightLayer.js';
export { enLater } from '../messages/en-later.js';
export { CaptureScreen } from './CaptureScreen.js';
export { DoneScreen } from './DoneScreen.js';
export { ReviewScreen } from './ReviewScreen.js';
export { SendingScreen } from './SendingScreen.js';
export { WithdrawnScreen } from './WithdrawnScreen.js';
