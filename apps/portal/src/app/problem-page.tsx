import { Button } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Unauthenticated, Unreachable } from '../api/problems.js';
import { Icon } from '../components/icon.js';
import { Page } from '../components/page.js';
import { Pending } from '../components/pending.js';
import { useProblemText } from '../components/problem-text.js';

/** A page that could not be shown: who is signed out signs in, everyone else may try again. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  if (error instanceof Unauthenticated) return <ToSignIn />;
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

/** Leaves for the sign-in page once, and comes back from there to where it was. */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    void router.navigate({
      to: '/sign-in',
      search: { from: router.state.location.href },
      replace: true,
    });
  }, [router]);
  return <Pending />;
}
