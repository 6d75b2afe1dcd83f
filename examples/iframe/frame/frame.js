import { connectFrame } from './candor/frame.js';

const check = document.querySelector('candor-verification');
check.subject = new URLSearchParams(location.search).get('seller');

const shop = document.querySelector('meta[name="shop"]').getAttribute('content');
connectFrame({ allowedParents: [shop] }).follow(check);
