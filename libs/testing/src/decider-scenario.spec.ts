import type { Decider } from '@rapport/domain';
import { describe, expect, it } from '@jest/globals';
import { given } from './decider-scenario.js';

type Lamp = { on: boolean };
type Fact = { type: 'SwitchedOn' } | { type: 'Broken' };
const decider: Decider<'switch on' | 'smash', Lamp | 'broken', Fact, { refusal: 'LampIsBroken' }> = {
  category: 'Team',
  initialState: { on: false },
  decide: (command, lamp) => {
    if (lamp === 'broken') return { refusal: 'LampIsBroken' };
    if (command === 'smash') return [{ type: 'Broken' }];
    return lamp.on ? [] : [{ type: 'SwitchedOn' }];
  },
  evolve: (_lamp, fact) => (fact.type === 'Broken' ? 'broken' : { on: true }),
};
const on: Fact = { type: 'SwitchedOn' };

describe('given, when, then', () => {
  it('passes on what the decider says', () => {
    given(decider).when('switch on').then(on);
    given(decider, on).when('switch on').thenNothing();
    given(decider, { type: 'Broken' }).when('switch on').thenRefused({ refusal: 'LampIsBroken' });
  });

  it('fails on anything else', () => {
    expect(() => given(decider).when('switch on').thenNothing()).toThrow();
    expect(() => given(decider, on).when('switch on').then(on)).toThrow();
    expect(() => given(decider, on).when('smash').thenRefused({ refusal: 'LampIsBroken' })).toThrow();
  });

  it('fails on a decider that changes its input', () => {
    const careless = { ...decider, decide: (_: string, lamp: Lamp) => ((lamp.on = true), []) };
    const history = [on];
    expect(() =>
      given(careless as unknown as typeof decider, ...history)
        .when('switch on')
        .thenNothing(),
    ).toThrow(TypeError);
  });
});
