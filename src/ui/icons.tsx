import type { ReactElement } from 'react';

const PATHS = {
  alert:
    'M12 8v5m0 3.2v.1M10.6 4.3 3.4 17a1.6 1.6 0 0 0 1.4 2.4h14.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z',
  arrow: 'M4 12h15m-6-6 6 6-6 6',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4m6-4v4',
  camera: 'M4 8.5h3.2L9 6h6l1.8 2.5H20v10H4zM12 16.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9.5 6 6 6-6 6',
  closer: 'M9 4H4v5m0-5 6 6m5-6h5v5m0-5-6 6M9 20H4v-5m0 5 6-6m5 6h5v-5m0 5-6-6',
  compare:
    'M8.5 11a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm7 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM4 18c.4-2.6 2.2-4 4.5-4s4.1 1.4 4.5 4m0-3.2c.7-.5 1.5-.8 2.5-.8 2.3 0 4.1 1.4 4.5 4',
  face: 'M12 3.5c3.6 0 5.7 2.8 5.7 6.8 0 5-2.6 9.7-5.7 9.7s-5.7-4.7-5.7-9.7c0-4 2.1-6.8 5.7-6.8ZM9.7 10.5v.6m4.6-.6v.6m-4 4.3c1.1.7 2.3.7 3.4 0',
  device: 'M7 3.5h10v17H7zM10.8 17.5h2.4',
  dot: 'M12 12.1v-.2',
  light:
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-12.5v1.5m0 14v1.5M3.5 12H5m14 0h1.5M6 6l1 1m10 10 1 1M6 18l1-1M17 7l1-1',
  mouth: 'M5 12c2-3 4.3-4 7-4s5 1 7 4c-2 3-4.3 4.5-7 4.5S7 15 5 12Zm0 0h14',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.7-3.6 3.6-5.5 7.5-5.5s6.8 1.9 7.5 5.5',
  seal: 'M6.5 11h11v8.5h-11zM9 11V8a3 3 0 0 1 6 0v3m-3 3v2.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 24 × 24. Decoration only: the words beside it say the same. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="candor-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
