import { describe, expect, it } from 'vitest';
import { enLater } from './messages/en-later.js';
import { CaptureScreen } from './screens/CaptureScreen.js';
import { PositioningAside } from './screens/PositioningPanel.js';
import { ReviewScreen } from './screens/ReviewScreen.js';
import { actions, FIRST_CHOICES, POSITIONING, pressed, RECORDING, REVIEW, show } from './screens.fixture.js';
import type { StateOf } from './widget.js';

describe('what stands in the way of the recording', () => {
  const stuck = (change: Partial<StateOf<'positioning'>>): string =>
    show(<CaptureScreen state={{ ...POSITIONING, hint: 'light.uneven', ready: false, ...change }} />);

  it('is the hint beside a button that does nothing but keeps the focus', () => {
    const markup = stuck({});
    expect(markup).toMatch(/data-action="start" aria-disabled="true"/);
    expect(markup).toContain(enLater['reason.light.uneven.remedy']);
    expect(actions(markup)).not.toContain('start-anyway');
    expect(show(<CaptureScreen state={POSITIONING} />)).not.toContain('aria-disabled');
  });

  it('is told, and what else to try, with a way on', () => {
    const markup = stuck({ stuckFor: 'light.uneven', mayStartAnyway: true });
    expect(markup).toContain(enLater['advice.light.uneven']);
    expect(actions(markup)).toContain('start-anyway');
  });

  it('is told without a way on where there is no face', () => {
    const markup = stuck({ hint: 'face.none', stuckFor: 'face.none', mayStartAnyway: false });
    expect(markup).toContain(enLater['advice.face.none']);
    expect(actions(markup)).not.toContain('start-anyway');
  });
});

describe('a camera that stands in for another', () => {
  const positioned = (standIn: StateOf<'positioning'>['standIn']): string =>
    show(<PositioningAside onPractise={() => {}} state={{ ...POSITIONING, standIn }} />);

  it('is named', () => {
    expect(positioned({ label: 'USB Camera' })).toMatch(/data-stand-in[^>]*>[^<]*USB Camera/);
  });

  it('is named without the USB id, which nobody can hear', () => {
    expect(positioned({ label: 'HD Webcam (04f2:b6be)' })).toMatch(/data-stand-in[^>]*>[^<(]*HD Webcam\.</);
  });

  it('is told of where the browser does not name it', () => {
    expect(positioned({ label: '' })).toContain(enLater['positioning.standInUnnamed']);
  });

  it('is not spoken of where the wanted one is open', () => {
    expect(positioned(null)).not.toContain('data-stand-in');
  });
});

describe('the cameras to choose from', () => {
  it('are numbered where the browser keeps their names to itself', () => {
    const cameras = ['a', 'b'].map((deviceId) => ({ deviceId, label: '' }));
    const state = { ...POSITIONING, cameras, cameraId: 'a' };
    const markup = show(<PositioningAside onPractise={() => {}} state={state} />);
    const name = enLater['positioning.camera'];
    expect(markup).toMatch(new RegExp(`>${name} 1</option>.*>${name} 2</option>`));
  });
});

describe('the choices before the recording', () => {
  const markup = show(<CaptureScreen state={POSITIONING} />);

  it('are behind one disclosure below start, and none is made beforehand', () => {
    expect(actions(markup)).toEqual([
      'opt-out',
      'start',
      'cancel',
      'practise',
      'choices',
      'more-time',
      'profile',
      'tones',
      'colour-check',
    ]);
    expect(pressed(markup)).toEqual([]);
    expect(markup).toMatch(/<details(?![^>]*\bopen)/);
  });

  it('are in sight from the start where one was made', () => {
    const choices = { ...POSITIONING.choices, moreTime: true };
    expect(show(<CaptureScreen state={{ ...POSITIONING, choices }} />)).toMatch(/<details[^>]*\bopen/);
  });

  it('show which were made', () => {
    const choices = { profile: 'no-gestures', moreTime: false, colourCheck: true } as const;
    expect(pressed(show(<CaptureScreen state={{ ...POSITIONING, choices }} />))).toEqual([
      'profile',
      'colour-check',
    ]);
  });

  it('say beforehand that a person will check, and what the light does', () => {
    expect(markup).toContain(enLater['choices.noGesturesBody']);
    const warning = markup.indexOf(enLater['choices.lightWarning']);
    expect(warning).toBeGreaterThan(0);
    expect(warning).toBeLessThan(markup.indexOf('data-action="colour-check"'));
    expect(markup).toMatch(/data-action="colour-check"[^>]*aria-describedby/);
  });

  it('are only those that are offered', () => {
    const offers = { profile: false, moreTime: true, colourCheck: false };
    const shown = actions(show(<CaptureScreen state={{ ...POSITIONING, offers }} />));
    expect(shown).toEqual(['opt-out', 'start', 'cancel', 'practise', 'choices', 'more-time', 'tones']);
    const none = { ...offers, moreTime: false };
    expect(show(<CaptureScreen state={{ ...POSITIONING, offers: none }} />)).not.toContain('candor-choices');
  });

  it('have no movements to practise where none is asked for', () => {
    const choices = { ...POSITIONING.choices, profile: 'no-gestures' } as const;
    expect(actions(show(<CaptureScreen state={{ ...POSITIONING, choices }} />))).not.toContain('practise');
  });

  it('are there again, but for the light, after movements that were not seen, while tries last', () => {
    const missed = { kind: 'redo', reasons: ['challenge.missing'] } as const;
    const offeredOn = (more: Partial<StateOf<'review'>>): readonly string[] =>
      actions(show(<ReviewScreen state={{ ...REVIEW, afterVerdict: missed, preview: null, ...more }} />));
    expect(offeredOn({})).toEqual([
      'replay',
      'keep-clip',
      'more-time',
      'profile',
      'opt-out',
      'redo',
      'cancel',
    ]);
    expect(offeredOn({ attemptsLeft: 0 })).not.toContain('more-time');
    expect(offeredOn({ afterVerdict: { kind: 'redo', reasons: ['light.too_dark'] } })).not.toContain(
      'more-time',
    );
  });
});

describe('the recording', () => {
  it('asks for nothing in the profile without movements, not even for the gaze', () => {
    const choices = { ...FIRST_CHOICES, profile: 'no-gestures' } as const;
    const markup = show(<CaptureScreen state={{ ...RECORDING, choices }} />);
    expect(markup).toContain(enLater['recording.still']);
    expect(markup).not.toContain(enLater['recording.ahead']);
    expect(markup).not.toContain('candor-cue"');
  });

  it('has no colour unless one is due', () => {
    expect(show(<CaptureScreen state={RECORDING} />)).not.toMatch(/rgb\(|data-lit="true"/);
    const lit = show(<CaptureScreen state={{ ...RECORDING, colour: [89, 202, 89] }} />);
    expect(lit).toContain('fill="rgb(89, 202, 89)"');
    expect(lit).not.toContain('style=');
  });
});
