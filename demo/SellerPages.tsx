import { createElement, type ReactElement, useEffect } from 'react';
import { useLanguage, useTitle } from './language.js';
import { OperatorPanes } from './OperatorPanes.js';
import { RequestList } from './RequestList.js';
import { type SignUpPageProps, SiteFooter, SiteHeader } from './SignUpPage.js';

/** Pages for a seller who has been checked, weeks later. By the custom elements, as a page without React would: `<ReceiptDesk>`
 * and `<SellerData>` are the same. */

/** Comes with a receipt. It opens only receipts of its own receiver. */
export function ReceiptPage(props: SignUpPageProps): ReactElement {
  const { words } = useLanguage();
  return (
    <SellerPage {...props} title={words.receipt} element="candor-receipts">
      {words.receiptLead}
    </SellerPage>
  );
}

/** Is signed in, and sees everything of theirs. */
export function MyDataPage(props: SignUpPageProps): ReactElement {
  const { words } = useLanguage();
  return (
    <SellerPage {...props} title={words.yourData} element="candor-seller-data">
      {words.yourDataLead}
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
  operators,
  reviewUrl,
  title,
  element,
  children,
}: SellerPageProps): ReactElement {
  const { endpoint, subject, locale } = options;
  useTitle(`${title} – Marktkiste`);
  useEffect(() => void import('candor/element'), []);
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
        <OperatorPanes log={operators} />
      </main>
      <SiteFooter reviewUrl={reviewUrl} />
    </>
  );
}
