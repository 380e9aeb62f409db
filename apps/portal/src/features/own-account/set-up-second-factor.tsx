import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ownAccountQuery, postTo, type Enrolment } from '../../api/session.js';
import { Dialog } from '../../components/form-dialog.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { CodeForm, RecoveryCodes, ScanIt } from '../../components/second-factor.js';
import { toast } from '../../components/toast.js';
import { useLocale } from '../../i18n/locale.js';

/** Password, picture, first code, recovery codes: one after the other. */
export function SetUpSecondFactor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: () => postTo<Enrolment>('/api/account/second-factor', { password }),
  });
  const confirm = useMutation({
    mutationFn: (code: string) =>
      postTo<{ recoveryCodes: readonly string[] }>('/api/account/second-factor/confirm', { code }),
  });
  const close = async () => {
    if (confirm.isSuccess) {
      void toast(t('account.factorAdded'));
      await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
    }
    onClose();
  };
  const problem = confirm.error ?? begin.error;
  return (
    <Dialog title={t('account.factor')} onClose={() => void close()} size="md">
      <div className="stack">
        {problem && !confirm.isSuccess && (
          <Notice kind="caution" live>
            {problemText(problem)}
          </Notice>
        )}
        {confirm.data ? (
          <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={() => void close()} />
        ) : begin.data ? (
          <>
            <ScanIt enrolment={begin.data} />
            <CodeForm
              label={t('factor.firstCode')}
              pending={confirm.isPending}
              onSubmit={(code) => confirm.mutate(code)}
            />
          </>
        ) : (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              begin.mutate();
            }}
          >
            <div className="stack">
              <PasswordInput
                label={t('account.confirm')}
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" loading={begin.isPending}>
                {t('signIn.goOn')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  );
}
