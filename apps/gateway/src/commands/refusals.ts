import type { Locale, Refusal } from '@rapport/domain';
import { getNamedType, isUnionType, type GraphQLResolveInfo } from 'graphql';
import type { FieldProblem } from './problems.js';
import { MESSAGES, NOT_SAID, type RefusalName } from './refusal-messages.js';

/**
 * The one place where the facts that prevent a command become types of the schema: the refusal's name is the type's
 * name, its data are the type's fields, and the message says in the caller's language what to do next.
 */

export interface InvalidInputRefusal extends Refusal {
  readonly refusal: 'InvalidInput';
  readonly problems: readonly FieldProblem[];
}

export const invalidInput = (problems: readonly FieldProblem[]): InvalidInputRefusal => ({
  refusal: 'InvalidInput',
  problems,
});

/** One field that does not fit, said in both languages. */
export const invalidField = (field: string, locale: Locale, de: string, en: string): InvalidInputRefusal =>
  invalidInput([{ field, reason: locale === 'de' ? de : en }]);

export const isSaid = (name: string): name is RefusalName => Object.hasOwn(MESSAGES, name);

/** The type under which a refusal is answered. What does not exist is answered like what is not allowed. */
export const typeNameOf = (refusal: string): RefusalName =>
  isSaid(refusal) ? refusal : NOT_SAID.some((name) => name === refusal) ? 'NotPermitted' : 'Conflict';

export function messageOf(refusal: Refusal, locale: Locale): string {
  return MESSAGES[typeNameOf(refusal.refusal)][locale](refusal);
}

/** A refusal as a member of the mutation's result union. */
export function answered(refusal: Refusal, locale: Locale, info: GraphQLResolveInfo): object {
  const { refusal: name, ...data } = refusal;
  const message = messageOf(refusal, locale);
  const type = typeNameOf(name);
  const union = getNamedType(info.returnType);
  // A batch can meet a refusal that its mutation alone would not: the reason is said, under the type for "repeat".
  const fits = isUnionType(union) && union.getTypes().some((member) => member.name === type);
  return { ...data, __typename: fits ? type : 'Conflict', message };
}
