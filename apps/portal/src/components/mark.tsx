/** Two circles that overlap: the sign of the product. */
export function Mark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#1f2933" />
      <circle cx="12.5" cy="16" r="6" fill="none" stroke="#ffffff" strokeWidth="2.2" />
      <circle cx="19.5" cy="16" r="6" fill="none" stroke="#ffffff" strokeWidth="2.2" />
    </svg>
  );
}
