/// <reference types="vite/client" />
import 'candor/style.css';
import { lazy, type ReactElement, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { readAddress } from './address.js';
import { InLanguage } from './language.js';
import { MyDataPage, ReceiptPage } from './SellerPages.js';
import { SignUpPage, type SignUpPageProps } from './SignUpPage.js';
import { NO_OPERATORS, watchOperators } from './watch-operators.js';
import { watchRequests } from './watch-requests.js';

/** With the elements, which no other page needs from the start. */
const GalleryPage = lazy(() => import('./GalleryPage.js'));

function Page(props: SignUpPageProps): ReactElement {
  switch (location.pathname) {
    case '/receipt':
      return <ReceiptPage {...props} />;
    case '/my-data':
      return <MyDataPage {...props} />;
    case '/gallery':
      return (
        <Suspense>
          <GalleryPage {...props} />
        </Suspense>
      );
    default:
      return <SignUpPage {...props} />;
  }
}

const { options, reviewUrl, operatorsPath } = readAddress(location.search, document);
const requests = watchRequests(location.href, options.endpoint);
const operators = operatorsPath === null ? NO_OPERATORS : watchOperators(operatorsPath);
const place = document.getElementById('page');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <InLanguage locale={options.locale ?? 'en'}>
        <Page options={options} requests={requests} operators={operators} reviewUrl={reviewUrl} />
      </InLanguage>
    </StrictMode>,
  );
}
