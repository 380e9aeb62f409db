import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { WithdrawAssessment } from '../../api/generated.js';
import { Confirm } from '../../components/confirm.js';
import { useLocale } from '../../i18n/locale.js';

/** The way out, at any time; asked once, because it is final. */
export function Withdraw({ assessmentId }: { readonly assessmentId: string }) {
  const { t } = useLocale();
  const [asking, setAsking] = useState(false);
  const withdraw = useCommand(WithdrawAssessment);
  return (
    <>
      <Button variant="subtle" color="ink" onClick={() => setAsking(true)}>
        {t('participant.withdraw')}
      </Button>
      {asking && (
        <Confirm
          title={t('participant.withdraw')}
          text={t('participant.withdrawText')}
          submit={t('participant.withdraw')}
          command={withdraw}
          variables={{ assessmentId }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
