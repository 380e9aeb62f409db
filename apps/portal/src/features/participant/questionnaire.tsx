import { Button, Group } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../api/command.js';
import { SubmitAssessment } from '../../api/generated.js';
import { myAssessmentQuery, type OwnAssessment } from '../../api/my-assessments.js';
import { ButtonLink } from '../../components/links.js';
import { Meter } from '../../components/meter.js';
import { NotFound } from '../../components/not-found.js';
import { Pending } from '../../components/pending.js';
import { CommandProblem, Notice } from '../../components/notice.js';
import { Page, Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { useAnswerSheet } from './answer-sheet.js';
import { Contract } from './contract.js';
import styles from './questionnaire.module.css';
import { SaveStateLine } from './save-state.js';
import { Statement } from './statement.js';
import { Withdraw } from './withdraw.js';

const route = getRouteApi('/signed-in/q/$id');

/** With its charts, which nobody needs while answering. */
const ResultPage = lazy(async () => ({ default: (await import('./result.js')).ResultPage }));

/** One own assessment, wherever it stands: contract, questions, or result. */
export function QuestionnairePage() {
  const { t } = useLocale();
  const { data: assessment } = useSuspenseQuery(myAssessmentQuery(route.useParams().id));
  if (!assessment) return <NotFound />;
  const { status, agreed, closed, waveTitle } = assessment;
  if (status === 'SUBMITTED' || status === 'WITHDRAWN')
    return (
      <Suspense fallback={<Pending />}>
        <ResultPage />
      </Suspense>
    );
  if (closed)
    return (
      <Page narrow title={waveTitle} lead={t('participant.closed')}>
        <div>
          <ButtonLink to="/q">{t('participant.toMine')}</ButtonLink>
        </div>
      </Page>
    );
  return agreed ? <Questions assessment={assessment} /> : <Contract assessment={assessment} />;
}

/** The same pages on every device, so that one goes on where one was. */
const PER_PAGE = 4;

function Questions({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, number } = useLocale();
  const { id, instrument, waveTitle, engagementTitle, invented } = assessment;
  const { items, response } = instrument;
  const sheet = useAnswerSheet(id, assessment.answers);
  const isOpen = ({ id: item }: { readonly id: string }) => sheet.answers[item] === undefined;
  const open = items.filter(isOpen);
  const pages = Math.ceil(items.length / PER_PAGE);
  const pageOfFirstOpen = () => Math.max(0, Math.floor(items.findIndex(isOpen) / PER_PAGE));
  const [page, setPage] = useState(() => (open.length === 0 ? pages - 1 : pageOfFirstOpen()));
  const shown = items.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const places = useRef(new Map<string, HTMLFieldSetElement>());
  const forward = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    // Also after the notice, which is longer than a page and was read to its end.
    window.scrollTo({ top: 0 });
    if (!turned.current) return void (turned.current = true);
    places.current.get(items[page * PER_PAGE]?.id ?? '')?.focus({ preventScroll: true });
  }, [page, items]);
  const turnTo = (next: number) => {
    sheet.turnedPage();
    setPage(next);
  };
  const answer = (item: string, value: number, byKey: boolean) => {
    sheet.answer(item, value);
    const next = shown.find((other) => other.id !== item && isOpen(other));
    const place = next ? places.current.get(next.id) : forward.current;
    if (byKey && next) places.current.get(next.id)?.focus({ preventScroll: true });
    if (byKey && !next) forward.current?.querySelector<HTMLElement>('[data-forward]')?.focus();
    place?.scrollIntoView({ block: 'nearest', behavior: still() ? 'auto' : 'smooth' });
  };
  const answered = items.length - open.length;
  return (
    <Page
      narrow
      title={waveTitle}
      eyebrow={invented ? `${engagementTitle} · ${t('engagement.invented')}` : engagementTitle}
      lead={page === 0 ? t('participant.intro') : undefined}
    >
      <div className={styles['progress']}>
        <Meter
          label={t('participant.page', { page: page + 1, of: pages })}
          words={t('participant.answeredOf', { answered: number(answered), of: number(items.length) })}
          value={answered}
          of={items.length}
        />
        <div className={styles['state']}>
          <SaveStateLine state={sheet.state} />
        </div>
      </div>
      <Panel>
        <div className="stack">
          <p className={styles['keys']}>{t('participant.keys', { max: response.labels.length })}</p>
          {shown.map((item) => (
            <Statement
              key={item.id}
              item={item}
              response={response}
              value={sheet.answers[item.id]}
              onAnswer={answer}
              place={(element) => {
                if (element) places.current.set(item.id, element);
                else places.current.delete(item.id);
              }}
            />
          ))}
          {sheet.state === 'offline' && (
            <Notice kind="caution" live>
              {sheet.refusal ?? t('participant.offline')}
            </Notice>
          )}
          <div ref={forward}>
            <Group justify="space-between">
              <Button variant="default" disabled={page === 0} onClick={() => turnTo(page - 1)}>
                {t('participant.back')}
              </Button>
              {page + 1 < pages && (
                <Button
                  data-forward
                  variant={shown.some(isOpen) ? 'default' : 'filled'}
                  onClick={() => turnTo(page + 1)}
                >
                  {t('participant.next')}
                </Button>
              )}
            </Group>
          </div>
        </div>
      </Panel>
      {open.length === 0 ? (
        <Submit id={id} flush={sheet.flush} />
      ) : (
        page + 1 === pages && (
          <Notice title={t('participant.open', { count: open.length })}>
            <Button variant="default" onClick={() => turnTo(pageOfFirstOpen())}>
              {t('participant.toOpen')}
            </Button>
          </Notice>
        )
      )}
      <Group justify="space-between">
        <ButtonLink variant="subtle" color="ink" to="/q">
          {t('participant.later')}
        </ButtonLink>
        <Withdraw assessmentId={id} />
      </Group>
    </Page>
  );
}

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function Submit({ id, flush }: { readonly id: string; readonly flush: () => Promise<boolean> }) {
  const { t } = useLocale();
  const submit = useCommand(SubmitAssessment);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [waiting, setWaiting] = useState(false);
  const hand = async () => {
    const sent = await flush();
    setWaiting(!sent);
    if (!sent) return;
    const outcome = await submit.run({ assessmentId: id });
    if (outcome?.__typename !== 'Recorded') return;
    await client.invalidateQueries();
    await navigate({ to: '/q/$id/result', params: { id } });
  };
  return (
    <Notice title={t('participant.allAnswered')}>
      <div className="stack">
        <p>{t('participant.submitLead')}</p>
        {waiting && <p>{t('participant.offline')}</p>}
        <CommandProblem command={submit} />
        <div>
          <Button loading={submit.pending} onClick={() => void hand()}>
            {t('participant.submit')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
