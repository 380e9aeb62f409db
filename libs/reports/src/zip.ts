const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
/** The first day a ZIP file can name. */
const FIRST_DAY = 0x0021;

/**
 * The same ZIP file with every entry dated 1 January 1980, 0:00, so that it does not tell when it was packed. For files
 * without a comment at their end.
 */
export function undated(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('not a ZIP file without a comment');
  const date = (at: number) => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, FIRST_DAY, true);
  };
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('the ZIP file has a broken directory');
    date(at + 12);
    date(view.getUint32(at + 42, true) + 10);
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return zip;
}
