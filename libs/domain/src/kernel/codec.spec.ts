import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { eventCodecOf, isUnknown, storedEvents, type StoredVersion } from './codec.js';

/** An invented event with a history: the title was added in v2, the name became sealed in v2. */
interface CourseHeld {
  readonly type: 'CourseHeld';
  readonly courseId: string;
  readonly title: string;
  readonly teacher: string;
}
const { sealed } = storedEvents<CourseHeld>();
const latest = sealed(
  'CourseHeld',
  2,
  z.strictObject({ courseId: z.string(), title: z.string(), teacher: z.string() }),
  {
    fields: ['teacher'],
    subject: (event, streamId) => `person:${event.courseId}-${streamId}`,
    forgotten: (clear) => ({ teacher: `teacher of ${clear.courseId}` }),
  },
);
const first: StoredVersion = {
  type: 'CourseHeld',
  version: 1,
  schema: z.strictObject({ courseId: z.string(), teacher: z.string() }),
  sealed: [],
  raise: (fields: { courseId: string; teacher: string }) => ({ ...fields, title: 'untitled' }),
};
const codec = eventCodecOf<CourseHeld>([first, latest]);
const event: CourseHeld = { type: 'CourseHeld', courseId: 'c1', title: 'Listening', teacher: 'Ada' };

describe('an event codec', () => {
  it('writes the latest version and splits off what is sealed', () => {
    expect(codec.storedName(event)).toBe('CourseHeld.v2');
    expect(codec.encode(event, 's1')).toEqual({
      clear: { courseId: 'c1', title: 'Listening' },
      sealed: [{ subject: 'person:c1-s1', fields: { teacher: 'Ada' } }],
    });
  });
  it('reads the latest version, opened or forgotten', () => {
    const clear = { courseId: 'c1', title: 'Listening' };
    expect(codec.decode('CourseHeld.v2', clear, [{ teacher: 'Ada' }])).toEqual(event);
    expect(codec.decode('CourseHeld.v2', clear, ['forgotten'])).toEqual({
      ...event,
      teacher: 'teacher of c1',
    });
  });
  it('raises an older version to today’s shape', () =>
    expect(codec.decode('CourseHeld.v1', { courseId: 'c1', teacher: 'Ada' }, [])).toEqual({
      ...event,
      title: 'untitled',
    }));
  it.each(['CourseHeld.v3', 'CourseHeld', 'CourseCancelled.v1', 'constructor', ''])(
    'answers %j, which it does not know, as unknown',
    (name) => {
      const decoded = codec.decode(name, {}, []);
      expect(decoded).toEqual({ unknown: name });
      expect(isUnknown(decoded)).toBe(true);
    },
  );
  it('stops at data that do not fit, naming fields and never values', () => {
    const read = () => codec.decode('CourseHeld.v2', { courseId: 'c1', title: 7 }, [{ teacher: 'Ada' }]);
    expect(read).toThrow('CourseHeld.v2 has an unexpected shape at title');
    expect(read).not.toThrow('Ada');
    expect(() =>
      codec.decode('CourseHeld.v2', { courseId: 'c1', title: 'x', more: 1 }, ['forgotten']),
    ).toThrow('unexpected shape');
    expect(() => codec.decode('CourseHeld.v2', { courseId: 'c1', title: 'x' }, [])).toThrow('sealed groups');
  });
  it('refuses to write what it could not read back', () =>
    expect(() => codec.encode({ ...event, title: undefined as unknown as string }, 's1')).toThrow(
      'at title',
    ));
  it('leaves the event it writes untouched', () => {
    const frozen = Object.freeze({ ...event });
    codec.encode(frozen, 's1');
    expect(frozen).toEqual(event);
  });
  it('is not built of versions that claim one name', () =>
    expect(() => eventCodecOf<CourseHeld>([latest, latest])).toThrow('CourseHeld.v2 is declared twice'));
  it('is not built of a version that cannot be raised', () =>
    expect(() => eventCodecOf<CourseHeld>([first])).toThrow('CourseHeld.v1 has no next version'));
});
