import { Anchor, Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForPasswordLink, setPasswordByLink } from '../../api/session.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { Entrance } from './entrance.js';

const SHORTEST_PASSWORD = 12;

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
}

function ToSignIn() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/sign-in">
      {t('password.toSignIn')}
    </Anchor>
  );
}

/** Asks for the mail by which a password is set; the answer is the same for everybody. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  useTitle(t('password.forgotTitle'));
  const ask = useMutation({ mutationFn: askForPasswordLink });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { firm: '', email: '' },
    validate: {
      firm: (value) => (value.trim() === '' ? t('form.needed') : null),
      email: (value) => (/^\S+@\S+\.\S+$/u.test(value) ? null : t('form.email')),
    },
  });
  return (
    <Entrance>
      <Title order={1}>{t('password.forgotTitle')}</Title>
      {ask.isSuccess ? (
        <Notice live>{t('password.sent')}</Notice>
      ) : (
        <>
          <p>{t('password.forgotText')}</p>
          {ask.error && (
            <Notice kind="caution" live>
              {problemText(ask.error)}
            </Notice>
          )}
          <form noValidate onSubmit={form.onSubmit((values) => ask.mutate(values))}>
            <div className="stack">
              <TextInput
                label={t('signIn.firm')}
                description={t('signIn.firmHint')}
                autoComplete="organization"
                autoCapitalize="none"
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
              <Button type="submit" loading={ask.isPending} fullWidth>
                {t('password.send')}
              </Button>
            </div>
          </form>
        </>
      )}
      <ToSignIn />
    </Entrance>
  );
}

/** Sets the password that a link from a mail allows. The token is in the fragment, so it reaches no log on the way. */
export function SetPasswordPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  useTitle(t('password.setTitle'));
  const [token] = useState(() => location.hash.slice(1));
  const set = useMutation({ mutationFn: (password: string) => setPasswordByLink(token, password) });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', again: '' },
    validate: {
      password: (value) =>
        value.length < SHORTEST_PASSWORD ? t('password.short', { count: SHORTEST_PASSWORD }) : null,
      again: (value, { password }) => (value === password ? null : t('password.different')),
    },
  });
  return (
    <Entrance>
      <Title order={1}>{t('password.setTitle')}</Title>
      {token === '' && (
        <Notice kind="caution" live>
          {t('password.noLink')}
        </Notice>
      )}
      {set.error && (
        <Notice kind="caution" live>
          {problemText(set.error)}
        </Notice>
      )}
      {set.isSuccess && <Notice live>{t('password.done')}</Notice>}
      {token !== '' && !set.isSuccess && (
        <>
          <p>{t('password.setText')}</p>
          <form noValidate onSubmit={form.onSubmit(({ password }) => set.mutate(password))}>
            <div className="stack">
              {(['password', 'again'] as const).map((name) => (
                <PasswordInput
                  label={t(name === 'password' ? 'password.new' : 'password.again')}
                  autoComplete="new-password"
                  visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
                  key={form.key(name)}
                  {...form.getInputProps(name)}
                />
              ))}
              <Button type="submit" loading={set.isPending} fullWidth>
                {t('password.set')}
              </Button>
            </div>
          </form>
        </>
      )}
      <ToSignIn />
    </Entrance>
  );
}
