import { describe, it } from '@jest/globals';
import type { ClientId, PersonId } from '../kernel/ids.js';
import { scenariosOf } from '../kernel/scenario.js';
import { teamDecider } from './team.decider.js';
import type { TeamCommand, TeamEvent } from './team.js';

const given = scenariosOf(teamDecider);
const clientId = '00000000-0000-4000-8000-0000000000c1' as ClientId;
const personId = '00000000-0000-4000-8000-0000000000e1' as PersonId;

const formed: TeamEvent = { type: 'TeamFormed', clientId, name: 'Vertrieb Nord', function: 'sales' };
const joined = (validFrom: string): TeamEvent => ({ type: 'TeamMemberAdded', personId, validFrom });
const left = (validTo: string): TeamEvent => ({ type: 'TeamMemberLeft', personId, validTo });

describe('FormTeam', () => {
  const form: TeamCommand = { type: 'FormTeam', clientId, name: 'Vertrieb Nord', function: 'sales' };
  it('forms the team', () => given().when(form).thenEvents(formed));
  it('is refused when another team was formed here', () =>
    given(formed)
      .when({ ...form, function: 'marketing' })
      .thenRefused({ refusal: 'TeamAlreadyFormed' }));
  it('is quiet when repeated', () => given(formed, joined('2026-01-01')).when(form).thenNothing());
});

describe('RenameTeam', () => {
  const rename: TeamCommand = { type: 'RenameTeam', name: 'Vertrieb', function: 'sales' };
  const renamed: TeamEvent = { type: 'TeamRenamed', name: 'Vertrieb', function: 'sales' };
  it('renames the team', () => given(formed).when(rename).thenEvents(renamed));
  it('changes the function alone', () =>
    given(formed, renamed)
      .when({ ...rename, function: 'key-account' })
      .thenEvents({ ...renamed, function: 'key-account' }));
  it('is refused for an unknown team', () => given().when(rename).thenRefused({ refusal: 'TeamUnknown' }));
  it('is quiet when that is its name', () => given(formed, renamed).when(rename).thenNothing());
});

describe('AddTeamMember', () => {
  const add = (validFrom: string): TeamCommand => ({ type: 'AddTeamMember', personId, validFrom });
  it('adds a member', () => given(formed).when(add('2026-01-01')).thenEvents(joined('2026-01-01')));
  it('lets somebody come back', () =>
    given(formed, joined('2025-01-01'), left('2025-06-30'))
      .when(add('2026-01-01'))
      .thenEvents(joined('2026-01-01')));
  it('lets somebody come back on the day the last membership ended', () =>
    given(formed, joined('2025-01-01'), left('2025-06-30'))
      .when(add('2025-06-30'))
      .thenEvents(joined('2025-06-30')));
  it('is refused for an unknown team', () =>
    given().when(add('2026-01-01')).thenRefused({ refusal: 'TeamUnknown' }));
  it('is refused for a day before the membership that goes on', () =>
    given(formed, joined('2026-01-01'))
      .when(add('2025-12-01'))
      .thenRefused({ refusal: 'AlreadyAMember', personId, validFrom: '2026-01-01' }));
  it('is refused for a day within a membership that ended', () =>
    given(formed, joined('2025-01-01'), left('2025-06-30'))
      .when(add('2025-03-01'))
      .thenRefused({ refusal: 'AlreadyAMember', personId, validFrom: '2025-01-01' }));
  it('is quiet when the person belongs to the team on that day', () =>
    given(formed, joined('2026-01-01')).when(add('2026-03-01')).thenNothing());
  it('is quiet when repeated after the person left', () =>
    given(formed, joined('2026-01-01'), left('2026-06-30')).when(add('2026-01-01')).thenNothing());
});

describe('RemoveTeamMember', () => {
  const remove = (validTo: string): TeamCommand => ({ type: 'RemoveTeamMember', personId, validTo });
  it('ends the membership', () =>
    given(formed, joined('2026-01-01')).when(remove('2026-06-30')).thenEvents(left('2026-06-30')));
  it('may end it on its first day', () =>
    given(formed, joined('2026-01-01')).when(remove('2026-01-01')).thenEvents(left('2026-01-01')));
  it('ends the second membership and leaves the first as it was', () => {
    const history = [formed, joined('2025-01-01'), left('2025-06-30'), joined('2026-01-01')];
    given(...history)
      .when(remove('2026-06-30'))
      .thenEvents(left('2026-06-30'));
    given(...history, left('2026-06-30'))
      .when(remove('2025-06-30'))
      .thenNothing();
  });
  it('is refused for somebody who never belonged to the team', () =>
    given(formed).when(remove('2026-06-30')).thenRefused({ refusal: 'NotAMember', personId }));
  it('is refused for somebody who left on another day', () =>
    given(formed, joined('2026-01-01'), left('2026-06-30'))
      .when(remove('2026-07-31'))
      .thenRefused({ refusal: 'NotAMember', personId }));
  it('is refused for a day before the membership began', () =>
    given(formed, joined('2026-01-01'))
      .when(remove('2025-12-31'))
      .thenRefused({ refusal: 'LeavesBeforeJoining', personId, validFrom: '2026-01-01' }));
  it('is quiet when the person left on that day', () =>
    given(formed, joined('2026-01-01'), left('2026-06-30')).when(remove('2026-06-30')).thenNothing());
});
