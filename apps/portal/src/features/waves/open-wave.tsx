import { Checkbox } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { OpenWave } from '../../api/generated.js';
import { instrumentsQuery, normGroupsQuery, type InstrumentListed } from '../../api/waves.js';
import { ChoiceField, DayField, TextField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';

const keyOf = ({ id, version }: { readonly id: string; readonly version: string }) => `${id}@${version}`;

/** Both parts of `id@version`; an empty key is nothing chosen. */
export function parseKey(key: string): { readonly id: string; readonly version: string } | null {
  const at = key.lastIndexOf('@');
  return at <= 0 ? null : { id: key.slice(0, at), version: key.slice(at + 1) };
}

interface OpenWaveDialogProps {
  readonly engagement: EngagementDetail;
  readonly onClose: () => void;
}

interface WaveValues extends Record<string, unknown> {
  title: string;
  instrument: string;
  norm: string;
  opensOn: string;
  closesOn: string;
  inviteMembers: boolean;
}

/** Opens a wave: questionnaire, norm, days, and who is invited. */
export function OpenWaveDialog({ engagement, onClose }: OpenWaveDialogProps) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const command = useCommand(OpenWave);
  const { data: instruments } = useSuspenseQuery(instrumentsQuery);
  const first = instruments[0];
  const [instrument, setInstrument] = useState(first ? keyOf(first) : '');
  const form = useSchemaForm<WaveValues>(useWaveSchema(), {
    title: t('waves.titleProposal', { number: engagement.waves.nodes.length + 1 }),
    instrument,
    norm: '',
    opensOn: dayFromNow(),
    closesOn: dayFromNow(21),
    inviteMembers: true,
  });
  return (
    <FormDialog
      title={t('waves.open')}
      submit={t('waves.openSubmit')}
      form={form}
      command={command}
      variables={({ instrument: chosen, norm, ...rest }) => ({
        input: {
          ...rest,
          engagementId: engagement.id,
          instrumentId: parseKey(chosen)?.id ?? '',
          instrumentVersion: parseKey(chosen)?.version ?? '',
          normId: parseKey(norm)?.id ?? null,
          normVersion: parseKey(norm)?.version ?? null,
        },
      })}
      onClose={onClose}
      onRecorded={(waveId) =>
        void navigate({
          to: '/engagements/$engagementId/waves/$waveId',
          params: { engagementId: engagement.id, waveId },
        })
      }
    >
      <TextField form={form} name="title" label={t('waves.title')} />
      <InstrumentField
        form={form}
        instruments={instruments}
        onChoose={(key) => {
          setInstrument(key);
          form.setFieldValue('norm', '');
        }}
      />
      <NormField form={form} instrument={instrument} />
      <DayField form={form} name="opensOn" label={t('waves.opensOn')} />
      <DayField form={form} name="closesOn" label={t('waves.closesOn')} />
      <Checkbox
        label={t('waves.inviteMembers')}
        description={t('waves.inviteMembersHint')}
        key={form.key('inviteMembers')}
        {...form.getInputProps('inviteMembers', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}

function useWaveSchema() {
  const { t } = useLocale();
  const day = z.iso.date(t('form.day'));
  return z
    .object({
      title: z.string().trim().min(1, t('form.needed')),
      instrument: z.string().min(1, t('form.needed')),
      norm: z.string(),
      opensOn: day,
      closesOn: day,
      inviteMembers: z.boolean(),
    })
    .refine(({ opensOn, closesOn }) => closesOn >= opensOn, {
      path: ['closesOn'],
      message: t('waves.endsBefore'),
    });
}

interface InstrumentFieldProps {
  readonly form: Parameters<typeof ChoiceField>[0]['form'];
  readonly instruments: readonly InstrumentListed[];
  readonly onChoose: (key: string) => void;
}

function InstrumentField({ form, instruments, onChoose }: InstrumentFieldProps) {
  const { t, text } = useLocale();
  return (
    <ChoiceField
      form={form}
      name="instrument"
      label={t('waves.instrument')}
      onChoose={onChoose}
      choices={instruments.map((instrument) => ({
        value: keyOf(instrument),
        label: `${text(instrument.title)}, ${instrument.version}${
          instrument.provisional ? ` (${t('basis.provisional')})` : ''
        }`,
      }))}
    />
  );
}

interface NormFieldProps {
  readonly form: Parameters<typeof ChoiceField>[0]['form'];
  readonly instrument: string;
}

function NormField({ form, instrument }: NormFieldProps) {
  const { t, text, number } = useLocale();
  const chosen = parseKey(instrument);
  const { data: norms = [] } = useQuery(normGroupsQuery(chosen?.id ?? '', chosen?.version ?? ''));
  return (
    <ChoiceField
      form={form}
      name="norm"
      label={t('waves.norm')}
      hint={t('waves.normHint')}
      choices={[
        { value: '', label: t('waves.noNorm') },
        ...norms.map((norm) => ({
          value: keyOf(norm),
          label: `${text(norm.title)}, n = ${number(norm.n)}${norm.provisional ? ` (${t('basis.provisional')})` : ''}`,
        })),
      ]}
    />
  );
}
