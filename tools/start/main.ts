import { readCliOptions, USAGE } from '../../receiver/index.js';
import { buildDemo } from './build-demo.js';
import { startDemo } from './start-demo.js';

const DEFAULT_PORT = '8786';
const HELP = `npm start: the demo page and a receiver on this machine. PORT and RECEIVER_PORT choose the ports, 0 = any free one.
What follows -- goes to the receiver:

${USAGE}`;

/** `npm start`. Ends on SIGINT and SIGTERM, with both ports free and status 0. */
async function main(): Promise<void> {
  const receiver = await readCliOptions(process.argv.slice(2), process.env);
  if (receiver === null) {
    process.stdout.write(HELP);
    return;
  }
  const port = readPort(process.env.PORT ?? DEFAULT_PORT);
  await buildDemo((line) => console.log(line));
  const { demoUrl, receiverUrl, close } = await startDemo({ port, receiver });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close());
  }
  console.log(`Receiver: ${receiverUrl}\nDemo: ${demoUrl}`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new TypeError(`PORT: ${text} is not a port`);
  return port;
}

function explain(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if ('code' in thrown && thrown.code === 'EADDRINUSE' && 'port' in thrown) {
    return `Port ${thrown.port} is taken. PORT=0 RECEIVER_PORT=0 npm start takes any free ones.`;
  }
  return thrown.message;
}

main().catch((thrown: unknown) => {
  console.error(explain(thrown));
  process.exitCode = 1;
});
