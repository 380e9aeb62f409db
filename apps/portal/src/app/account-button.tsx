import { ActionIcon } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.js';

type AccountButtonProps = ComponentProps<typeof ActionIcon<'button'>> & { readonly name: string };

/** The head of the page's menu about whoever is signed in. */
export function AccountButton({ name, ...others }: AccountButtonProps) {
  const { t } = useTranslation();
  return (
    <ActionIcon variant="subtle" color="ink" aria-label={t('shell.account', { name })} {...others}>
      <Icon name="person" size={24} />
    </ActionIcon>
  );
}
