import { z } from 'zod';
import type { AgreementDetail } from '../../api/agreements.js';
import { useCommand } from '../../api/command.js';
import { RecordCheckIn, ReviewAgreement, type CheckInState, type Outcome } from '../../api/generated.js';
import { AreaField, ChoiceField, DayField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';

interface AgreementDialogProps {
  readonly agreement: AgreementDetail;
  readonly onClose: () => void;
}

const STATES = ['ON_TRACK', 'SLIPPING', 'STUCK'] as const;
const OUTCOMES = ['KEPT', 'PARTLY', 'BROKEN'] as const;

/** How it goes between now and the review. */
export function CheckInDialog({ agreement, onClose }: AgreementDialogProps) {
  const { t } = useLocale();
  const command = useCommand(RecordCheckIn);
  const schema = z.object({
    state: z.enum(STATES),
    note: z.string().trim().min(1, t('form.needed')),
    on: z.iso.date(t('form.day')),
  });
  const form = useSchemaForm<{ state: CheckInState; note: string; on: string }>(schema, {
    state: 'ON_TRACK',
    note: '',
    on: dayFromNow(),
  });
  return (
    <FormDialog
      title={t('agreements.actions.checkIn')}
      submit={t('form.save')}
      form={form}
      command={command}
      variables={(values) => ({ input: { ...values, agreementId: agreement.id } })}
      onClose={onClose}
    >
      <p>{agreement.text}</p>
      <ChoiceField
        form={form}
        name="state"
        label={t('agreements.state')}
        choices={STATES.map((value) => ({ value, label: t(`checkIn.${value}`) }))}
      />
      <AreaField form={form} name="note" label={t('agreements.note')} hint={t('agreements.noteHint')} />
      <DayField form={form} name="on" label={t('agreements.on')} />
    </FormDialog>
  );
}

/** What held. */
export function ReviewDialog({ agreement, onClose }: AgreementDialogProps) {
  const { t } = useLocale();
  const command = useCommand(ReviewAgreement);
  const schema = z.object({
    outcome: z.enum(OUTCOMES),
    note: z.string().trim().min(1, t('form.needed')),
    on: z.iso.date(t('form.day')),
  });
  const form = useSchemaForm<{ outcome: Outcome; note: string; on: string }>(schema, {
    outcome: 'KEPT',
    note: '',
    on: dayFromNow(),
  });
  return (
    <FormDialog
      title={t('agreements.actions.review')}
      submit={t('form.save')}
      form={form}
      command={command}
      variables={(values) => ({ input: { ...values, agreementId: agreement.id } })}
      onClose={onClose}
    >
      <p>{agreement.text}</p>
      <ChoiceField
        form={form}
        name="outcome"
        label={t('agreements.outcome')}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <AreaField form={form} name="note" label={t('agreements.note')} hint={t('agreements.reviewNoteHint')} />
      <DayField form={form} name="on" label={t('agreements.on')} />
    </FormDialog>
  );
}
