import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeLive } from '../../api/live.js';
import { redeemInvitation } from '../../api/session.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { Entrance } from './entrance.js';

/** Opens an invitation link. Only the click redeems it, so that whoever looks at links beforehand does not use it up. */
export function InvitationPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [token] = useState(() => location.hash.slice(1));
  const redeem = useMutation({
    mutationFn: () => redeemInvitation(token),
    onSuccess: async (redeemed) => {
      if (!redeemed) return;
      closeLive();
      client.clear();
      await navigate({ to: '/q/$id', params: { id: redeemed.assessmentId }, replace: true });
    },
  });
  useEffect(() => {
    document.title = `${t('invitation.title')} · Rapport`;
  }, [t]);
  const unusable = token === '' || redeem.data === null;
  return (
    <Entrance>
      <Title order={1}>{t('invitation.title')}</Title>
      <p>{t('invitation.text')}</p>
      {redeem.error && (
        <Notice kind="caution" live>
          {problemText(redeem.error)}
        </Notice>
      )}
      {unusable ? (
        <Notice kind="caution" live>
          {t('invitation.unusable')}
        </Notice>
      ) : (
        <Button loading={redeem.isPending} onClick={() => redeem.mutate()}>
          {t('invitation.start')}
        </Button>
      )}
    </Entrance>
  );
}
