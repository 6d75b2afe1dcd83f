import { describe, expect, it } from 'vitest';
import { CandorError, ERROR_CODES } from '../core/errors.js';
import { en as first } from './messages/en.js';
import { enDesk } from './messages/en-desk.js';
import { enLater } from './messages/en-later.js';
import { Problem } from './Problem.js';
import { remedyFor } from './remedy.js';
import { FailedScreen } from './screens/FailedScreen.js';
import { failed, show } from './screens.fixture.js';

/** The words of every failure, a desk's with them. */
const en = { ...first, ...enLater, ...enDesk };

const WAY = /other option|without a face check/i;
const remedyOf = (code: (typeof ERROR_CODES)[number], offersWay: boolean): string =>
  en[remedyFor(new CandorError(code), offersWay) as keyof typeof en];

describe('a remedy', () => {
  it.each(ERROR_CODES)('of %s names no way that the screen does not have', (code) => {
    expect(remedyOf(code, false)).not.toMatch(WAY);
    expect(remedyOf(code, true)).toBe(en[`error.${code}.remedy`]);
    // What says nothing of a way is what helps, with or without one.
    if (!WAY.test(en[`error.${code}.remedy`])) expect(remedyOf(code, false)).toBe(remedyOf(code, true));
  });

  it('names no choice of a camera: it is on no screen of a failure', () => {
    const remedies = ERROR_CODES.map((code) => en[`error.${code}.remedy`]);
    expect(remedies.filter((text) => /choose another (one|camera)/i.test(text))).toEqual([]);
  });

  it('asks for no new recording while the sealed result is kept', () => {
    const kept = show(<FailedScreen state={failed('session.unknown', { envelopeKept: 'in-browser' })} />);
    expect(kept).toContain(en['error.submit.network.remedy']);
    expect(kept).not.toContain(en['error.session.unknown.remedy']);
  });

  it('goes with the ways of its screen', () => {
    const known = show(<FailedScreen state={failed('discovery.malformed')} />);
    expect(known).toContain(en['error.discovery.malformed.remedy']);
    const early = show(<FailedScreen state={failed('discovery.malformed', { alternatives: [] })} />);
    expect(early).toContain(en['failed.againOrTell']);
    expect(early).toContain(en['failed.noWay']);
    expect(show(<Problem error={new CandorError('internal')} />)).not.toMatch(WAY);
  });
});
