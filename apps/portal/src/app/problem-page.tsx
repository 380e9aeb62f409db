import { Button } from '@mantine/core';
import { Navigate, useLocation, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Unauthenticated, Unreachable } from '../api/problems.js';
import { Icon } from '../components/icon.js';
import { Page } from '../components/page.js';
import { useProblemText } from '../components/problem-text.js';

/** A page that could not be shown: who is signed out signs in, everyone else may try again. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const router = useRouter();
  const location = useLocation();
  const boundary = useQueryErrorResetBoundary();
  if (error instanceof Unauthenticated) return <Navigate to="/sign-in" search={{ from: location.href }} />;
  const again = () => {
    boundary.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Page
      title={error instanceof Unreachable ? t('problem.noAnswer') : t('problem.title')}
      eyebrow={<Icon name={error instanceof Unreachable ? 'offline' : 'warning'} size={32} />}
      lead={problemText(error as Error)}
    >
      <div>
        <Button onClick={again}>{t('problem.again')}</Button>
      </div>
    </Page>
  );
}
