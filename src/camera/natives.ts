/** The browser's functions that lead to a camera's pictures, as they were when this module was loaded. It is small and
 * loaded with the widget, long before consent, because what replaces them later then shows (requirement I-06). */

type AnyFunction = (...given: never[]) => unknown;

/** By name, as each function's own text has it. What the browser lacks is left out. */
export type WatchedFunctions = ReadonlyMap<string, AnyFunction>;

export interface Natives {
  readonly functions: WatchedFunctions;
  /** `Function.prototype.toString`. */
  readonly textOf: AnyFunction;
}

/** What the page would call now. Not `toString`: core-js and zone.js replace that on honest pages. */
export function watchedFunctions(): WatchedFunctions {
  const devices = globalThis.navigator?.mediaDevices;
  const track = globalThis.MediaStreamTrack?.prototype;
  const found: Readonly<Record<string, AnyFunction | undefined>> = {
    getUserMedia: devices?.getUserMedia,
    enumerateDevices: devices?.enumerateDevices,
    getSettings: track?.getSettings,
    label: track && Object.getOwnPropertyDescriptor(track, 'label')?.get,
  };
  return new Map(
    Object.entries(found).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** On a server there is nothing to be had; importing must still work there (requirement B-17). */
export const NATIVES: Natives = {
  functions: watchedFunctions(),
  textOf: Function.prototype.toString,
};
