import { connectFrame } from './candor/frame.js';

const check = document.querySelector('candor-verification');
check.subject = new URLSearchParams(location.search).get('seller');

connectFrame({ allowedParents: [document.querySelector('meta[name="shop"]').content] }).follow(check);
