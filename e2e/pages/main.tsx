import { SellerVerification } from 'candor';
import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'candor/style.css';

/** The ways in which a page may hold the widget, one per `?as=`. `window.unmount()` takes it away again. */

declare global {
  interface Window {
    unmount(): void;
  }
}

const endpoint = document.querySelector<HTMLMetaElement>('meta[name="candor-endpoint"]')?.content ?? '';
const host = document.querySelector('#root');
if (host === null) throw new Error('the page has no #root');

function Two(): ReactElement {
  return (
    <>
      <section id="first">
        <SellerVerification endpoint={endpoint} subject="first" />
      </section>
      <section id="second">
        <SellerVerification endpoint={endpoint} subject="second" />
      </section>
    </>
  );
}

function mountReact(page: ReactElement): void {
  const root = createRoot(host as Element); // checked above
  root.render(page);
  window.unmount = () => root.unmount();
}

async function mountElement(): Promise<void> {
  await import('candor/element');
  const element = document.createElement('candor-verification');
  element.setAttribute('endpoint', endpoint);
  host?.append(element);
  window.unmount = () => element.remove();
}

switch (new URLSearchParams(location.search).get('as')) {
  case 'strict':
    mountReact(
      <StrictMode>
        <SellerVerification endpoint={endpoint} />
      </StrictMode>,
    );
    break;
  case 'two':
    mountReact(<Two />);
    break;
  case 'element':
    await mountElement();
    break;
  default:
    mountReact(<SellerVerification endpoint={endpoint} />);
}
