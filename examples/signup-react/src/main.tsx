import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignUp } from './SignUp';
import 'candor/style.css';
import './shop.css';

const app = document.getElementById('app');
if (app === null) throw new Error('the page has no #app');
createRoot(app).render(
  <StrictMode>
    <SignUp />
  </StrictMode>,
);
