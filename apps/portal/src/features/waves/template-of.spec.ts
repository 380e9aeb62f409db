import { describe, expect, it } from '@jest/globals';
import { templateOf } from './template-of.js';

const instrument = {
  response: { min: 1, max: 5 },
  items: [{ id: 'm01' }, { id: 'm02' }],
  scales: [{ id: 'status' }],
};

describe('the template of an import', () => {
  it('opens as columns in a German and in an English spreadsheet', () => {
    expect(templateOf('invite', instrument, 'de')).toBe(
      '\uFEFFname;email;team;function;locale;validFrom\r\n',
    );
    expect(templateOf('invite', instrument, 'en')).toBe(
      '\uFEFFname,email,team,function,locale,validFrom\r\n',
    );
  });

  it('names the items for answers and the scales for scores', () => {
    expect(templateOf('answers', instrument, 'en')).toMatch(/,validFrom,m01,m02\r\n$/u);
    expect(templateOf('scores', instrument, 'en')).toMatch(/,validFrom,status\r\n$/u);
  });
});
