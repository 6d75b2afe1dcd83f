/** What is shown only after the seller agreed: one chunk, fetched then, so that the question itself is small. */

export { LightLayer } from '../LightLayer.js';
export { CaptureScreen } from './CaptureScreen.js';
export { DownloadScreen } from './DownloadScreen.js';
export { ReviewScreen } from './ReviewScreen.js';
export { SendingScreen } from './SendingScreen.js';
