// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { FormControl } from './form-answer.js';

/** What a browser with forms is told: jsdom's elements have none. */
interface Told {
  value: unknown;
  isMissing: boolean | undefined;
}

const told: Told = { value: undefined, isMissing: undefined };

function control({ required }: { required: boolean }): FormControl {
  const element = document.createElement('div');
  element.toggleAttribute('required', required);
  const internals = {
    setFormValue: (value: unknown) => {
      told.value = value;
    },
    setValidity: ({ valueMissing = false }: ValidityStateFlags) => {
      told.isMissing = valueMissing;
    },
  };
  return new FormControl(Object.assign(element, { attachInternals: () => internals as ElementInternals }));
}

beforeEach(() => Object.assign(told, { value: undefined, isMissing: undefined }));

describe('a form', () => {
  it('has the id of the confirmed check, and no field of that name before or after a no', () => {
    const answered = control({ required: false });
    answered.setAnswer({ kind: 'verified', verificationId: 'v-1' });
    expect(told.value).toBe('v-1');
    answered.setAnswer({ kind: 'declined' });
    expect(told.value).toBeNull();
    answered.setAnswer({ kind: 'none' });
    expect(told.value).toBeNull();
  });

  it('waits for an answer where one is required, and for none that cannot be given', () => {
    const required = control({ required: true });
    const missing = (['none', 'declined', 'impossible'] as const).map((kind) => {
      required.setAnswer({ kind });
      return told.isMissing;
    });
    expect(missing).toEqual([true, false, false]);
    control({ required: false }).setAnswer({ kind: 'none' });
    expect(told.isMissing).toBe(false);
  });
});
