import type { ClientId, PersonId } from '../kernel/ids.js';

/** A group in a client organisation; a membership has valid-from and valid-to besides the time we learnt of it. */
export type TeamEvent =
  | {
      readonly type: 'TeamFormed';
      readonly clientId: ClientId;
      readonly name: string;
      readonly function: string;
    }
  | { readonly type: 'TeamRenamed'; readonly name: string; readonly function: string }
  | { readonly type: 'TeamMemberAdded'; readonly personId: PersonId; readonly validFrom: string }
  | { readonly type: 'TeamMemberLeft'; readonly personId: PersonId; readonly validTo: string };

export type TeamCommand =
  | {
      readonly type: 'FormTeam';
      readonly clientId: ClientId;
      readonly name: string;
      readonly function: string;
    }
  | { readonly type: 'RenameTeam'; readonly name: string; readonly function: string }
  | { readonly type: 'AddTeamMember'; readonly personId: PersonId; readonly validFrom: string }
  | { readonly type: 'RemoveTeamMember'; readonly personId: PersonId; readonly validTo: string };

export type TeamRefusal =
  | { readonly refusal: 'TeamUnknown' }
  | { readonly refusal: 'TeamAlreadyFormed' }
  | { readonly refusal: 'NotAMember'; readonly personId: PersonId }
  | { readonly refusal: 'LeavesBeforeJoining'; readonly personId: PersonId; readonly validFrom: string };
