import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRecorded, type Command } from '../api/command.js';
import { Dialog } from './form-dialog.js';
import styles from './form-dialog.module.css';
import { CommandProblem } from './notice.js';

interface ConfirmProps<V> {
  readonly title: string;
  readonly text: ReactNode;
  readonly submit: string;
  readonly command: Command<V>;
  readonly variables: V;
  readonly onClose: () => void;
  readonly onRecorded?: () => void;
}

/** Asks before something that is not taken back easily. */
export function Confirm<V>(props: ConfirmProps<V>) {
  const { title, text, submit, command, variables, onClose, onRecorded } = props;
  const { t } = useTranslation();
  const go = async () => {
    const outcome = await command.run(variables);
    if (!outcome || !isRecorded(outcome)) return;
    onClose();
    onRecorded?.();
  };
  return (
    <Dialog title={title} onClose={onClose} size="md">
      <div className="stack">
        <p>{text}</p>
        <CommandProblem command={command} />
        <div className={styles['actions']}>
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button loading={command.pending} onClick={() => void go()}>
            {submit}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
