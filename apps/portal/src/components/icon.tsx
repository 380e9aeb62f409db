const PATHS = {
  next: 'M9 5l7 7-7 7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.8-6 7.5-6s6.7 2.4 7.5 6',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  warning: 'M12 4l9 16H3zM12 10v4.500M12 17.300h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01',
  download: 'M12 4v11m0 0l-4.5-4.500M12 15l4.5-4.500M5 20h14',
  plus: 'M12 5v14M5 12h14',
  offline:
    'M4 4l16 16M6.5 13a8 8 0 0 1 3-1.800M2.5 9.500A14 14 0 0 1 7 6.600M12 5c3.7 0 7 1.5 9.5 4.500M17.5 13a8 8 0 0 0-2-1.400M12 19h.01',
} as const;

/** A line drawing beside a word; it says nothing of its own. */
export function Icon({ name, size = 20 }: { readonly name: keyof typeof PATHS; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
