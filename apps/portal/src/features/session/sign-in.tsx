import { Anchor, Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ChangeEvent } from 'react';
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

type Wrong = Partial<Record<keyof Credentials, string>>;

/** Three fields need no library for forms, and this page is the first that everybody waits for. */
function useCredentials() {
  const { t } = useTranslation();
  const [values, setValues] = useState<Credentials>({ firm: '', email: '', password: '' });
  const [wrong, setWrong] = useState<Wrong>({});
  const problems = (): Wrong => ({
    ...(values.firm.trim() === '' && { firm: t('form.needed') }),
    ...(!/^\S+@\S+\.\S+$/u.test(values.email) && { email: t('form.email') }),
    ...(values.password === '' && { password: t('form.needed') }),
  });
  return {
    values,
    setWrong,
    field: (name: keyof Credentials) => ({
      name,
      value: values[name],
      error: wrong[name],
      onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
        setValues((before) => ({ ...before, [name]: value }));
        setWrong(({ [name]: _, ...others }) => others);
      },
    }),
    /** Whether it can be sent; what is wrong is shown, and the first of it is gone to. */
    checked(form: HTMLFormElement): boolean {
      const found = problems();
      setWrong(found);
      const [first] = Object.keys(found);
      if (first === undefined) return true;
      form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return false;
    },
  };
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
    const firm = form.values.firm.trim();
    if (firm === '') return form.setWrong({ firm: t('signIn.firmFirst') });
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
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.checked(event.currentTarget)) return;
          sso.reset();
          attempt.mutate({ ...form.values, firm: form.values.firm.trim() });
        }}
      >
        <div className="stack">
          <TextInput
            label={t('signIn.firm')}
            description={t('signIn.firmHint')}
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            {...form.field('firm')}
          />
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            {...form.field('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.field('password')}
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
