import { Button, FileInput, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { request } from '../../api/client.js';
import {
  ImportParticipants,
  type CsvDelimiter,
  type ImportParticipantsMutation,
  type ScoreMetric,
} from '../../api/generated.js';
import { Dialog } from '../../components/form-dialog.js';
import { Columns } from '../../components/page.js';
import { Notice } from '../../components/notice.js';
import { useProblemText } from '../../components/problem-text.js';
import { useLocale } from '../../i18n/locale.js';
import { ImportHelp } from './import-help.js';
import { ImportOutcome } from './import-outcome.js';
import { textOf } from './text-of-file.js';

type Outcome = ImportParticipantsMutation['importParticipants'];

interface ImportDialogProps {
  readonly engagementId: string;
  readonly waveId: string;
  readonly onClose: () => void;
}

/** Participants from a CSV file: first a trial that lists every problem, then all of it or nothing. */
export function ImportDialog({ waveId, onClose }: ImportDialogProps) {
  const { t } = useLocale();
  const [file, setFile] = useState<File | null>(null);
  const [delimiter, setDelimiter] = useState<CsvDelimiter>('AUTO');
  const [metric, setMetric] = useState<ScoreMetric>('RAW');
  const run = useImport(waveId);
  const problemText = useProblemText();
  const change = (apply: () => void) => {
    apply();
    run.reset();
  };
  const start = (dryRun: boolean) => file && run.mutate({ file, delimiter, metric, dryRun });
  const outcome = run.data;
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) result.current?.scrollIntoView({ block: 'start' });
  }, [outcome]);
  const finished = outcome?.__typename === 'ImportDone';
  return (
    <Dialog title={t('import.title')} onClose={onClose} size="xl">
      <div className="stack">
        {!finished && (
          <>
            <p className="soft">{t('import.text')}</p>
            <ImportHelp waveId={waveId} />
          </>
        )}
        {!finished && (
          <>
            <FileInput
              label={t('import.file')}
              description={t('import.fileHint')}
              placeholder={t('import.choose')}
              accept=".csv,text/csv,text/plain"
              value={file}
              onChange={(chosen) => change(() => setFile(chosen))}
            />
            <Columns min="14rem">
              <NativeSelect
                label={t('import.delimiter')}
                description={t('import.delimiterHint')}
                value={delimiter}
                onChange={(event) => change(() => setDelimiter(event.currentTarget.value as CsvDelimiter))}
                data={[
                  { value: 'AUTO', label: t('import.delimiters.AUTO') },
                  { value: 'SEMICOLON', label: t('import.delimiters.SEMICOLON') },
                  { value: 'COMMA', label: t('import.delimiters.COMMA') },
                ]}
              />
              <NativeSelect
                label={t('import.metric')}
                description={t('import.metricHint')}
                value={metric}
                onChange={(event) => change(() => setMetric(event.currentTarget.value as ScoreMetric))}
                data={(['RAW', 'Z', 'T', 'STEN'] as const).map((value) => ({
                  value,
                  label: t(`import.metrics.${value}`),
                }))}
              />
            </Columns>
          </>
        )}
        {run.error && (
          <Notice kind="caution" live>
            {problemText(run.error)}
          </Notice>
        )}
        <div role="status">
          {run.isPending && t(run.variables.dryRun ? 'import.checking' : 'import.running')}
        </div>
        <div ref={result} className="stack">
          {outcome && <ImportOutcome outcome={outcome} />}
        </div>
        <Steps
          state={finished ? 'done' : outcome?.__typename === 'ImportReady' ? 'ready' : 'check'}
          disabled={!file}
          pending={run.isPending}
          onRun={start}
          onClose={onClose}
        />
      </div>
    </Dialog>
  );
}

interface StepsProps {
  readonly state: 'check' | 'ready' | 'done';
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly onRun: (dryRun: boolean) => void;
  readonly onClose: () => void;
}

function Steps({ state, disabled, pending, onRun, onClose }: StepsProps) {
  const { t } = useLocale();
  return (
    <div className="row">
      {state === 'check' && (
        <Button disabled={disabled} loading={pending} onClick={() => onRun(true)}>
          {t('import.check')}
        </Button>
      )}
      {state === 'ready' && (
        <Button loading={pending} onClick={() => onRun(false)}>
          {t('import.run')}
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        {state === 'done' ? t('form.close') : t('form.cancel')}
      </Button>
    </div>
  );
}

interface Run {
  readonly file: File;
  readonly delimiter: CsvDelimiter;
  readonly metric: ScoreMetric;
  readonly dryRun: boolean;
}

function useImport(waveId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, ...rest }: Run): Promise<Outcome> => {
      const csv = textOf(await file.arrayBuffer());
      return (await request(ImportParticipants, { input: { ...rest, waveId, csv } })).importParticipants;
    },
    onSuccess: async (outcome) => {
      if (outcome.__typename === 'ImportDone') await client.invalidateQueries();
    },
  });
}
