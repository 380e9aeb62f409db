import { Button, Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useCommand } from '../../api/command.js';
import { SubmitAssessment } from '../../api/generated.js';
import { myAssessmentQuery, type OwnAssessment } from '../../api/my-assessments.js';
import { Meter } from '../../components/meter.js';
import { NotFound } from '../../components/not-found.js';
import { CommandProblem, Notice } from '../../components/notice.js';
import { Page, Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { useAnswerSheet } from './answer-sheet.js';
import { Contract } from './contract.js';
import styles from './questionnaire.module.css';
import { ResultPage } from './result.js';

const route = getRouteApi('/signed-in/q/$id');

/** One own assessment, wherever it stands: contract, questions, or result. */
export function QuestionnairePage() {
  const { t } = useLocale();
  const { data: assessment } = useSuspenseQuery(myAssessmentQuery(route.useParams().id));
  if (!assessment) return <NotFound />;
  const { status, agreed, closed, waveTitle } = assessment;
  if (status === 'SUBMITTED' || status === 'WITHDRAWN') return <ResultPage />;
  if (closed) return <Page title={waveTitle}>{t('participant.closed')}</Page>;
  return agreed ? <Questions assessment={assessment} /> : <Contract assessment={assessment} />;
}

const PER_PAGE = { wide: 4, narrow: 2 };

function Questions({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t } = useLocale();
  const { id, instrument, waveTitle, engagementTitle } = assessment;
  const sheet = useAnswerSheet(id, assessment.answers);
  const narrow = useMediaQuery('(max-width: 48rem)', window.innerWidth <= 768, {
    getInitialValueInEffect: false,
  });
  const perPage = narrow ? PER_PAGE.narrow : PER_PAGE.wide;
  const open = instrument.items.filter((item) => sheet.answers[item.id] === undefined);
  const [first, setFirst] = useState(() =>
    Math.max(
      0,
      open[0] ? instrument.items.findIndex((item) => item.id === open[0]?.id) : instrument.items.length - 1,
    ),
  );
  const page = Math.floor(first / perPage);
  const pages = Math.ceil(instrument.items.length / perPage);
  const shown = instrument.items.slice(page * perPage, (page + 1) * perPage);
  const heading = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    if (turned.current) heading.current?.focus();
    turned.current = true;
  }, [page]);
  const turnTo = (item: number) => {
    sheet.turnedPage();
    setFirst(item);
    window.scrollTo({ top: 0 });
  };
  const answeredCount = instrument.items.length - open.length;
  return (
    <Page
      title={waveTitle}
      eyebrow={engagementTitle}
      lead={t('participant.intro', { max: instrument.response.labels.length })}
    >
      <Meter label={t('participant.answered')} value={answeredCount} of={instrument.items.length} />
      <Panel>
        <div ref={heading} tabIndex={-1} className="soft">
          {t('participant.page', { page: page + 1, of: pages })}
        </div>
        {shown.map((item) => (
          <Item
            key={item.id}
            item={item}
            response={instrument.response}
            value={sheet.answers[item.id]}
            onAnswer={sheet.answer}
          />
        ))}
        <div role="status" className={styles['status']}>
          {sheet.state === 'offline' ? null : t(`participant.${sheet.state}`)}
        </div>
        {sheet.state === 'offline' && (
          <Notice kind="caution" live>
            {sheet.refusal ?? t('participant.offline')}
          </Notice>
        )}
        <Group justify="space-between">
          <Button variant="default" disabled={page === 0} onClick={() => turnTo((page - 1) * perPage)}>
            {t('participant.back')}
          </Button>
          {page + 1 < pages && (
            <Button onClick={() => turnTo((page + 1) * perPage)}>{t('participant.next')}</Button>
          )}
        </Group>
      </Panel>
      {open.length === 0 ? (
        <Submit id={id} flush={sheet.flush} />
      ) : (
        page + 1 === pages && (
          <Notice title={t('participant.open', { count: open.length })}>
            <Button
              variant="default"
              onClick={() => turnTo(instrument.items.findIndex((item) => item.id === open[0]?.id))}
            >
              {t('participant.toOpen')}
            </Button>
          </Notice>
        )
      )}
    </Page>
  );
}

interface ItemProps {
  readonly item: OwnAssessment['instrument']['items'][number];
  readonly response: OwnAssessment['instrument']['response'];
  readonly value: number | undefined;
  readonly onAnswer: (item: string, value: number) => void;
}

/** One statement; the keys 1 to 5 answer it while it has the focus. */
function Item({ item, response, value, onAnswer }: ItemProps) {
  const { text } = useLocale();
  return (
    <fieldset
      className={styles['item']}
      onKeyDown={(event) => {
        const option = Number(event.key);
        if (Number.isInteger(option) && option >= 1 && option <= response.labels.length)
          onAnswer(item.id, response.min + option - 1);
      }}
    >
      <legend className={styles['text']}>{text(item.text)}</legend>
      <div className={styles['options']} style={{ '--options': response.labels.length } as CSSProperties}>
        {response.labels.map((label, n) => (
          <label key={n} className={styles['option']}>
            <input
              type="radio"
              name={item.id}
              checked={value === response.min + n}
              onChange={() => onAnswer(item.id, response.min + n)}
            />
            {text(label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Submit({ id, flush }: { readonly id: string; readonly flush: () => Promise<boolean> }) {
  const { t } = useLocale();
  const submit = useCommand(SubmitAssessment);
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <Notice>
      <p>{t('participant.submitLead')}</p>
      <CommandProblem command={submit} />
      <Button
        loading={submit.pending}
        onClick={() =>
          void (async () => {
            if (!(await flush())) return;
            const outcome = await submit.run({ assessmentId: id });
            if (outcome?.__typename !== 'Recorded') return;
            await client.invalidateQueries();
            await navigate({ to: '/q/$id/result', params: { id } });
          })()
        }
      >
        {t('participant.submit')}
      </Button>
    </Notice>
  );
}
