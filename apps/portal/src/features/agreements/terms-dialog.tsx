import { z } from 'zod';
import type { AgreementDetail } from '../../api/agreements.js';
import { useCommand } from '../../api/command.js';
import { EditAgreement, ReviseAgreement } from '../../api/generated.js';
import { useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';
import { fieldOf, TermsFields, termsInput, useTermsShape, type Terms } from './terms.js';

interface TermsDialogProps {
  readonly agreement: AgreementDetail;
  /** A proposal is edited; a reviewed agreement is revised and open again. */
  readonly kind: 'edit' | 'revise';
  readonly onClose: () => void;
}

const ownerOf = ({ ownerTeam, ownerPerson }: AgreementDetail) =>
  ownerPerson ? `person:${ownerPerson.id}` : ownerTeam ? `team:${ownerTeam.id}` : '';

/** Other terms for an agreement. */
export function TermsDialog({ agreement, kind, onClose }: TermsDialogProps) {
  const { t } = useLocale();
  const edit = useCommand(EditAgreement);
  const revise = useCommand(ReviseAgreement);
  const { finding, text, dueOn, reviewOn } = agreement;
  const form = useSchemaForm<Terms>(z.object(useTermsShape()), {
    text,
    owner: ownerOf(agreement),
    dueOn,
    reviewOn,
  });
  return (
    <FormDialog
      title={t(`agreements.actions.${kind}`)}
      submit={t('form.save')}
      form={form}
      command={kind === 'edit' ? edit : revise}
      variables={(terms) => ({ input: { agreementId: agreement.id, terms: termsInput(terms) } })}
      field={fieldOf}
      onClose={onClose}
    >
      <TermsFields form={form} teams={[finding.teamA, ...(finding.teamB ? [finding.teamB] : [])]} />
    </FormDialog>
  );
}
