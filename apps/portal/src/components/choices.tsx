import { NativeSelect } from '@mantine/core';
import styles from './choices.module.css';

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** What a page is about: a team, a wave. */
export function Choices({ choices }: { readonly choices: readonly Choice[] }) {
  return (
    <div className={styles['choices']}>
      {choices.map(({ label, value, options, onChange }) => (
        <NativeSelect
          key={label}
          className={styles['choice'] ?? ''}
          label={label}
          value={value}
          data={[...options]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ))}
    </div>
  );
}

/** The newest wave someone has submitted in, else the newest. */
export function latestWave<W extends { readonly progress: { readonly submitted: number } }>(
  waves: readonly W[],
): W | undefined {
  return waves.filter(({ progress }) => progress.submitted > 0).at(-1) ?? waves.at(-1);
}
