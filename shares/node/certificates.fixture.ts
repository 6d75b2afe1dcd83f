/** Certificates of tests are made as an operator's own are. */
export { makeIdentity } from './certificate.js';
