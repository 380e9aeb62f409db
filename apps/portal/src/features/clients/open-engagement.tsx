import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import { OpenEngagement, type Locale } from '../../api/generated.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';

interface OpenEngagementDialogProps {
  readonly clientId: string;
  readonly onClose: () => void;
}

/** Opens an engagement for a client organisation. */
export function OpenEngagementDialog({ clientId, onClose }: OpenEngagementDialogProps) {
  const { t, lang } = useLocale();
  const navigate = useNavigate();
  const command = useCommand(OpenEngagement);
  const needed = z.string().trim().min(1, t('form.needed'));
  const form = useForm<{ title: string; goal: string; locale: Locale }>({
    mode: 'uncontrolled',
    initialValues: { title: '', goal: '', locale: lang },
    validate: schemaResolver(z.object({ title: needed, goal: needed, locale: z.enum(['de', 'en']) }), {
      sync: true,
    }),
  });
  return (
    <FormDialog
      title={t('engagements.open')}
      submit={t('engagements.openSubmit')}
      form={form}
      command={command}
      variables={(values) => ({ input: { ...values, clientOrganisationId: clientId } })}
      onClose={onClose}
      onRecorded={(engagementId) =>
        void navigate({ to: '/engagements/$engagementId', params: { engagementId } })
      }
    >
      <TextInput
        label={t('engagements.titleField')}
        placeholder={t('engagements.titleExample')}
        data-autofocus
        key={form.key('title')}
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('engagements.goalField')}
        description={t('engagements.goalHint')}
        key={form.key('goal')}
        {...form.getInputProps('goal')}
      />
      <NativeSelect
        label={t('engagements.localeField')}
        data={[
          { value: 'de', label: t('language.de') },
          { value: 'en', label: t('language.en') },
        ]}
        key={form.key('locale')}
        {...form.getInputProps('locale')}
      />
    </FormDialog>
  );
}
