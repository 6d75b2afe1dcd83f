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
    'M8.5 11a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm7 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM4 18c.4-2.6 2.200-4 4.500-4s4.100 1.400 4.500 4m0-3.200c.7-.5 1.500-.8 2.500-.8 2.300 0 4.100 1.400 4.500 4',
  device: 'M7 3.500h10v17H7zM10.800 17.500h2.400',
  dot: 'M12 12.100v-.200',
  mouth: 'M5 12c2-3 4.300-4 7-4s5 1 7 4c-2 3-4.300 4.500-7 4.500S7 15 5 12Zm0 0h14',
  seal: 'M6.500 11h11v8.500h-11zM9 11V8a3 3 0 0 1 6 0v3m-3 3v2.500',
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
