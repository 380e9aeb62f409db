import { z } from 'zod';
import { useClientTeams } from '../../api/clients.js';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail, EngagementTeam } from '../../api/engagement.js';
import { EnterTeam } from '../../api/generated.js';
import { AreaField, ChoiceField, TextField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { knownFunctions } from '../../components/use-function.js';
import { useLocale } from '../../i18n/locale.js';

interface EnterTeamDialogProps {
  readonly engagement: EngagementDetail;
  /** A team that takes part already; null brings another one in. */
  readonly entry: EngagementTeam | null;
  readonly onClose: () => void;
}

const filled = (value: string) => (value.trim() === '' ? null : value.trim());

/** Forms a team or brings in one the client has, with what it is after and measured by. */
export function EnterTeamDialog({ engagement, entry, onClose }: EnterTeamDialogProps) {
  const { t } = useLocale();
  const command = useCommand(EnterTeam);
  const needed = z.string().trim().min(1, t('form.needed'));
  const base = z.object({
    teamId: z.string(),
    name: z.string(),
    function: z.string(),
    goals: needed,
    indicators: needed,
  });
  const named = (values: z.infer<typeof base>, field: 'name' | 'function') =>
    values.teamId !== '' || values[field].trim() !== '';
  const schema = base
    .refine((values) => named(values, 'name'), { path: ['name'], message: t('form.needed') })
    .refine((values) => named(values, 'function'), { path: ['function'], message: t('form.needed') });
  const form = useSchemaForm(schema, {
    teamId: entry?.team.id ?? '',
    name: '',
    function: '',
    goals: entry?.goals ?? '',
    indicators: entry?.indicators ?? '',
  });
  return (
    <FormDialog
      title={entry ? t('teams.editNamed', { team: entry.team.name }) : t('teams.enter')}
      submit={entry ? t('form.save') : t('teams.enterSubmit')}
      form={form}
      command={command}
      variables={(values) => ({
        input: {
          engagementId: engagement.id,
          teamId: filled(values.teamId),
          name: values.teamId === '' ? filled(values.name) : null,
          function: values.teamId === '' ? filled(values.function) : null,
          goals: values.goals,
          indicators: values.indicators,
        },
      })}
      onClose={onClose}
    >
      {!entry && <ExistingTeam engagement={engagement} form={form} />}
      {!entry && (
        <>
          <TextField form={form} name="name" label={t('teams.nameField')} hint={t('teams.nameHint')} />
          <ChoiceField
            form={form}
            name="function"
            label={t('teams.function')}
            hint={t('teams.functionHint')}
            choices={[
              { value: '', label: t('form.choose') },
              ...knownFunctions.map((value) => ({ value, label: t(`functions.${value}`) })),
            ]}
          />
        </>
      )}
      <AreaField form={form} name="goals" label={t('teams.goals')} hint={t('teams.goalsHint')} />
      <AreaField
        form={form}
        name="indicators"
        label={t('teams.indicators')}
        hint={t('teams.indicatorsHint')}
      />
    </FormDialog>
  );
}

interface ExistingTeamProps {
  readonly engagement: EngagementDetail;
  readonly form: Parameters<typeof ChoiceField>[0]['form'];
}

function ExistingTeam({ engagement, form }: ExistingTeamProps) {
  const { t } = useLocale();
  const { nodes } = useClientTeams(engagement.clientOrganisation.id);
  const inside = new Set(engagement.teams.map(({ team }) => team.id));
  const others = nodes.filter(({ id }) => !inside.has(id));
  if (others.length === 0) return null;
  return (
    <ChoiceField
      form={form}
      name="teamId"
      label={t('teams.existing')}
      choices={[
        { value: '', label: t('teams.formNew') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
