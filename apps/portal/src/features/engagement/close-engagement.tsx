import { useCommand } from '../../api/command.js';
import { CloseEngagement } from '../../api/generated.js';
import { Confirm } from '../../components/confirm.js';
import { useLocale } from '../../i18n/locale.js';

interface CloseEngagementDialogProps {
  readonly engagementId: string;
  readonly onClose: () => void;
}

/** Closes an engagement, after asking. */
export function CloseEngagementDialog({ engagementId, onClose }: CloseEngagementDialogProps) {
  const { t } = useLocale();
  const command = useCommand(CloseEngagement);
  return (
    <Confirm
      title={t('engagement.close')}
      text={t('engagement.closeText')}
      submit={t('engagement.close')}
      command={command}
      variables={{ engagementId }}
      onClose={onClose}
    />
  );
}
