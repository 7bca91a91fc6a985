import type { SVGProps } from 'react';

/** Paths on a 24 × 24 grid, drawn with a 1.6 px line in the text's colour. */
const PATHS = {
  inbox: 'M4 5h16v10H9l-5 4z',
  customers: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  settings:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM19 12a7 7 0 0 0-.12-1.3l1.9-1.45-1.9-3.3-2.24.9a7 7 0 0 0-2.25-1.3L14.05 3.2h-4.1l-.34 2.35a7 7 0 0 0-2.25 1.3l-2.24-.9-1.9 3.3 1.9 1.45A7 7 0 0 0 5 12c0 .44.04.88.12 1.3l-1.9 1.45 1.9 3.3 2.24-.9a7 7 0 0 0 2.25 1.3l.34 2.35h4.1l.34-2.35a7 7 0 0 0 2.25-1.3l2.24.9 1.9-3.3-1.9-1.45c.08-.42.12-.86.12-1.3z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.9-4.9',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  checks: 'M2.5 12.5L7 17l8.5-9.5M11 16l1.2 1L21.5 7.5',
  chevronDown: 'M7 10l5 5 5-5',
  chevronRight: 'M10 7l5 5-5 5',
  chevronLeft: 'M14 7l-5 5 5 5',
  chevronUp: 'M7 14l5-5 5 5',
  back: 'M19 12H5m6-6l-6 6 6 6',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2',
  snooze: 'M12 20a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM12 8.5v4l2.5 1.5M4 5.5L6.5 3.5M20 5.5L17.5 3.5',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  userPlus:
    'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2.5 20c1-4 4-5.5 7.5-5.5 1.6 0 3.1.32 4.4 1M18.5 14v6M15.5 17h6',
  transfer: 'M4 8.5h14m-4-4.5l4.5 4.5L14 13M20 16H6',
  reopen: 'M4.5 12a7.5 7.5 0 1 0 2.5-5.6M4.5 4v4.5H9',
  tag: 'M4 12.5V5a1 1 0 0 1 1-1h7.5l7.5 7.5-8.5 8.5zM8.5 8.5h.01',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
  reply: 'M10 6L4.5 11.5 10 17M4.5 11.5H14c3.5 0 5.5 2 5.5 6',
  paperclip:
    'M19.5 11.5l-7.8 7.8a5 5 0 0 1-7-7l8.3-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.3-7.3',
  emoji: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2M9 9.5v.5M15 9.5v.5',
  send: 'M4.5 12L3.5 4.5 20.5 12 3.5 19.5zM4.5 12H12',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5v5h5',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9h.01',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14',
  star: 'M12 3.8l2.5 5.3 5.8.7-4.3 4 1.1 5.8L12 16.8l-5.1 2.8L8 13.8l-4.3-4 5.8-.7z',
  bot: 'M5 9h14v10H5zM12 9V5.5M12 4.5h.01M9.5 13v1.5M14.5 13v1.5M2.5 13v3M21.5 13v3',
  merge: 'M7 4v4c0 4 5 4 5 8v4M17 4v4c0 4-5 4-5 8',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  phone:
    'M6.5 4h3l1.5 4-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4 1.5v3c0 1-1 2-2 2C11.5 19 5 12.5 4.5 6c0-1 1-2 2-2z',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 12h17M12 3c-5 5.5-5 12.5 0 18M12 3c5 5.5 5 12.5 0 18',
  bag: 'M5 8h14l-1 12H6zM9 8V7a3 3 0 0 1 6 0v1',
  alert: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01',
  offline:
    'M3 3l18 18M8.5 15.5a5 5 0 0 1 5.7-1M5 12a10 10 0 0 1 4.3-2.5M19 12a10 10 0 0 0-5-2.7M2 8.5a15 15 0 0 1 4.5-2.7M22 8.5A15 15 0 0 0 11 5.1M12 19h.01',
  keyboard: 'M3 6.5h18v11H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M7 14h10',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  sort: 'M7 5v14m-3-3l3 3 3-3M14 7h7M14 12h5M14 17h3',
  filter: 'M4 6h16M7 12h10M10 18h4',
  signOut: 'M14 4.5H5v15h9M10 12h11m-4-4l4 4-4 4',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  team: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.8-3.5 3.3-5 6.5-5s5.7 1.5 6.5 5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.8c2 .7 3 2.3 3.5 4.7',
  shield: 'M12 3.5l7.5 3v5c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9v-5z',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  external: 'M10 5H5v14h14v-5M13.5 4.5h6v6M19.5 4.5L11 13',
  refresh: 'M19.5 12A7.5 7.5 0 1 1 17 6.4M19.5 4v4.5H15',
  undo: 'M9 14.5L4.5 10 9 5.5M4.5 10H15a4.5 4.5 0 0 1 0 9h-3',
  eye: 'M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5s-7-2-9.5-6.5zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  command:
    'M9 9h6v6H9zM9 9V6.5A2.5 2.5 0 1 0 6.5 9zM15 9h2.5A2.5 2.5 0 1 0 15 6.5zM15 15v2.5a2.5 2.5 0 1 0 2.5-2.5zM9 15H6.5A2.5 2.5 0 1 0 9 17.5z',
  zoomIn: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.9-4.9M10.5 8v5M8 10.5h5',
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative unless `label` is given; then it is an image with that name. */
export function Icon({
  name,
  size = 18,
  label,
  ...rest
}: { name: IconName; size?: number; label?: string } & Omit<SVGProps<SVGSVGElement>, 'name'>) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or decorative
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...named}
      {...rest}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
