import type { CSSProperties, Ref } from 'react';
import type { OwnAssessment } from '../../api/my-assessments.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './questionnaire.module.css';

interface StatementProps {
  readonly item: OwnAssessment['instrument']['items'][number];
  readonly response: OwnAssessment['instrument']['response'];
  readonly value: number | undefined;
  /** `byKey`: a number key, after which the keyboard goes on to what is still open. */
  readonly onAnswer: (item: string, value: number, byKey: boolean) => void;
  readonly place: Ref<HTMLFieldSetElement>;
}

/** One statement; while it has the focus, the number keys answer it and the arrow keys move the answer. */
export function Statement({ item, response, value, onAnswer, place }: StatementProps) {
  const { text } = useLocale();
  const options = response.labels.length;
  return (
    <fieldset
      ref={place}
      tabIndex={-1}
      className={styles['item']}
      onKeyDown={({ key, altKey, ctrlKey, metaKey }) => {
        const option = Number(key);
        if (altKey || ctrlKey || metaKey || !Number.isInteger(option) || option < 1 || option > options)
          return;
        onAnswer(item.id, response.min + option - 1, true);
      }}
    >
      <legend className={styles['text']}>{text(item.text)}</legend>
      <div className={styles['options']} style={{ '--options': options } as CSSProperties}>
        {response.labels.map((label, n) => (
          <label key={n} className={styles['option']}>
            <input
              type="radio"
              name={item.id}
              checked={value === response.min + n}
              onChange={() => onAnswer(item.id, response.min + n, false)}
            />
            <span className={styles['key']} aria-hidden="true">
              {n + 1}
            </span>
            {text(label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
