/// <reference types="vite/client" />
import 'candor/style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readAddress } from './address.js';
import { ReceiptPage } from './ReceiptPage.js';
import { SignUpPage } from './SignUpPage.js';
import { watchRequests } from './watch-requests.js';

const { options, reviewUrl } = readAddress(location.search, document);
const requests = watchRequests(location.href, options.endpoint);
const place = document.getElementById('page');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      {location.pathname === '/receipt' ? (
        <ReceiptPage options={options} requests={requests} reviewUrl={reviewUrl} />
      ) : (
        <SignUpPage options={options} requests={requests} reviewUrl={reviewUrl} />
      )}
    </StrictMode>,
  );
}
