import { Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { closeLive } from '../../api/live.js';
import { signIn, type Credentials } from '../../api/session.js';
import type { Form } from '../../components/form-dialog.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { Entrance } from './entrance.js';

const route = getRouteApi('/sign-in');

const useSignIn = () => {
  const client = useQueryClient();
  const router = useRouter();
  const { from } = route.useSearch();
  return useMutation({
    mutationFn: (credentials: Credentials) => signIn(credentials),
    onSuccess: async (accepted) => {
      if (!accepted) return;
      closeLive();
      client.clear();
      router.history.push(from ?? '/');
      await router.invalidate();
    },
  });
};

/** Firm, e-mail address and password. */
export function SignInPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const attempt = useSignIn();
  const needed = (value: string) => (value.trim() === '' ? t('form.needed') : null);
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { firm: '', email: '', password: '' },
    validate: {
      firm: needed,
      email: (value) => (/^\S+@\S+\.\S+$/u.test(value) ? null : t('form.email')),
      password: needed,
    },
  });
  useEffect(() => {
    document.title = `${t('signIn.title')} · Rapport`;
  }, [t]);
  const refused = attempt.data === false && !attempt.isPending;
  return (
    <Entrance>
      <Title order={1}>{t('signIn.title')}</Title>
      {refused && (
        <Notice kind="caution" live>
          {t('signIn.refused')}
        </Notice>
      )}
      {attempt.error && (
        <Notice kind="caution" live>
          {problemText(attempt.error)}
        </Notice>
      )}
      <SignInForm form={form} pending={attempt.isPending} onSubmit={(values) => attempt.mutate(values)} />
    </Entrance>
  );
}

interface FormProps {
  readonly form: Form<Credentials>;
  readonly pending: boolean;
  readonly onSubmit: (values: Credentials) => void;
}

function SignInForm({ form, pending, onSubmit }: FormProps) {
  const { t } = useTranslation();
  return (
    <form noValidate onSubmit={form.onSubmit((values) => onSubmit({ ...values, firm: values.firm.trim() }))}>
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
        <Button type="submit" loading={pending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </div>
    </form>
  );
}
