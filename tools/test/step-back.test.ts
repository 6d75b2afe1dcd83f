import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { stepBack } from './step-back.js';

/** Starts a process when it is told to, which says what it has. */
const PARENT = `
  const { spawnSync } = require('node:child_process');
  const child = "console.log(os.getPriority()); if (process.argv[1]) console.log(fs.readFileSync('/proc/self/autogroup', 'utf8'))";
  process.stdin.once('data', (data) => {
    spawnSync(process.execPath, ['-e', child, ...(data == 'sessions' ? ['sessions'] : [])], { stdio: 'inherit' });
    process.exit();
  });`;

const hasSessions = existsSync('/proc/self/autogroup');

it('lets a process and what it starts have what others leave, among sessions too', async () => {
  const parent = spawn(process.execPath, ['-e', PARENT], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  stepBack(parent.pid ?? 0);
  parent.stdin.end(hasSessions ? 'sessions' : 'none');
  const said = await text(parent.stdout);
  expect(said).toMatch(/^10\n/);
  if (hasSessions) expect(said).toMatch(/nice 10$/m);
});

it('has nothing to do where the process has ended', async () => {
  const ended = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => ended.once('close', resolve));
  expect(() => stepBack(ended.pid ?? 0)).not.toThrow();
});
