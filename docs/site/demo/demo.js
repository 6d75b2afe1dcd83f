import { answerInPage } from './receiver.js';

/** Nobody answers at this address but the page itself. */
const endpoint = new URL('receiver', location.href).href;
await answerInPage(endpoint);

const check = document.createElement('candor-verification');
check.setAttribute('endpoint', endpoint);
document.querySelector('#check').append(check);
