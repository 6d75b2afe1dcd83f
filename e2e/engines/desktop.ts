import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Frames } from './marked-clip.js';
import { PERMISSIONS, PORTAL } from './needed.js';

/** As much of a desktop as a browser with a camera needs: a display, a session bus, and, should it be wanted, a camera of
 * PipeWire, which is a real one to the browser and needs no kernel module. */

type Environment = Readonly<Record<string, string>>;

export interface Desktop {
  readonly env: Environment;
  close(): Promise<void>;
}

/** Its part for Bluetooth ends WirePlumber where nobody logs in. */
const WITHOUT_BLUETOOTH = 'bluez_monitor.enabled = false\nbluez_monitor.properties["with-logind"] = false\n';

async function placeFor(configuration: string): Promise<string> {
  const folder = join(configuration, 'wireplumber/bluetooth.lua.d');
  await mkdir(folder, { recursive: true });
  return join(folder, '80-without.lua');
}

const PAUSE_MS = 1_000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

class Programs {
  readonly #running: ChildProcess[] = [];

  /** @param stdio - what its file descriptor 3 is for, beside its own. */
  start(command: readonly string[], env: Environment = {}): ChildProcess {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.#running.push(child);
    return child;
  }

  /** Starts it, and reads the line that it writes to its file descriptor 3. */
  async startTelling(command: readonly string[], env: Environment = {}): Promise<string> {
    const child = this.start(command, env);
    const told = child.stdio[3] as Readable; // as `start` asks for
    const line = await new Promise<string>((resolve, reject) => {
      told.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      child.once('exit', (code) => reject(new Error(`${command[0]} ended with ${code}`)));
      child.once('error', reject);
    });
    return line;
  }

  /** Runs it to its end. @throws where that is not 0. */
  async run(command: readonly string[], env: Environment): Promise<void> {
    const child = this.start(command, env);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  }

  async end(): Promise<void> {
    const ends = this.#running.map(
      (child) =>
        new Promise((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) resolve(null);
          child.once('exit', resolve);
          child.kill('SIGKILL');
        }),
    );
    await Promise.all(ends);
  }
}

/** @param frames - JPEG files that the camera plays, 30 a second, again and again; none: there is no camera. */
export async function startDesktop(frames?: Frames): Promise<Desktop> {
  const runtime = await mkdtemp(join(tmpdir(), 'candor-desktop-'));
  const programs = new Programs();
  const close = async (): Promise<void> => {
    await programs.end();
    // The portal's own mount goes a moment after it.
    await rm(runtime, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    const display = await programs.startTelling([
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1400x1000x24',
      '-nolisten',
      'tcp',
    ]);
    const bus = await programs.startTelling(['dbus-daemon', '--session', '--nofork', '--print-address=3']);
    await writeFile(await placeFor(runtime), WITHOUT_BLUETOOTH);
    const env = {
      XDG_CONFIG_HOME: runtime,
      DISPLAY: `:${display}`,
      DBUS_SESSION_BUS_ADDRESS: bus,
      XDG_RUNTIME_DIR: runtime,
      XDG_CURRENT_DESKTOP: 'GNOME',
    };
    if (frames !== undefined) await startCamera(programs, env, frames);
    return { env, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function startCamera(programs: Programs, env: Environment, { pattern, paths }: Frames): Promise<void> {
  // What the bus itself starts needs the display, too.
  await programs.run(['dbus-update-activation-environment', ...Object.keys(env)], env);
  programs.start(['pipewire'], env);
  await pause();
  programs.start(['wireplumber'], env);
  await pause();
  const source = [
    'multifilesrc',
    `location=${pattern}`,
    'index=0',
    'start-index=0',
    `stop-index=${paths.length - 1}`,
    'loop=true',
  ];
  const properties =
    'props,media.class=Video/Source,media.role=Camera,node.name=integrated,node.description=Integrated_Camera';
  programs.start(
    [
      ...[
        'gst-launch-1.0',
        '-q',
        ...source,
        'caps=image/jpeg,framerate=30/1',
        '!',
        'jpegdec',
        '!',
        'videoconvert',
        '!',
      ],
      ...['video/x-raw,format=I420,width=640,height=480,framerate=30/1', '!'],
      ...['pipewiresink', 'mode=provide', 'sync=true', `stream-properties=${properties}`],
    ],
    env,
  );
  await pause();
  programs.start([PERMISSIONS], env);
  await pause();
  const store = 'org.freedesktop.impl.portal.PermissionStore';
  await programs.run(
    [
      ...['gdbus', 'call', '--session', '--dest', store, '--object-path', `/${store.replaceAll('.', '/')}`],
      ...['--method', `${store}.SetPermission`, 'devices', 'true', 'camera', '', "['yes']"],
    ],
    env,
  );
  programs.start([PORTAL], env);
  await pause();
}
