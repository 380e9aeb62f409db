import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Locale, Refusal } from '@rapport/domain';
import {
  buildSchema,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLUnionType,
} from 'graphql';
import { MESSAGES, NOT_SAID, type RefusalName } from './commands/refusal-messages.js';
import { messageOf, typeNameOf } from './commands/refusals.js';
import { enumResolvers } from './graphql/names.js';
import { resolvers, typeDefs } from './graphql/schema.js';

const schema = buildSchema(typeDefs);
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const refusals = schema
  .getPossibleTypes(schema.getType('Refusal') as GraphQLInterfaceType)
  .map((type) => type.name);

describe('the schema', () => {
  it('says of every type, field, argument and value what it is', () => {
    const silent: string[] = [];
    const say = (path: string, description: string | null | undefined) => {
      if (!description?.trim()) silent.push(path);
    };
    for (const type of types) {
      say(type.name, type.description);
      if (type instanceof GraphQLEnumType)
        for (const value of type.getValues()) say(`${type.name}.${value.name}`, value.description);
      if (
        type instanceof GraphQLObjectType ||
        type instanceof GraphQLInterfaceType ||
        type instanceof GraphQLInputObjectType
      )
        for (const field of Object.values(type.getFields())) {
          say(`${type.name}.${field.name}`, field.description);
          for (const argument of 'args' in field ? field.args : [])
            say(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
    }
    expect(silent).toEqual([]);
  });

  it('answers every mutation by a union that can say what is wrong', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const union = schema.getType(`${field.name[0]?.toUpperCase() ?? ''}${field.name.slice(1)}Result`);
      expect(String(field.type)).toBe(`${union?.name ?? ''}!`);
      const members = (union as GraphQLUnionType).getTypes().map((type) => type.name);
      expect(members).toEqual(expect.arrayContaining(['InvalidInput', 'NotPermitted', 'Conflict']));
    }
  });

  it('has a resolver for every operation, and no resolver for what it does not have', () => {
    for (const [name, fields] of Object.entries(resolvers)) {
      const type = schema.getType(name);
      if (type instanceof GraphQLObjectType)
        expect(Object.keys(type.getFields())).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
    for (const root of ['Query', 'Mutation', 'Subscription'] as const)
      expect(Object.keys(resolvers[root]).toSorted()).toEqual(
        Object.keys((schema.getType(root) as GraphQLObjectType).getFields()).toSorted(),
      );
  });

  it('is what the generated types say', () => {
    const script = fileURLToPath(new URL('../../../tools/codegen.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  }, 60_000);

  it('has names outside and kebab-case inside, for every enum', () => {
    const inside = enumResolvers(schema);
    expect(inside['Role']).toMatchObject({ FIRM_ADMIN: 'firm-admin', CLIENT_VIEWER: 'client-viewer' });
    expect(inside['Finding']).toMatchObject({ NO_RELIABLE_DIFFERENCE: 'no-reliable-difference' });
    expect(inside['Locale']).toEqual({ de: 'de', en: 'en' });
    expect(inside['Side']).toEqual({ A: 'a', B: 'b' });
    const enums = types.filter((type) => type instanceof GraphQLEnumType).map((type) => type.name);
    expect(Object.keys(inside)).toEqual(enums);
  });
});

/** Data of each refusal, as the domain gives them. */
const samples: Readonly<Record<RefusalName, object>> = {
  InvalidInput: { problems: [] },
  NotPermitted: {},
  Conflict: {},
  IdempotencyKeyReused: {},
  ImportProblems: { problems: [] },
  NothingToReport: {},
  NoticeNotComplete: {},
  PersonIsErased: { erasedAt: '2026-03-01T00:00:00.000Z' },
  ErasureNotRequested: {},
  SecondPersonNeeded: {},
  EmailAlreadyInUse: {},
  UserUnknown: { userId: 'u' },
  UserAlreadyAdded: { userId: 'u' },
  LastAdministrator: {},
  RolesDoNotFit: { roles: ['coach'], clientId: 'c' },
  ClientOrganisationAlreadyRegistered: {},
  EngagementAlreadyOpened: {},
  EngagementIsClosed: {},
  TeamAlreadyFormed: {},
  NotAMember: { personId: 'p' },
  AlreadyAMember: { personId: 'p', validFrom: '2026-03-01' },
  LeavesBeforeJoining: { personId: 'p', validFrom: '2026-03-01' },
  PersonAlreadyRegistered: {},
  InstrumentVersionAlreadyPublished: { version: '1.0.0' },
  InstrumentVersionUnknown: { version: '1.0.0' },
  NormVersionAlreadyPublished: { id: 'norm', version: '1.0.0' },
  NormLacksScales: { scales: ['status'] },
  WaveAlreadyOpened: {},
  WaveIsClosed: {},
  LegalGroundMissing: {},
  WaveEndsBeforeItOpens: { opensOn: '2026-03-01', closesOn: '2026-02-01' },
  ParticipantAlreadyInvited: { personId: 'p', assessmentId: 'a' },
  AssessmentAlreadyOpened: {},
  AssessmentAlreadySubmitted: { submittedAt: '2026-03-01T09:00:00.000Z' },
  AssessmentIsWithdrawn: {},
  AssessmentNotSubmitted: {},
  ParticipationNotAgreed: {},
  OwnResultNotViewed: {},
  ReleaseEndsInThePast: { expiresAt: '2026-03-01T09:00:00.000Z' },
  SmallestGroupOnlyRaised: { smallestGroup: 8 },
  ReleaseAlreadyPublished: {},
  ReportOutdated: {},
  GroupTooSmall: { cells: ['a'], groups: ['A'], needed: 5 },
  ReleaseWouldIdentify: { cells: ['a'], groups: ['A'], persons: 1 },
  AnswersMissing: { itemIds: ['a', 'b'] },
  AnswersNotOfThisInstrument: { itemIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
  AnswersOutOfRange: { itemIds: ['a'], min: 1, max: 5 },
  AgreementAlreadyProposed: {},
  AgreementNotAccepted: {},
  AgreementAlreadyAccepted: {},
  AgreementAlreadyReviewed: { outcome: 'kept' },
  AgreementNotReviewed: {},
  AgreementIsDropped: {},
  ReviewBeforeDue: { dueOn: '2026-03-01', reviewOn: '2026-02-01' },
  ReportAlreadyRequested: {},
  ReportNotIssued: {},
  ReportIsForTheCoach: {},
};

describe('refusals', () => {
  it('are types of the schema, and types of the schema are refusals', () => {
    expect(Object.keys(MESSAGES).toSorted()).toEqual([...refusals].toSorted());
  });
  it.each(Object.entries(samples))('%s says in both languages what to do next', (name, data) => {
    const refusal: Refusal = { refusal: name, ...data };
    const said = (['de', 'en'] as const).map((locale: Locale) => messageOf(refusal, locale));
    for (const message of said) {
      expect(message).toMatch(/^[\p{Lu}\d].*\.$/su);
      expect(message).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
    }
    expect(said[0]).not.toBe(said[1]);
    expect(said[0]).toMatch(/Bitte|bitte|bitten Sie|finden Sie/);
    expect(said[1]).toMatch(/[Pp]lease|is on your start page/);
  });
  it.each(Object.entries(samples))('%s carries its data into its type', (name, data) => {
    const fields = Object.keys((schema.getType(name) as GraphQLObjectType).getFields());
    for (const field of fields.filter((each) => each !== 'message'))
      expect(Object.keys(data)).toContain(field);
  });
  it('that would tell what exists are answered like a missing right', () => {
    for (const name of NOT_SAID) expect(typeNameOf(name)).toBe('NotPermitted');
  });
  it('write days as people of the language do', () => {
    const refusal = { refusal: 'ReviewBeforeDue', dueOn: '2026-03-01', reviewOn: '2026-02-01' };
    expect(messageOf(refusal, 'de')).toContain('01.03.2026');
    expect(messageOf(refusal, 'en')).toContain('Mar 1, 2026');
  });
  it('count what they cannot list', () => {
    const many = { refusal: 'AnswersNotOfThisInstrument', ...samples.AnswersNotOfThisInstrument };
    expect(messageOf(many, 'en')).toContain('a, b, c, d, e and 2 more');
  });
});
