import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeStream, fakeTrack } from './browser-doubles.fixture.js';
import { CLIP_TYPES, chooseClipType, recordClip } from './record-clip.js';

it.each([
  ['Chromium', /^video\/(webm|mp4)/, 'video/webm;codecs=vp8'],
  ['a browser without VP8', /^video\/webm(;codecs=(vp9|h264))?$/, 'video/webm;codecs=vp9'],
  ['a browser that only names the container', /^video\/webm$/, 'video/webm'],
  ['Safari before webm', /^video\/mp4/, 'video/mp4;codecs=avc1.42E01E'],
])('records what %s can record', (_browser, supported, expected) => {
  expect(chooseClipType((type) => supported.test(type))).toBe(expected);
});

it('has no type for a browser that can record none of them', () => {
  const asked: string[] = [];
  expect(chooseClipType((type) => asked.push(type) === 0)).toBeNull();
  expect(asked).toEqual([...CLIP_TYPES]);
});

/** A recorder that does what it is told, but for one thing. */
class FakeRecorder extends EventTarget {
  static isTypeSupported(_type: string): boolean {
    return true;
  }
  state: RecordingState = 'inactive';
  readonly mimeType = 'video/webm';
  protected readonly bytes: string = 'clip';

  start(): void {
    this.state = 'recording';
  }

  stop(): void {
    this.state = 'inactive';
    this.tell('dataavailable', { data: new Blob([this.bytes]) });
    this.tell('stop');
  }

  protected tell(name: string, more: object = {}): void {
    queueMicrotask(() => this.dispatchEvent(Object.assign(new Event(name), more)));
  }
}

const BROKEN: Readonly<Record<string, unknown>> = {
  'there is no recorder': undefined,
  'no type can be recorded': class extends FakeRecorder {
    static override isTypeSupported = () => false;
  },
  'the recorder cannot be made': class {
    static isTypeSupported = () => true;
    constructor() {
      throw new DOMException('no', 'NotSupportedError');
    }
  },
  'it does not start': class extends FakeRecorder {
    override start(): void {
      throw new DOMException('no', 'InvalidStateError');
    }
  },
  'encoding fails on the way': class extends FakeRecorder {
    override start(): void {
      this.tell('error');
    }
  },
  'it does not stop': class extends FakeRecorder {
    override stop(): void {
      throw new DOMException('no', 'InvalidStateError');
    }
  },
  'it never says that it stopped': class extends FakeRecorder {
    override stop(): void {}
  },
  'it hands over nothing': class extends FakeRecorder {
    protected override readonly bytes = '';
  },
};

describe('recordClip', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function record(Recorder: unknown, track = fakeTrack()) {
    vi.useFakeTimers();
    vi.stubGlobal('MediaRecorder', Recorder);
    const recording = recordClip({ stream: fakeStream(track) });
    await vi.advanceTimersByTimeAsync(5_000);
    const finished = recording.finish(5_000).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(3_000);
    return { recording, outcome: await finished };
  }

  it('gives the clip', async () => {
    const { outcome } = await record(FakeRecorder);
    expect(outcome).toMatchObject({ kind: 'recorded', mimeType: 'video/webm', durationMs: 5_000 });
  });

  it.each(Object.entries(BROKEN))('has no clip, and no error, where %s', async (_what, Recorder) => {
    const { recording, outcome } = await record(Recorder);
    expect(outcome).toMatchObject({ kind: 'none', error: { code: 'clip.unsupported' } });
    expect(() => recording.discard()).not.toThrow();
  });

  it.each([
    ['records', FakeRecorder],
    ['cannot record', undefined],
  ])('is lost with its camera in a browser that %s', async (_what, Recorder) => {
    const track = fakeTrack();
    track.readyState = 'ended';
    const { outcome } = await record(Recorder, track);
    expect(outcome).toMatchObject({ code: 'camera.lost' });
  });
});
