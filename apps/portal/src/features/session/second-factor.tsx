import { Button, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { enrolAtSignIn, showCode, type Next } from '../../api/session.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { CodeForm, RecoveryCodes, ScanIt } from '../../components/second-factor.js';

interface StepProps {
  readonly next: Next;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The second factor after the password; one that the firm requires is set up here first. */
export function SecondFactorStep({ next, onDone, onBack }: StepProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const enrols = next === 'enrol-second-factor';
  const enrolment = useQuery({
    queryKey: ['enrolment'],
    queryFn: enrolAtSignIn,
    enabled: enrols,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const code = useMutation({
    mutationFn: showCode,
    onSuccess: ({ recoveryCodes }) => {
      if (!recoveryCodes) onDone();
    },
  });
  const codes = code.data?.recoveryCodes;
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  const problem = code.error ?? enrolment.error;
  return (
    <>
      <Title order={1}>{t(enrols ? 'signIn.enrolTitle' : 'signIn.codeTitle')}</Title>
      <p>{t(enrols ? 'signIn.enrolText' : 'signIn.codeText')}</p>
      {problem && (
        <Notice kind="caution" live>
          {problemText(problem)}
        </Notice>
      )}
      {enrolment.data && <ScanIt enrolment={enrolment.data} />}
      <CodeForm
        label={t(enrols ? 'factor.firstCode' : 'signIn.code')}
        pending={code.isPending}
        onSubmit={(given) => code.mutate(given)}
      />
      <Button variant="subtle" color="ink" onClick={onBack}>
        {t('signIn.back')}
      </Button>
    </>
  );
}
