import { z } from 'zod';
import type { AgreementDetail } from '../../api/agreements.js';
import { useCommand } from '../../api/command.js';
import { AcceptAgreement, DropAgreement } from '../../api/generated.js';
import { AreaField, DayField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';

interface AgreementDialogProps {
  readonly agreement: AgreementDetail;
  readonly onClose: () => void;
}

/** Both sides have agreed. */
export function AcceptDialog({ agreement, onClose }: AgreementDialogProps) {
  const { t } = useLocale();
  const command = useCommand(AcceptAgreement);
  const form = useSchemaForm(z.object({ on: z.iso.date(t('form.day')) }), { on: dayFromNow() });
  return (
    <FormDialog
      title={t('agreements.actions.accept')}
      submit={t('agreements.acceptSubmit')}
      form={form}
      command={command}
      variables={({ on }) => ({ agreementId: agreement.id, on })}
      onClose={onClose}
    >
      <p>{agreement.text}</p>
      <p className="soft">{t('agreements.acceptText')}</p>
      <DayField form={form} name="on" label={t('agreements.acceptedOn')} />
    </FormDialog>
  );
}

/** The agreement no longer applies. */
export function DropDialog({ agreement, onClose }: AgreementDialogProps) {
  const { t } = useLocale();
  const command = useCommand(DropAgreement);
  const form = useSchemaForm(z.object({ reason: z.string().trim().min(1, t('form.needed')) }), {
    reason: '',
  });
  return (
    <FormDialog
      title={t('agreements.actions.drop')}
      submit={t('agreements.actions.drop')}
      form={form}
      command={command}
      variables={({ reason }) => ({ agreementId: agreement.id, reason })}
      onClose={onClose}
    >
      <p>{agreement.text}</p>
      <AreaField form={form} name="reason" label={t('agreements.reason')} />
    </FormDialog>
  );
}
