import type { FlowOptions, Profile } from 'candor';

/** Where `npm start` puts its receiver when nothing else is said. */
const LOCAL_RECEIVER = 'http://localhost:8787';

const PROFILES: readonly Profile[] = ['standard', 'no-gestures'];

export interface Address {
  readonly options: FlowOptions;
  /** Where a reviewer begins; null where the server of this page knows of none. */
  readonly reviewUrl: string | null;
  /** Path of the page's own server that tells what the three operators do; null where there are none. */
  readonly operatorsPath: string | null;
}

/** `?endpoint=&locale=&profile=&subject=&camera=`: who is signed in, should somebody be; the last one a part of the name of a camera that is expected, for tests. The server checks the endpoint, lets it through the CSP and writes it into
 * `<meta name="candor-endpoint">`; without such a server the address itself is taken. */
export function readAddress(search: string, page: Pick<Document, 'querySelector'>): Address {
  const asked = new URLSearchParams(search);
  const meta = (name: string): string | null =>
    page.querySelector(`meta[name="candor-${name}"]`)?.getAttribute('content') ?? null;
  const locale = asked.get('locale') ?? navigator.language;
  const camera = asked.get('camera');
  const subject = asked.get('subject');
  const profile = PROFILES.find((known) => known === asked.get('profile'));
  return {
    reviewUrl: meta('review'),
    operatorsPath: meta('operators'),
    options: {
      endpoint: meta('endpoint') ?? asked.get('endpoint') ?? LOCAL_RECEIVER,
      locale,
      ...(profile === undefined ? {} : { profile }),
      ...(subject === null ? {} : { subject }),
      ...(camera === null ? {} : { allowedCameraLabels: [camera] }),
    },
  };
}
