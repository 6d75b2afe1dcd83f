import { Check } from './Check';

/** Rendered on the server; the widget's own part of it is the frame that it fills in the browser. */
export default function Page() {
  return (
    <main>
      <h1>Open a shop</h1>
      <Check shop="blue-teapots" />
    </main>
  );
}
