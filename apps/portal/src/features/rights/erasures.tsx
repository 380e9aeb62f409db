import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { request } from '../../api/client.js';
import { useCommand } from '../../api/command.js';
import { ConfirmErasure, Erasures, RequestErasure, type ErasuresQuery } from '../../api/generated.js';
import { usePages } from '../../api/pages.js';
import { Confirm } from '../../components/confirm.js';
import { Facts } from '../../components/facts.js';
import { TextField, useSchemaForm } from '../../components/fields.js';
import { Dialog, FormDialog } from '../../components/form-dialog.js';
import { Empty, List, Row } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Section } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

type Erasure = ErasuresQuery['erasures']['nodes'][number];
type Certificate = NonNullable<Erasure['certificate']>;

const LOOK_AGAIN_MS = 2000;

/** Erasures from the request to the certificate: administrators confirm, others follow what they asked for. */
export function ErasuresSection() {
  const { t } = useLocale();
  const confirms = useMay('confirmErasures');
  const [asking, setAsking] = useState(false);
  const pages = usePages<Erasure>(
    ['erasures'],
    async (after, signal) => (await request(Erasures, { after }, signal)).erasures,
  );
  useLookAgain(pages.nodes.some(({ status }) => status === 'CONFIRMED'));
  return (
    <Section
      title={t('privacy.erasures')}
      lead={t(confirms ? 'privacy.erasuresLead' : 'privacy.ownErasuresLead')}
      actions={
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('privacy.ask')}
        </Button>
      }
    >
      {pages.nodes.length === 0 ? (
        <Empty title={t('privacy.noErasures')}>
          {t(confirms ? 'privacy.noErasuresHint' : 'privacy.noOwnErasuresHint')}
        </Empty>
      ) : (
        <>
          <List label={t('privacy.erasures')}>
            {pages.nodes.map((erasure) => (
              <ErasureRow key={erasure.id} erasure={erasure} confirms={confirms} />
            ))}
          </List>
          <LoadMore {...pages} shown={pages.nodes.length} onMore={pages.loadMore} />
        </>
      )}
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </Section>
  );
}

/** An erasure that is being carried out is done within seconds; then its certificate is there. */
function useLookAgain(busy: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!busy) return;
    const again = () => void client.invalidateQueries({ queryKey: ['erasures'] });
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [busy, client]);
}

interface ErasureRowProps {
  readonly erasure: Erasure;
  readonly confirms: boolean;
}

function ErasureRow({ erasure, confirms }: ErasureRowProps) {
  const { t, instant } = useLocale();
  const command = useCommand(ConfirmErasure);
  const [open, setOpen] = useState<'confirm' | 'certificate' | null>(null);
  const { id, personName, requestedBy, requestedByName, status, ownRequest, erasedAt, certificate } = erasure;
  const name = personName ?? t('privacy.person', { id: id.slice(0, 8) });
  const by =
    requestedBy === id
      ? t('privacy.bySelf')
      : requestedBy.startsWith('system:')
        ? t('privacy.byRetention')
        : (requestedByName ?? t('rights.goneAccount'));
  const close = () => setOpen(null);
  return (
    <>
      <Row
        title={name}
        meta={
          <>
            <span>{t('privacy.askedBy', { at: instant(erasure.requestedAt), by })}</span>
            {erasedAt && <span>{t('privacy.erasedAt', { at: instant(erasedAt) })}</span>}
          </>
        }
        end={
          <>
            <Tag kind={status === 'REQUESTED' ? 'caution' : 'quiet'}>{t(`privacy.status.${status}`)}</Tag>
            {status === 'REQUESTED' && (ownRequest || !confirms) && (
              <span className="soft">{t('privacy.secondPerson')}</span>
            )}
            {status === 'REQUESTED' && confirms && !ownRequest && (
              <Button
                variant="default"
                aria-label={t('privacy.confirmNamed', { name })}
                onClick={() => setOpen('confirm')}
              >
                {t('privacy.confirm')}
              </Button>
            )}
            {certificate && (
              <Button
                variant="default"
                aria-label={t('privacy.certificateNamed', { name })}
                onClick={() => setOpen('certificate')}
              >
                {t('privacy.certificate')}
              </Button>
            )}
          </>
        }
      />
      {open === 'confirm' && (
        <Confirm
          title={t('privacy.confirmNamed', { name })}
          text={t('privacy.confirmText')}
          submit={t('privacy.confirm')}
          command={command}
          variables={{ personId: id }}
          onClose={close}
        />
      )}
      {open === 'certificate' && certificate && (
        <CertificateDialog id={id} name={name} certificate={certificate} onClose={close} />
      )}
    </>
  );
}

interface CertificateDialogProps {
  readonly id: string;
  readonly name: string;
  readonly certificate: Certificate;
  readonly onClose: () => void;
}

/** What was erased, in numbers; the file says the same for somebody who checks it. */
function CertificateDialog({ id, name, certificate, onClose }: CertificateDialogProps) {
  const { t, instant } = useLocale();
  return (
    <Dialog title={t('privacy.certificateNamed', { name })} onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('privacy.certificateText')}</p>
        <Facts
          facts={[
            [t('privacy.keyDestroyed'), instant(certificate.keyDestroyedAt)],
            ...certificate.removed
              .filter(({ count }) => count > 0)
              .map(
                ({ kind, count }) =>
                  [t(`privacy.removed.${kind}`, { defaultValue: kind }), String(count)] as const,
              ),
            [t('privacy.hash'), <code key="hash">{certificate.sha256}</code>],
          ]}
        />
        <div>
          <Button component="a" href={`/api/erasures/${id}`} download variant="default">
            {t('privacy.certificateFile')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Asks for the erasure of somebody by address: who does it may not know more of the person than that. */
function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const command = useCommand(RequestErasure);
  const form = useSchemaForm(z.object({ email: z.email(t('form.email')) }), { email: '' });
  return (
    <FormDialog
      title={t('privacy.ask')}
      submit={t('privacy.askSubmit')}
      form={form}
      command={command}
      variables={({ email }) => ({ email })}
      onClose={onClose}
    >
      <p className="soft">{t('privacy.askText')}</p>
      <TextField form={form} name="email" type="email" label={t('privacy.askEmail')} />
    </FormDialog>
  );
}

interface AskNamedProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Asks for the erasure of somebody who is on the page. */
export function AskForErasure({ person: { id, name }, onClose }: AskNamedProps) {
  const { t } = useLocale();
  const command = useCommand(RequestErasure);
  return (
    <Confirm
      title={t('privacy.askNamed', { name })}
      text={t('privacy.askText')}
      submit={t('privacy.askSubmit')}
      command={command}
      variables={{ personId: id }}
      onClose={onClose}
    />
  );
}
