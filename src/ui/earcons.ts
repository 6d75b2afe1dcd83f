/** Short tones beside the words (requirement A-06), made by the browser: nothing is fetched and nothing is played before they are
 * switched on. */

export type Earcon = 'countdown' | 'cue' | 'end';

interface Tone {
  readonly frequencyHz: number;
  readonly fromMs: number;
  readonly durationMs: number;
}

/** One low tick, a rising pair, a falling pair: told apart without any practice. */
const TONES: Readonly<Record<Earcon, readonly Tone[]>> = {
  countdown: [{ frequencyHz: 330, fromMs: 0, durationMs: 50 }],
  cue: [
    { frequencyHz: 660, fromMs: 0, durationMs: 90 },
    { frequencyHz: 990, fromMs: 100, durationMs: 140 },
  ],
  end: [
    { frequencyHz: 660, fromMs: 0, durationMs: 140 },
    { frequencyHz: 440, fromMs: 150, durationMs: 260 },
  ],
};
const LOUDNESS = 0.12;
/** So that a tone begins and ends without a click, s. */
const FADE_S = 0.012;

export interface Earcons {
  play(earcon: Earcon): void;
  /** Gives the sound device back. */
  close(): void;
}

/** @returns null where the browser makes no tones. */
export function createEarcons(): Earcons | null {
  if (typeof AudioContext === 'undefined') return null;
  const audio = new AudioContext();
  return {
    play: (earcon) => {
      for (const tone of TONES[earcon]) playTone(audio, tone);
    },
    close: () => {
      // Rejects where it is closed already, which is what is wanted.
      audio.close().catch(() => {});
    },
  };
}

function playTone(audio: AudioContext, { frequencyHz, fromMs, durationMs }: Tone): void {
  const startS = audio.currentTime + fromMs / 1_000;
  const endS = startS + durationMs / 1_000;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0, startS);
  gain.gain.linearRampToValueAtTime(LOUDNESS, startS + FADE_S);
  gain.gain.setValueAtTime(LOUDNESS, endS - FADE_S);
  gain.gain.linearRampToValueAtTime(0, endS);
  const oscillator = audio.createOscillator();
  oscillator.frequency.value = frequencyHz;
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(startS);
  oscillator.stop(endS);
}
