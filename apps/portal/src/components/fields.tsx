import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import type { ZodType } from 'zod';
import { useLocale } from '../i18n/locale.js';

/** A form checked by a schema before it is sent. */
export const useSchemaForm = <T extends Record<string, unknown>>(schema: ZodType, initialValues: T) =>
  useForm<T>({
    mode: 'uncontrolled',
    initialValues,
    validate: schemaResolver(schema, { sync: true }),
  });

/** What a field needs of its form. */
interface Fields {
  readonly key: (path: never) => string;
  readonly getInputProps: (path: never) => object;
}

interface FieldProps {
  readonly form: Fields;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
}

const bound = ({ form, name, label, hint, placeholder }: FieldProps) => ({
  label,
  description: hint,
  placeholder,
  ...form.getInputProps(name as never),
});

export const TextField = ({ type = 'text', ...props }: FieldProps & { readonly type?: 'text' | 'email' }) => (
  <TextInput key={props.form.key(props.name as never)} type={type} {...bound(props)} />
);

export const AreaField = (props: FieldProps) => (
  <Textarea key={props.form.key(props.name as never)} {...bound(props)} />
);

/** A day; browsers show it in their own language, so it stands below in the one of the page. */
export function DayField(props: FieldProps) {
  const { longDay } = useLocale();
  const input = bound(props) as {
    readonly defaultValue?: string;
    readonly onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void;
  };
  const [day, setDay] = useState(input.defaultValue ?? '');
  const inWords = longDay(day);
  return (
    <div>
      <TextInput
        key={props.form.key(props.name as never)}
        type="date"
        {...input}
        onChange={(event) => {
          input.onChange?.(event);
          setDay(event.currentTarget.value);
        }}
      />
      {inWords && <span className="soft">{inWords}</span>}
    </div>
  );
}

/** A whole number as it was typed: one out of range is refused, never quietly changed. */
export const CountField = ({
  min,
  max,
  ...props
}: FieldProps & { readonly min: number; readonly max: number }) => (
  <NumberInput
    key={props.form.key(props.name as never)}
    min={min}
    max={max}
    allowDecimal={false}
    clampBehavior="none"
    hideControls
    inputMode="numeric"
    {...bound(props)}
  />
);

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose?: (value: string) => void;
}

export const ChoiceField = ({ choices, onChoose, ...props }: ChoiceFieldProps) => {
  const input = bound(props) as { onChange?: (event: React.ChangeEvent<HTMLSelectElement>) => void };
  return (
    <NativeSelect
      key={props.form.key(props.name as never)}
      data={[...choices]}
      {...input}
      onChange={(event) => {
        input.onChange?.(event);
        onChoose?.(event.currentTarget.value);
      }}
    />
  );
};
