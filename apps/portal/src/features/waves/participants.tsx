import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { WaveHead } from '../../api/engagement.js';
import { InviteParticipant } from '../../api/generated.js';
import { useMembers } from '../../api/teams.js';
import { useEngagement } from '../../api/use-engagement.js';
import { useParticipants, type Participant } from '../../api/waves.js';
import { ChoiceField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Icon } from '../../components/icon.js';
import { Empty, List, Row, RowLink } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/waves/$waveId');

interface ParticipantsProps {
  readonly engagementId: string;
  readonly wave: WaveHead;
}

/** Everyone of a wave, or those of one team. */
export function Participants({ engagementId, wave }: ParticipantsProps) {
  const { t } = useLocale();
  const engagement = useEngagement(engagementId);
  const navigate = route.useNavigate();
  const { team } = route.useSearch();
  const { nodes, total, more, loading, loadMore } = useParticipants(wave.id, team ?? null);
  const mayInvite = useMay('manageStructure', engagement.staff) && !wave.closed;
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <div className="row">
        <NativeSelect
          aria-label={t('waves.teamFilter')}
          value={team ?? ''}
          data={[
            { value: '', label: t('waves.allTeams') },
            ...engagement.teams.map((entry) => ({ value: entry.team.id, label: entry.team.name })),
          ]}
          onChange={(event) =>
            void navigate({ search: { team: event.currentTarget.value || undefined }, replace: true })
          }
        />
        {mayInvite && (
          <Button variant="default" onClick={() => setInviting(true)}>
            {t('waves.invite')}
          </Button>
        )}
      </div>
      {nodes.length === 0 ? (
        <Empty title={t('waves.nobody')}>{t('waves.nobodyHint')}</Empty>
      ) : (
        <List label={t('waves.participants')}>
          {nodes.map((participant) => (
            <ParticipantRow
              key={participant.assessmentId}
              engagementId={engagementId}
              participant={participant}
            />
          ))}
        </List>
      )}
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
      {inviting && (
        <InviteDialog engagementId={engagementId} waveId={wave.id} onClose={() => setInviting(false)} />
      )}
    </>
  );
}

const KIND = { SUBMITTED: 'quiet', IN_PROGRESS: 'plain', NOT_STARTED: 'plain', WITHDRAWN: 'plain' } as const;

interface ParticipantRowProps {
  readonly engagementId: string;
  readonly participant: Participant;
}

function ParticipantRow({ engagementId, participant }: ParticipantRowProps) {
  const { t, date } = useLocale();
  const { assessmentId, person, team, status, submittedAt, profileReleased } = participant;
  return (
    <Row
      opens={profileReleased}
      title={
        profileReleased ? (
          <RowLink
            to="/engagements/$engagementId/profiles/$assessmentId"
            params={{ engagementId, assessmentId }}
          >
            {person.name}
          </RowLink>
        ) : (
          person.name
        )
      }
      meta={
        <>
          <span>{team.name}</span>
          {submittedAt && <span>{t('waves.submittedAt', { date: date(submittedAt) })}</span>}
        </>
      }
      end={
        <Tag kind={KIND[status]}>
          {status === 'SUBMITTED' && <Icon name="check" size={15} />}
          {t(`status.${status}`)}
        </Tag>
      }
    />
  );
}

interface InviteDialogProps {
  readonly engagementId: string;
  readonly waveId: string;
  readonly onClose: () => void;
}

function InviteDialog({ engagementId, waveId, onClose }: InviteDialogProps) {
  const { t } = useLocale();
  const { teams } = useEngagement(engagementId);
  const command = useCommand(InviteParticipant);
  const needed = z.string().min(1, t('form.needed'));
  const [teamId, setTeamId] = useState(teams[0]?.team.id ?? '');
  const form = useSchemaForm(z.object({ teamId: needed, personId: needed }), { teamId, personId: '' });
  return (
    <FormDialog
      title={t('waves.invite')}
      submit={t('waves.inviteSubmit')}
      form={form}
      command={command}
      variables={(values) => ({ input: { ...values, waveId } })}
      onClose={onClose}
    >
      <p className="soft">{t('waves.inviteText')}</p>
      <ChoiceField
        form={form}
        name="teamId"
        label={t('waves.team')}
        onChoose={(id) => {
          setTeamId(id);
          form.setFieldValue('personId', '');
        }}
        choices={teams.map(({ team }) => ({ value: team.id, label: team.name }))}
      />
      <MemberField form={form} teamId={teamId} />
    </FormDialog>
  );
}

interface MemberFieldProps {
  readonly form: Parameters<typeof ChoiceField>[0]['form'];
  readonly teamId: string;
}

function MemberField({ form, teamId }: MemberFieldProps) {
  const { t } = useLocale();
  const { nodes, more, loading, loadMore } = useMembers(teamId);
  return (
    <>
      <ChoiceField
        form={form}
        name="personId"
        label={t('waves.person')}
        choices={[
          { value: '', label: t('form.choose') },
          ...nodes.map(({ person }) => ({ value: person.id, label: person.name })),
        ]}
      />
      {more && (
        <Button variant="default" loading={loading} onClick={loadMore}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
