import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, isRecorded, type Command } from '../api/command.js';
import { CommandProblem } from './notice.js';
import styles from './form-dialog.module.css';

/** A form whatever its validation is made of. */
export type Form<T> = Pick<
  UseFormReturnType<T>,
  'onSubmit' | 'setErrors' | 'getInputNode' | 'key' | 'getInputProps'
>;

interface FormDialogProps<T, V> {
  readonly title: string;
  readonly submit: string;
  readonly form: Form<T>;
  readonly command: Command<V>;
  readonly variables: (values: T) => V;
  /** The field of this form behind a path the server names; by default they are the same. */
  readonly field?: (path: string) => string;
  readonly onClose: () => void;
  readonly onRecorded?: (id: string) => void;
  readonly children: ReactNode;
}

/** A form in a dialog: it closes when the command is recorded, and says why when it is refused. */
export function FormDialog<T, V>(props: FormDialogProps<T, V>) {
  const { title, submit, form, command, variables, onClose, onRecorded, children } = props;
  const field = props.field ?? ((path: string) => path);
  const { t } = useTranslation();
  const send = async (values: T) => {
    const outcome = await command.run(variables(values));
    if (!outcome) return;
    if (!isRecorded(outcome)) return form.setErrors(fieldErrors(outcome, field));
    onClose();
    onRecorded?.(outcome.id);
  };
  const others = Object.entries(fieldErrors(command.refusal, field))
    .filter(([path]) => !form.getInputNode(path))
    .map(([, reason]) => reason);
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <div className="stack">
          <CommandProblem command={command} />
          {others.length > 0 && (
            <ul className={styles['problems']}>
              {others.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          {children}
          <div className={styles['actions']}>
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={command.pending}>
              {submit}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: string;
}

const Modal = lazy(async () => ({ default: (await import('./modal.js')).Modal }));

/** A dialog, the whole screen on a phone. Few visits open one: it is loaded with the first. */
export const Dialog = (props: DialogProps) => (
  <Suspense fallback={null}>
    <Modal {...props} />
  </Suspense>
);
