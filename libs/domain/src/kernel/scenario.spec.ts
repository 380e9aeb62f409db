import { describe, expect, it } from '@jest/globals';
import type { Decider } from './decider.js';
import { same } from './same.js';
import { scenariosOf } from './scenario.js';

type Switch = { readonly type: 'SwitchedOn' };
type Press = { readonly type: 'SwitchOn' | 'Break' };
const lamp: Decider<Press, boolean, Switch> = {
  category: 'Firm',
  initialState: false,
  decide: (command, on) =>
    command.type === 'Break' ? { refusal: 'Unbreakable' } : on ? [] : [{ type: 'SwitchedOn' }],
  evolve: () => true,
};
const forgetful: Decider<Press, boolean, Switch> = { ...lamp, evolve: (on) => on };
const on: Switch = { type: 'SwitchedOn' };

describe('a scenario', () => {
  const given = scenariosOf(lamp);
  it('holds when events, refusals and silence are as claimed', () => {
    given().when({ type: 'SwitchOn' }).thenEvents(on);
    given().when({ type: 'Break' }).thenRefused({ refusal: 'Unbreakable' });
    given(on).when({ type: 'SwitchOn' }).thenNothing();
  });
  it('fails when other events happen than claimed', () => {
    expect(() => given(on).when({ type: 'SwitchOn' }).thenEvents(on)).toThrow('expected events');
    expect(() => given().when({ type: 'SwitchOn' }).thenEvents(on, on)).toThrow('expected events');
  });
  it('fails when something happens instead of nothing', () => {
    expect(() => given().when({ type: 'SwitchOn' }).thenNothing()).toThrow('expected nothing');
    expect(() => given().when({ type: 'Break' }).thenNothing()).toThrow('expected nothing');
    expect(() => given().when({ type: 'SwitchOn' }).thenEvents()).toThrow('thenNothing');
  });
  it('fails when a refusal is another one or none', () => {
    expect(() => given().when({ type: 'Break' }).thenRefused({ refusal: 'Other' })).toThrow('a refusal');
    expect(() => given().when({ type: 'SwitchOn' }).thenRefused({ refusal: 'Other' })).toThrow('a refusal');
  });
  it('fails when the command, repeated, is not quiet', () => {
    const claims = scenariosOf(forgetful)().when({ type: 'SwitchOn' });
    expect(() => claims.thenEvents(on)).toThrow('nothing when repeated');
    expect(() => given().when({ type: 'SwitchOn' }).thenEventsEachTime(on)).toThrow('the same events');
    claims.thenEventsEachTime(on);
  });
  it('fails when a decider changes what it is given', () => {
    const greedy: Decider<{ type: 'Take'; from: string[] }, string[], Switch> = {
      category: 'Firm',
      initialState: [],
      decide: ({ from }, state) => (state.length === 0 ? [on] : (from.pop(), [on])),
      evolve: (state) => (state.push('seen'), state),
    };
    const take = { type: 'Take', from: ['a'] } as const;
    expect(() => scenariosOf(greedy)(on).when({ ...take, from: ['a'] })).toThrow(TypeError);
    const taking: typeof greedy = { ...greedy, evolve: (state) => [...state, 'seen'] };
    expect(() => scenariosOf(taking)(on).when({ ...take, from: ['a'] })).toThrow(TypeError);
  });
});

describe('same', () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [null, {}, false],
    ['1', 1, false],
    [{ toString: 1 }, { a: 1 }, false],
  ])('of %j and %j is %j', (a, b, expected) => expect(same(a, b)).toBe(expected));
});
