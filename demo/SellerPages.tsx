import { createElement, type ReactElement, useEffect } from 'react';
import { RequestList } from './RequestList.js';
import { type SignUpPageProps, SiteFooter, SiteHeader } from './SignUpPage.js';

/** Pages for a seller who has been checked, weeks later. By the custom elements, as a page without React would: `<ReceiptDesk>`
 * and `<SellerData>` are the same. */

/** Comes with a receipt. It opens only receipts of its own receiver. */
export function ReceiptPage(props: SignUpPageProps): ReactElement {
  return (
    <SellerPage {...props} title="Your face check" element="candor-receipts">
      Look at what we keep, or withdraw. No login, only your receipt.
    </SellerPage>
  );
}

/** Is signed in, and sees everything of theirs. */
export function MyDataPage(props: SignUpPageProps): ReactElement {
  return (
    <SellerPage {...props} title="Your data" element="candor-seller-data">
      What this browser keeps and what we hold of your face checks.
    </SellerPage>
  );
}

interface SellerPageProps extends SignUpPageProps {
  readonly title: string;
  readonly element: 'candor-receipts' | 'candor-seller-data';
  readonly children: string;
}

function SellerPage({
  options,
  requests,
  reviewUrl,
  title,
  element,
  children,
}: SellerPageProps): ReactElement {
  const { endpoint, subject, locale } = options;
  useEffect(() => {
    document.title = `${title} – Marktkiste`;
    void import('candor/element');
  }, [title]);
  return (
    <>
      <SiteHeader />
      <main className="site">
        <div className="signup">
          <div className="signup-head">
            <h1>{title}</h1>
            <p>{children}</p>
          </div>
          <div className="signup-widget">{createElement(element, { endpoint, subject, locale })}</div>
        </div>
        <RequestList log={requests} sentBytes={null} />
      </main>
      <SiteFooter reviewUrl={reviewUrl} />
    </>
  );
}
