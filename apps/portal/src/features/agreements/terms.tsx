import { useQueries } from '@tanstack/react-query';
import { z } from 'zod';
import type { AgreementTermsInput } from '../../api/generated.js';
import { teamMembersQuery } from '../../api/teams.js';
import { AreaField, ChoiceField, DayField } from '../../components/fields.js';
import { useLocale } from '../../i18n/locale.js';

/** Terms as a form holds them: the owner is `team:<id>` or `person:<id>`. */
export interface Terms extends Record<string, unknown> {
  text: string;
  owner: string;
  dueOn: string;
  reviewOn: string;
}

const idAfter = (owner: string, kind: 'team' | 'person') =>
  owner.startsWith(`${kind}:`) ? owner.slice(kind.length + 1) : null;

export const termsInput = ({ text, owner, dueOn, reviewOn }: Terms): AgreementTermsInput => ({
  text: text.trim(),
  ownerTeamId: idAfter(owner, 'team'),
  ownerPersonId: idAfter(owner, 'person'),
  dueOn,
  reviewOn,
});

/** The server's path of a field as the forms here name it: `terms.ownerTeamId` is `owner`. */
export const fieldOf = (path: string): string =>
  path.replace(/^(?:terms|finding)\./u, '').replace(/^owner(?:Team|Person)Id$/u, 'owner');

/** What terms have to be before they are sent. */
export function useTermsShape() {
  const { t } = useLocale();
  const day = z.iso.date(t('form.day'));
  return {
    text: z.string().trim().min(1, t('form.needed')),
    owner: z.string().min(1, t('form.needed')),
    dueOn: day,
    reviewOn: day,
  };
}

interface OwnerTeam {
  readonly id: string;
  readonly name: string;
}

interface TermsFieldsProps {
  readonly form: Parameters<typeof ChoiceField>[0]['form'];
  readonly teams: readonly OwnerTeam[];
}

/** Who does what until when, and when it is looked at again. */
export function TermsFields({ form, teams }: TermsFieldsProps) {
  const { t } = useLocale();
  const owners = useOwners(teams);
  return (
    <>
      <AreaField form={form} name="text" label={t('agreements.text')} hint={t('agreements.textHint')} />
      <ChoiceField
        form={form}
        name="owner"
        label={t('agreements.owner')}
        choices={[{ value: '', label: t('form.choose') }, ...owners]}
      />
      <DayField form={form} name="dueOn" label={t('agreements.dueOn')} />
      <DayField
        form={form}
        name="reviewOn"
        label={t('agreements.reviewOn')}
        hint={t('agreements.reviewHint')}
      />
    </>
  );
}

/** Both teams and their members. */
function useOwners(teams: readonly OwnerTeam[]) {
  const { t } = useLocale();
  const members = useQueries({ queries: teams.map(({ id }) => teamMembersQuery(id)) });
  return [
    ...teams.map(({ id, name }) => ({
      value: `team:${id}`,
      label: t('agreements.wholeTeam', { team: name }),
    })),
    ...members.flatMap(({ data = [] }, index) =>
      data.map(({ person }) => ({
        value: `person:${person.id}`,
        label: `${person.name} (${teams[index]?.name ?? ''})`,
      })),
    ),
  ];
}
