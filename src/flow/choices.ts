import type { Challenge } from '../core/types.js';
import type { SessionRequest } from '../envelope/wire.js';
import type { FlowContext } from './context.js';
import type { Choices, FlowOptions, Offers, WantedChoices } from './state.js';

/** What the seller may choose about the check, and what follows from it. */

export function firstChoices({ profile = 'standard' }: FlowOptions): Choices {
  return { profile, moreTime: false, colourCheck: false };
}

/** A profile is a choice where the receiver offers both; more time goes with the one that asks for movements; colours
 * where the integrator allows it and the seller's system does not ask for less motion. */
export function offersOf({
  discovery,
  options,
  motionReduced,
}: Pick<FlowContext, 'discovery' | 'options' | 'motionReduced'>): Offers {
  const profiles = discovery?.profiles ?? [];
  const standard = profiles.includes('standard');
  return {
    profile: standard && profiles.includes('no-gestures'),
    moreTime: standard,
    colourCheck: options.colourCheck === true && !motionReduced,
  };
}

/** Takes what is offered of what is wanted. “No movements” and “more time for them” exclude each other: choosing one
 * gives up the other. */
export function chosen(before: Choices, wanted: WantedChoices, offers: Offers): Choices {
  const moreTime = offers.moreTime ? wanted.moreTime : undefined;
  const colourCheck = offers.colourCheck && (wanted.colourCheck ?? before.colourCheck);
  const profile = (offers.profile ? wanted.profile : undefined) ?? before.profile;
  if (moreTime === true) return { profile: offers.profile ? 'standard' : profile, moreTime, colourCheck };
  return { profile, moreTime: profile === 'standard' && (moreTime ?? before.moreTime), colourCheck };
}

/** The session request's share of the choices. */
export function requested({
  profile,
  moreTime,
  colourCheck: light,
}: Choices): Pick<SessionRequest, 'profile' | 'moreTime' | 'light'> {
  return moreTime ? { profile, moreTime, light } : { profile, light };
}

/** What of the challenge was put to the seller: colours that their system's wish for less motion took back, and colours
 * that nobody chose, were never shown. */
export function shown({ colours, ...challenge }: Challenge, { colourCheck }: Choices): Challenge {
  return colourCheck && colours !== undefined ? { ...challenge, colours } : challenge;
}
