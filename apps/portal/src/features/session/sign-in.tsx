import { Anchor, Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeLive } from '../../api/live.js';
import { signIn, startSso, type Credentials, type Next } from '../../api/session.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { Entrance } from './entrance.js';
import { SecondFactorStep } from './second-factor.js';

const route = getRouteApi('/sign-in');

function useEntering() {
  const client = useQueryClient();
  const router = useRouter();
  const { from } = route.useSearch();
  return async () => {
    closeLive();
    client.clear();
    router.history.push(from ?? '/');
    await router.invalidate();
  };
}

/** Firm, e-mail address and password, or the firm's own service; then the second factor, if there is one. */
export function SignInPage() {
  const { t } = useTranslation();
  const enter = useEntering();
  const [next, setNext] = useState<Next | null>(null);
  useEffect(() => {
    document.title = `${t('signIn.title')} · Rapport`;
  }, [t]);
  return (
    <Entrance>
      {next === null ? (
        <FirstFactor onAccepted={(after) => (after === 'signed-in' ? void enter() : setNext(after))} />
      ) : (
        <SecondFactorStep next={next} onDone={() => void enter()} onBack={() => setNext(null)} />
      )}
    </Entrance>
  );
}

function useCredentials() {
  const { t } = useTranslation();
  const needed = (value: string) => (value.trim() === '' ? t('form.needed') : null);
  return useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { firm: '', email: '', password: '' },
    validate: {
      firm: needed,
      email: (value) => (/^\S+@\S+\.\S+$/u.test(value) ? null : t('form.email')),
      password: needed,
    },
  });
}

function FirstFactor({ onAccepted }: { readonly onAccepted: (next: Next) => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { from, problem } = route.useSearch();
  const form = useCredentials();
  const attempt = useMutation({ mutationFn: signIn, onSuccess: onAccepted });
  const sso = useMutation({
    mutationFn: (firm: string) => startSso(firm, from),
    onSuccess: (location) => window.location.assign(location),
  });
  const error = attempt.error ?? sso.error;
  const bySso = () => {
    const firm = form.getValues().firm.trim();
    if (firm === '') return form.setFieldError('firm', t('signIn.firmFirst'));
    attempt.reset();
    sso.mutate(firm);
  };
  return (
    <>
      <Title order={1}>{t('signIn.title')}</Title>
      {(error ?? problem) && (
        <Notice kind="caution" live>
          {error ? problemText(error) : t(`signIn.sso.${problem ?? 'stale'}`)}
        </Notice>
      )}
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          sso.reset();
          attempt.mutate({ ...values, firm: values.firm.trim() });
        })}
      >
        <div className="stack">
          <TextInput
            label={t('signIn.firm')}
            description={t('signIn.firmHint')}
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            key={form.key('firm')}
            {...form.getInputProps('firm')}
          />
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={attempt.isPending} fullWidth>
            {t('signIn.submit')}
          </Button>
          <Anchor component={Link} to="/forgot-password">
            {t('signIn.forgot')}
          </Anchor>
          <Button variant="default" loading={sso.isPending} onClick={bySso} fullWidth>
            {t('signIn.withSso')}
          </Button>
        </div>
      </form>
    </>
  );
}
