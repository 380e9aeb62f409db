import { useMemo, useState } from 'react';
import { Chart } from '../../components/chart.js';
import { LoadMore } from '../../components/load-more.js';
import { Panel, Section } from '../../components/page.js';
import { Pole } from '../../components/pole.js';
import { Statement, Statements } from '../../components/statement.js';
import { useLocale } from '../../i18n/locale.js';
import { seesMembers, type PersonalityPart } from './composition.js';
import { membersOf, type MemberName } from './members.js';
import { ProposeLink } from './propose-link.js';

const PAGE = 6;

/** Views nobody in the team has, and pairs who stand opposite: invitations to ask, not alarms. */
export function BlindSpots(part: PersonalityPart) {
  const { t } = useLocale();
  const { blindSpots, teamBlindSpots } = part.personality;
  return (
    <Section title={t('blind.title')} lead={t('blind.lead')}>
      {teamBlindSpots.length > 0 && <OneSided {...part} />}
      {!seesMembers(part.personality) ? (
        <p className="soft">{t('notYours.pairs')}</p>
      ) : blindSpots.length === 0 ? (
        <p>{t('blind.none')}</p>
      ) : (
        <>
          <Matrix {...part} />
          <Pairs {...part} />
        </>
      )}
    </Section>
  );
}

function OneSided({ personality, words }: PersonalityPart) {
  const { t, percent } = useLocale();
  return (
    <Statements label={t('blind.oneSided')}>
      {personality.teamBlindSpots.map(({ motive, side, share, n }) => {
        const label = words.label(motive);
        return (
          <Statement key={motive} motive={label} end={<Pole band={side} />}>
            {t('blind.oneSidedText', {
              share: percent(share),
              n,
              band: t(side === 'RED' ? 'band.red' : 'band.blue'),
              other: side === 'RED' ? label.low : label.high,
            })}
          </Statement>
        );
      })}
    </Statements>
  );
}

function Matrix({ personality, words }: PersonalityPart) {
  const { t } = useLocale();
  const model = useMemo(() => {
    const members = membersOf(personality);
    const shown = members.map(({ code, name }) => ({ code, ...(name ? { name } : {}) }));
    const between = (a: MemberName, b: MemberName) =>
      personality.blindSpots
        .filter(
          ({ red, blue }) =>
            (red.member === a.id && blue.member === b.id) || (red.member === b.id && blue.member === a.id),
        )
        .map(({ motive }) => words.label(motive).name);
    const motives = members.map((row) =>
      members.map((column) => (row === column ? [] : between(row, column))),
    );
    return {
      kind: 'blind-spots' as const,
      title: t('blind.chart', { team: personality.team.name }),
      rows: shown,
      columns: shown,
      motives,
      counts: motives.map((line, row) => line.map((names, column) => (row === column ? null : names.length))),
    };
  }, [personality, words, t]);
  return (
    <Panel>
      <Chart model={model} caption={t('blind.caption')} />
    </Panel>
  );
}

function Pairs(part: PersonalityPart) {
  const { t, number } = useLocale();
  const { personality, words } = part;
  const [shown, setShown] = useState(PAGE);
  const names = useMemo(
    () =>
      new Map(
        membersOf(personality).map(({ id, code, name }) => [id, name ?? t('personality.unnamed', { code })]),
      ),
    [personality, t],
  );
  const all = personality.blindSpots;
  return (
    <>
      <Statements label={t('blind.pairs')}>
        {all.slice(0, shown).map(({ motive, red, blue, strength }) => {
          const label = words.label(motive);
          return (
            <Statement
              key={`${motive} ${red.member} ${blue.member}`}
              motive={label}
              end={
                <span className="soft tabular">{t('blind.strength', { times: number(strength, 1) })}</span>
              }
              action={<ProposeLink part={part} kind="BLIND_SPOT" motive={motive} label={label.name} />}
            >
              {t('blind.pair', {
                red: red.name ?? names.get(red.member) ?? '',
                blue: blue.name ?? names.get(blue.member) ?? '',
              })}
            </Statement>
          );
        })}
      </Statements>
      <LoadMore
        shown={Math.min(shown, all.length)}
        total={all.length}
        more={shown < all.length}
        loading={false}
        onMore={() => setShown(shown + 2 * PAGE)}
      />
    </>
  );
}
