import type { ImportParticipantsMutation } from '../../api/generated.js';
import { useState } from 'react';
import { TableFrame } from '../../components/data-table.js';
import { LoadMore } from '../../components/load-more.js';
import { Notice } from '../../components/notice.js';
import { useLocale } from '../../i18n/locale.js';

type Outcome = ImportParticipantsMutation['importParticipants'];
type Problems = Extract<Outcome, { __typename: 'ImportProblems' }>['problems'];
type Ready = Extract<Outcome, { __typename: 'ImportReady' }>;

/** What a trial or an import came to. */
export function ImportOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useLocale();
  switch (outcome.__typename) {
    case 'ImportReady':
      return <ReadyView ready={outcome} />;
    case 'ImportDone':
      return (
        <Notice title={t('import.done')} live>
          {t('import.participants', { count: outcome.participants })}
        </Notice>
      );
    case 'ImportProblems':
      return (
        <>
          <Notice kind="caution" title={t('import.problemCount', { count: outcome.problems.length })} live>
            {t('import.problemsText')}
          </Notice>
          <ProblemTable problems={outcome.problems} />
        </>
      );
    default:
      return (
        <Notice kind="caution" title={t('problem.notDone')} live>
          {outcome.message}
          {'problems' in outcome && (
            <ul>
              {outcome.problems.map(({ field, reason }) => (
                <li key={field}>{reason}</li>
              ))}
            </ul>
          )}
        </Notice>
      );
  }
}

function ReadyView({ ready }: { readonly ready: Ready }) {
  const { t } = useLocale();
  return (
    <Notice title={t('import.ready')} live>
      <p>{`${t('import.participants', { count: ready.participants })}, ${t(`import.measurements.${ready.measurement}`)}`}</p>
      <ul className="plain">
        {ready.teams.map(({ name, participants, exists }) => (
          <li key={name}>
            {`${name}: ${t('import.participants', { count: participants })}`}
            {!exists && ` (${t('import.newTeam')})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const PAGE = 20;

function ProblemTable({ problems }: { readonly problems: Problems }) {
  const { t, number } = useLocale();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <TableFrame label={t('import.problems')}>
        <thead>
          <tr>
            <th scope="col" data-numeric>
              {t('import.row')}
            </th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shown).map(({ row, column, reason }, index) => (
            <tr key={index}>
              <td data-numeric>{row === 0 ? t('import.wholeFile') : number(row)}</td>
              <td>{column ?? t('import.wholeRow')}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <LoadMore
        shown={Math.min(shown, problems.length)}
        total={problems.length}
        more={shown < problems.length}
        loading={false}
        onMore={() => setShown(shown + 5 * PAGE)}
      />
    </>
  );
}
