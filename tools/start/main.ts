import { readCliOptions, USAGE } from '../../receiver/index.js';
import { buildDemo } from './build-demo.js';
import { readThree, THREE_FOLDER } from './read-three.js';
import { startDemo } from './start-demo.js';

const DEFAULT_PORT = '8786';
const DEFAULT_REVIEW_PORT = '8788';
const HELP = `npm start: the demo page and a receiver on this machine. PORT, RECEIVER_PORT and CANDOR_REVIEW_PORT choose the ports, 0 = any free one.

npm start -- --three: besides, three operators, each a process that keeps a part of every face template; the receiver keeps
none (docs/three-operators.md). All that they have is in the receiver's data folder (default ${THREE_FOLDER}).

What else follows -- goes to the receiver:

${USAGE}`;

/** `npm start`. Ends on SIGINT and SIGTERM, with both ports free and status 0. */
async function main(): Promise<void> {
  const { args, demo } = readThree(process.argv.slice(2), process.env);
  const receiver = await readCliOptions(args, withReviewPort(process.env));
  if (receiver === null) {
    process.stdout.write(HELP);
    return;
  }
  const port = readPort(process.env.PORT ?? DEFAULT_PORT);
  await buildDemo((line) => console.log(line));
  const { demoUrl, receiverUrl, reviewUrl, close } = await startDemo({ port, receiver, ...demo });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close());
  }
  console.log(`Receiver: ${receiverUrl}`);
  if (reviewUrl !== null) console.log(`Review: ${reviewUrl}`);
  console.log(`Demo: ${demoUrl}`);
}

/** The demo has pages for reviewers: on 8788, or on any free port where the receiver is on any. */
function withReviewPort(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const port = env.RECEIVER_PORT === '0' ? '0' : DEFAULT_REVIEW_PORT;
  return { ...env, CANDOR_REVIEW_PORT: env.CANDOR_REVIEW_PORT ?? port };
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
