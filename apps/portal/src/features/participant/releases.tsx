import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import {
  ExcludeFromAggregates,
  IncludeInAggregates,
  ReleaseProfile,
  RevokeProfileRelease,
  type Recipient,
} from '../../api/generated.js';
import type { OwnAssessment } from '../../api/my-assessments.js';
import { CommandProblem } from '../../components/notice.js';
import { Panel, Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';

interface To {
  readonly kind: Recipient;
  readonly userId: string | null;
  readonly name: string;
}

const ORDER: readonly Recipient[] = ['COACH', 'CONSULTANT', 'TEAM', 'CLIENT'];
const MONTHS = ['', '3', '6', '12'] as const;

/** Who sees the own profile until when: one recipient at a time, each taken back with one click. */
export function Releases({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, text } = useLocale();
  const { consents, notice } = assessment;
  const [months, setMonths] = useState('');
  const words = notice.sections.find(({ id }) => id === 'release');
  const named = assessment.recipients.map(({ kind, userId, name }): To => ({
    kind,
    userId,
    name: `${name}, ${t(`participant.recipient.${kind}`)}`,
  }));
  const others = consents
    .filter(({ recipient, userId }) => !named.some((to) => to.kind === recipient && to.userId === userId))
    .map(({ recipient: kind, userId, name }): To => ({
      kind,
      userId,
      name: [...(name ? [name] : []), t(`participant.recipient.${kind}`)].join(', '),
    }));
  const team: To = { kind: 'TEAM', userId: null, name: t('participant.recipient.TEAM') };
  const all = [...named, team, ...others.filter(({ kind }) => kind !== 'TEAM')].toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  return (
    <Section title={t('participant.releases')} {...(words ? { lead: text(words.text) } : {})}>
      <NativeSelect
        label={t('participant.lasts')}
        value={months}
        data={MONTHS.map((value) => ({
          value,
          label:
            value === '' ? t('participant.untilTaken') : t('participant.months', { count: Number(value) }),
        }))}
        onChange={(event) => setMonths(event.currentTarget.value)}
      />
      <div className="stack">
        {all.map((to) => (
          <ReleaseTo key={`${to.kind} ${to.userId ?? ''}`} to={to} assessment={assessment} months={months} />
        ))}
      </div>
      <p className="soft">{t('participant.words', { version: notice.version })}</p>
    </Section>
  );
}

interface ReleaseToProps {
  readonly to: To;
  readonly assessment: OwnAssessment;
  readonly months: string;
}

function ReleaseTo({ to, assessment, months }: ReleaseToProps) {
  const { t, date } = useLocale();
  const release = useCommand(ReleaseProfile);
  const revoke = useCommand(RevokeProfileRelease);
  const { id, notice, consents, viewedAt } = assessment;
  const { kind, userId, name } = to;
  const consent = consents.find((each) => each.recipient === kind && each.userId === userId);
  const given = consent?.inForce ?? false;
  const whom = { assessmentId: id, recipient: kind, userId };
  const shown = { noticeVersion: notice.version, noticeHash: notice.hash };
  const state = given
    ? consent?.expiresAt
      ? t('participant.givenUntil', { date: date(consent.expiresAt) })
      : t('participant.given')
    : consent
      ? t('participant.ranOut')
      : t('participant.notGiven');
  return (
    <Panel>
      <CommandProblem command={release} />
      <CommandProblem command={revoke} />
      <Group justify="space-between">
        <div>
          <h3>
            {name} <Tag kind={given ? 'done' : 'plain'}>{state}</Tag>
          </h3>
          <p className="soft">{t(`participant.recipientHint.${kind}`)}</p>
        </div>
        <Button
          variant={given ? 'default' : 'filled'}
          aria-label={`${t(given ? 'participant.take' : 'participant.give')}: ${name}`}
          loading={release.pending || revoke.pending}
          disabled={viewedAt === null}
          onClick={() =>
            void (given
              ? revoke.run({ input: whom })
              : release.run({ input: { ...whom, ...shown, expiresAt: endAfter(months) } }))
          }
        >
          {t(given ? 'participant.take' : 'participant.give')}
        </Button>
      </Group>
    </Panel>
  );
}

/** The same day so many months on; null where there is no end. */
function endAfter(months: string): string | null {
  if (months === '') return null;
  const end = new Date();
  end.setMonth(end.getMonth() + Number(months));
  return end.toISOString();
}

/** Whether the own values count in figures of groups: an item of its own. */
export function TeamFigures({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, text } = useLocale();
  const include = useCommand(IncludeInAggregates);
  const exclude = useCommand(ExcludeFromAggregates);
  const { id, notice, countsInAggregates: counts } = assessment;
  const words = notice.sections.find((section) => section.id === 'team-values');
  return (
    <Section title={t('participant.figures')} {...(words ? { lead: text(words.text) } : {})}>
      <CommandProblem command={include} />
      <CommandProblem command={exclude} />
      <Panel>
        <Group justify="space-between">
          <div>
            <h3>
              {t('participant.figuresMine')}{' '}
              <Tag kind={counts ? 'done' : 'plain'}>
                {t(counts ? 'participant.counted' : 'participant.notCounted')}
              </Tag>
            </h3>
            <p className="soft">{t('participant.figuresHint')}</p>
          </div>
          <Button
            variant="default"
            loading={include.pending || exclude.pending}
            onClick={() =>
              void (counts
                ? exclude.run({ assessmentId: id })
                : include.run({
                    input: { assessmentId: id, noticeVersion: notice.version, noticeHash: notice.hash },
                  }))
            }
          >
            {t(counts ? 'participant.leaveOut' : 'participant.countIn')}
          </Button>
        </Group>
      </Panel>
    </Section>
  );
}
