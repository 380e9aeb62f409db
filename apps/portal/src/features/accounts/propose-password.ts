/** 32 signs, so that a byte falls on each equally often; none that looks like another. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of 100 random bits in groups that can be read out: `k7m2p-...`. */
export function proposePassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const signs = Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join('');
  return (signs.match(/.{5}/gu) ?? []).join('-');
}
