import { SellerVerification } from 'candor';
import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'candor/style.css';
import { failingCallbacks } from './failing-callbacks.js';
import { failingOptions } from './failing-options.js';

/** The ways in which a page may hold the widget, one per `?as=`. `window.unmount()` takes it away again. */

declare global {
  interface Window {
    unmount(): void;
    /** Another seller signs in, on `?as=signed-in`. */
    signIn(subject: string): void;
    defineElement(): Promise<unknown>;
    /** What the form of `?as=form` was submitted with, each time. */
    submitted: Record<string, string>[];
    /** What reached the page's monitoring, as words. */
    reported: string[];
  }
}

const endpoint = document.querySelector<HTMLMetaElement>('meta[name="candor-endpoint"]')?.content ?? '';
const host = document.querySelector('#root');
// A frame of srcdoc has no address of its own to be asked by.
const query = new URLSearchParams(host?.getAttribute('data-query') ?? location.search);
/** Parts of the names of cameras that play a file. */
const cameras = query.getAll('camera');
if (host === null) throw new Error('the page has no #root');

function Two(): ReactElement {
  return (
    <>
      <section id="first">
        <SellerVerification endpoint={endpoint} allowedCameraLabels={cameras} subject="first" />
      </section>
      <section id="second">
        <SellerVerification endpoint={endpoint} allowedCameraLabels={cameras} subject="second" />
      </section>
    </>
  );
}

/** One page on which one seller signs out and another one in. */
function mountSignedIn(): void {
  const root = createRoot(host as Element); // checked above
  window.signIn = (subject) =>
    root.render(<SellerVerification endpoint={endpoint} allowedCameraLabels={cameras} subject={subject} />);
  window.signIn(query.get('subject') ?? 'ada');
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
  element.allowedCameraLabels = cameras;
  host?.append(element);
  window.unmount = () => element.remove();
}

window.defineElement = () => import('candor/element');
window.reported = [];
window.submitted = [];
window.addEventListener('error', ({ message }) => window.reported.push(message));

switch (query.get('as')) {
  // The element's tests put their own markup here.
  case 'nothing':
    break;
  case 'failing':
    mountReact(
      <>
        <h1>A shop</h1>
        <SellerVerification
          endpoint={endpoint}
          allowedCameraLabels={cameras}
          {...failingCallbacks(query.get('how') === 'rejects')}
        />
      </>,
    );
    break;
  case 'failing-options':
    mountReact(
      <>
        <h1>A shop</h1>
        <SellerVerification endpoint={endpoint} {...failingOptions()} />
      </>,
    );
    break;
  case 'strict':
    mountReact(
      <StrictMode>
        <SellerVerification endpoint={endpoint} allowedCameraLabels={cameras} />
      </StrictMode>,
    );
    break;
  case 'light':
    mountReact(<SellerVerification endpoint={endpoint} allowedCameraLabels={cameras} colourCheck />);
    break;
  case 'signed-in':
    mountSignedIn();
    break;
  case 'two':
    mountReact(<Two />);
    break;
  case 'form': {
    const { SignUpForm } = await import('./sign-up-form.js');
    mountReact(<SignUpForm endpoint={endpoint} cameras={cameras} />);
    break;
  }
  case 'element':
    await mountElement();
    break;
  default:
    mountReact(<SellerVerification endpoint={endpoint} allowedCameraLabels={cameras} />);
}
