import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { RecordLegalGround, type Controller, type WorksCouncilKind } from '../../api/generated.js';
import { AreaField, ChoiceField, CountField, TextField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { useLocale } from '../../i18n/locale.js';

interface GroundValues extends Record<string, unknown> {
  controller: Controller | '';
  legalBasis: string;
  worksCouncil: WorksCouncilKind;
  worksCouncilNote: string;
  retentionMonths: number;
}

interface LegalGroundDialogProps {
  readonly engagement: EngagementDetail;
  readonly onClose: () => void;
}

/** Legal basis, works council and retention: what has to be on record before anyone is invited. */
export function LegalGroundDialog({ engagement: { id, legalGround }, onClose }: LegalGroundDialogProps) {
  const { t } = useLocale();
  const command = useCommand(RecordLegalGround);
  const schema = z
    .object({
      controller: z.enum(['CLIENT', 'FIRM', 'JOINT'], t('form.needed')),
      legalBasis: z.string().trim().min(1, t('form.needed')),
      worksCouncil: z.enum(['AGREED', 'NONE', 'NOT_APPLICABLE']),
      worksCouncilNote: z.string().trim(),
      retentionMonths: z.coerce.number<number>().int().min(1, t('form.needed')),
    })
    .refine(({ worksCouncil, worksCouncilNote }) => worksCouncil === 'NONE' || worksCouncilNote !== '', {
      path: ['worksCouncilNote'],
      message: t('form.needed'),
    });
  const form = useSchemaForm<GroundValues>(schema, {
    controller: legalGround?.controller ?? '',
    legalBasis: legalGround?.legalBasis ?? '',
    worksCouncil: legalGround?.worksCouncil ?? 'AGREED',
    worksCouncilNote: legalGround?.worksCouncilNote ?? '',
    retentionMonths: legalGround?.retentionMonths ?? 24,
  });
  const councils = (['AGREED', 'NONE', 'NOT_APPLICABLE'] as const).map((value) => ({
    value,
    label: t(`ground.councils.${value}`),
  }));
  const controllers = [
    { value: '', label: t('form.choose') },
    ...(['CLIENT', 'FIRM', 'JOINT'] as const).map((value) => ({
      value,
      label: t(`ground.controllers.${value}`),
    })),
  ];
  return (
    <FormDialog
      title={t('ground.title')}
      submit={t('form.save')}
      form={form}
      command={command}
      variables={({ controller, worksCouncilNote, retentionMonths, ...rest }) => ({
        input: {
          ...rest,
          controller: controller as Controller,
          engagementId: id,
          worksCouncilNote: worksCouncilNote.trim() === '' ? null : worksCouncilNote,
          retentionMonths: Number(retentionMonths),
        },
      })}
      onClose={onClose}
    >
      <p className="soft">{t('ground.why')}</p>
      <ChoiceField form={form} name="controller" label={t('ground.controller')} choices={controllers} />
      <AreaField form={form} name="legalBasis" label={t('ground.basis')} hint={t('ground.basisHint')} />
      <ChoiceField form={form} name="worksCouncil" label={t('ground.council')} choices={councils} />
      <TextField form={form} name="worksCouncilNote" label={t('ground.note')} hint={t('ground.noteHint')} />
      <CountField form={form} name="retentionMonths" label={t('ground.retentionField')} min={1} max={120} />
    </FormDialog>
  );
}
