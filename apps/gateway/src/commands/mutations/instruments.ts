import {
  instrumentSchema,
  may,
  normGroupSchema,
  type InstrumentShape,
  type Locale,
  type NormGroupShape,
  type Refusal,
} from '@rapport/domain';
import { validateInstrument, validateNormGroup, type Validation } from '@rapport/psychometrics';
import type { z } from 'zod';
import { mutation, notPermitted } from '../mutation.js';
import { problemsOf } from '../problems.js';
import { invalidField, invalidInput } from '../refusals.js';

interface Input {
  readonly input: { readonly document: string };
}

/** A document that is something else altogether has a problem in every field; nobody reads more than these. */
const MOST_PROBLEMS = 100;

const publishInstrument = mutation(async ({ input }: Input, { context }) => {
  const { caller } = context;
  if (!may(caller, 'manage-instruments', { tenantId: caller.tenantId })) return notPermitted;
  const locale = await context.locale();
  const parsed = documentOf<InstrumentShape>(input.document, instrumentSchema, locale);
  if ('refusal' in parsed) return parsed;
  const meaning = refusedBy(validateInstrument(parsed.document));
  if (meaning) return meaning;
  const { document } = parsed;
  return {
    id: document.id,
    commands: [{ category: 'Instrument', id: document.id, command: { type: 'PublishInstrument', document } }],
  };
});

const publishNormGroup = mutation(async ({ input }: Input, { context }) => {
  const { caller, loaders } = context;
  if (!may(caller, 'manage-instruments', { tenantId: caller.tenantId })) return notPermitted;
  const locale = await context.locale();
  const parsed = documentOf<NormGroupShape>(input.document, normGroupSchema, locale);
  if ('refusal' in parsed) return parsed;
  const norm = parsed.document;
  const instrument = await loaders.instrument.load(norm.instrument);
  if (!instrument) return { refusal: 'InstrumentVersionUnknown', version: norm.instrument.version };
  const known = new Set(norm.scales.map(({ scale }) => scale));
  const scales = instrument.scales.map(({ id }) => id).filter((id) => !known.has(id));
  if (scales.length > 0) return { refusal: 'NormLacksScales', scales };
  const meaning = refusedBy(validateNormGroup(norm, instrument));
  if (meaning) return meaning;
  return {
    id: norm.id,
    commands: [{ category: 'Instrument', id: instrument.id, command: { type: 'PublishNormGroup', norm } }],
  };
});

/** JSON text as a document of one form, or what is wrong with it. */
function documentOf<T>(
  text: string,
  schema: z.ZodType<T>,
  locale: Locale,
): { readonly document: T } | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return invalidField('input.document', locale, 'ist kein gültiges JSON', 'is not valid JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { document: parsed.data };
  const problems = problemsOf(parsed.error, {}, locale).slice(0, MOST_PROBLEMS);
  return invalidInput(
    problems.map(({ field, reason }) => ({ field: field.replace(/^input/, 'input.document'), reason })),
  );
}

const refusedBy = <T>(validation: Validation<T>): Refusal | null =>
  validation.ok
    ? null
    : invalidInput(
        validation.problems
          .slice(0, MOST_PROBLEMS)
          .map(({ path, reason }) => ({ field: `input.document.${path}`, reason })),
      );

export const instrumentMutations = { publishInstrument, publishNormGroup };
