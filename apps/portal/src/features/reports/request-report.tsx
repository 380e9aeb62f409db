import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { RequestReport, type Audience, type Locale } from '../../api/generated.js';
import { latestWave } from '../../components/choices.js';
import { ChoiceField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';

interface RequestReportDialogProps {
  readonly engagement: EngagementDetail;
  readonly onClose: () => void;
}

interface Wish extends Record<string, unknown> {
  audience: Audience;
  locale: Locale;
  waveId: string;
  comparedWithWaveId: string;
  teamA: string;
  teamB: string;
}

/** Has a report made: for whom, about which teams and waves, in which language. */
export function RequestReportDialog({ engagement, onClose }: RequestReportDialogProps) {
  const { t } = useLocale();
  const command = useCommand(RequestReport);
  const waves = engagement.waves.nodes.map(({ id, title }) => ({ value: id, label: title }));
  const teams = engagement.teams.map(({ team }) => ({ value: team.id, label: team.name }));
  const form = useSchemaForm<Wish>(useWishSchema(), {
    audience: 'COACH',
    locale: engagement.locale,
    waveId: latestWave(engagement.waves.nodes)?.id ?? '',
    comparedWithWaveId: '',
    teamA: teams[0]?.value ?? '',
    teamB: teams[1]?.value ?? '',
  });
  return (
    <FormDialog
      title={t('reports.request')}
      submit={t('reports.requestSubmit')}
      form={form}
      command={command}
      variables={({ teamA, teamB, comparedWithWaveId, ...rest }) => ({
        input: {
          ...rest,
          engagementId: engagement.id,
          comparedWithWaveId: comparedWithWaveId === '' ? null : comparedWithWaveId,
          teamIds: [teamA, teamB].filter((id) => id !== ''),
        },
      })}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="audience"
        label={t('reports.audience')}
        hint={t('reports.audienceHint')}
        choices={(['COACH', 'CLIENT'] as const).map((value) => ({ value, label: t(`reports.for.${value}`) }))}
      />
      <ChoiceField
        form={form}
        name="locale"
        label={t('reports.locale')}
        choices={(['de', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <ChoiceField form={form} name="waveId" label={t('choices.wave')} choices={waves} />
      <ChoiceField
        form={form}
        name="comparedWithWaveId"
        label={t('reports.comparedWith')}
        choices={[{ value: '', label: t('reports.noComparison') }, ...waves]}
      />
      <ChoiceField form={form} name="teamA" label={t('comparison.first')} choices={teams} />
      <ChoiceField
        form={form}
        name="teamB"
        label={t('comparison.second')}
        choices={[{ value: '', label: t('reports.oneTeam') }, ...teams]}
      />
    </FormDialog>
  );
}

function useWishSchema() {
  const { t } = useLocale();
  const needed = z.string().min(1, t('form.needed'));
  return z
    .object({
      audience: z.enum(['COACH', 'CLIENT']),
      locale: z.enum(['de', 'en']),
      waveId: needed,
      comparedWithWaveId: z.string(),
      teamA: needed,
      teamB: z.string(),
    })
    .refine(({ teamA, teamB }) => teamA !== teamB, { path: ['teamB'], message: t('reports.sameTeam') })
    .refine(({ waveId, comparedWithWaveId }) => waveId !== comparedWithWaveId, {
      path: ['comparedWithWaveId'],
      message: t('reports.sameWave'),
    });
}
