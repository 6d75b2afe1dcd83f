/// <reference types="vite/client" />
import 'candor/style.css';
import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readAddress } from './address.js';
import { MyDataPage, ReceiptPage } from './SellerPages.js';
import { SignUpPage, type SignUpPageProps } from './SignUpPage.js';
import { watchRequests } from './watch-requests.js';

function Page(props: SignUpPageProps): ReactElement {
  switch (location.pathname) {
    case '/receipt':
      return <ReceiptPage {...props} />;
    case '/my-data':
      return <MyDataPage {...props} />;
    default:
      return <SignUpPage {...props} />;
  }
}

const { options, reviewUrl } = readAddress(location.search, document);
const requests = watchRequests(location.href, options.endpoint);
const place = document.getElementById('page');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Page options={options} requests={requests} reviewUrl={reviewUrl} />
    </StrictMode>,
  );
}
