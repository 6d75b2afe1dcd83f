import { createElement, type ReactElement, useEffect } from 'react';
import { RequestList } from './RequestList.js';
import { type SignUpPageProps, SiteFooter, SiteHeader } from './SignUpPage.js';

/** Where a seller of the fictional marketplace comes with a receipt, weeks later. It opens only receipts of its own
 * receiver. By the custom element, as a page without React would: `<ReceiptDesk>` is the same. */
export function ReceiptPage({ options, requests, reviewUrl }: SignUpPageProps): ReactElement {
  const { endpoint, subject, locale } = options;
  useEffect(() => {
    document.title = 'Your face check – Marktkiste';
    void import('candor/element');
  }, []);
  return (
    <>
      <SiteHeader />
      <main className="site">
        <div className="signup">
          <div className="signup-head">
            <h1>Your face check</h1>
            <p>Look at what we keep, or withdraw. No login, only your receipt.</p>
          </div>
          <div className="signup-widget">
            {createElement('candor-receipts', { endpoint, subject, locale })}
          </div>
        </div>
        <RequestList log={requests} sentBytes={null} />
      </main>
      <SiteFooter reviewUrl={reviewUrl} />
    </>
  );
}
