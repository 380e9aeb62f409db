import { describe, expect, it } from '@jest/globals';
import { textOf } from './text-of-file.js';

const bytes = (...values: readonly number[]) => new Uint8Array(values).buffer;

describe('the text of a file', () => {
  it('is read as UTF-8, with or without its mark', () => {
    expect(textOf(new TextEncoder().encode('Müller;Größe').buffer)).toBe('Müller;Größe');
    expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  });

  it('is read as UTF-16 when its mark says so', () => {
    expect(textOf(bytes(0xff, 0xfe, 0xfc, 0x00))).toBe('ü');
    expect(textOf(bytes(0xfe, 0xff, 0x00, 0xfc))).toBe('ü');
  });

  it('is read as Windows text when it is no valid UTF-8', () => {
    expect(textOf(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72))).toBe('Müller');
  });
});
