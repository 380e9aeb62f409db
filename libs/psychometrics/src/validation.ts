/** One thing that is wrong with a document, and where: `scales[2].keys[0].key`. */
export interface Problem {
  readonly path: string;
  readonly reason: string;
}

export type Validation<T> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly problems: readonly Problem[] };

/** Ends a validation: the value when nothing was found, else the problems. */
export function validated<T extends object>(problems: Problems, value: T): Validation<T> {
  return problems.found.length === 0 ? { ok: true, ...value } : { ok: false, problems: problems.found };
}

/** Collects problems while a document is read. Each reader gives the value, or notes the problem and gives nothing. */
export class Problems {
  readonly found: Problem[] = [];

  add(path: string, reason: string): void {
    this.found.push({ path, reason });
  }

  record(value: unknown, path: string): Readonly<Record<string, unknown>> | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    this.add(path, 'must be an object');
    return undefined;
  }

  list(value: unknown, path: string): readonly unknown[] | undefined {
    if (Array.isArray(value)) return value;
    this.add(path, 'must be a list');
    return undefined;
  }

  text(value: unknown, path: string): string | undefined {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.add(path, 'must be a text that is not empty');
    return undefined;
  }

  number(value: unknown, path: string): number | undefined {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.add(path, 'must be a number');
    return undefined;
  }

  flag(value: unknown, path: string): void {
    if (typeof value !== 'boolean') this.add(path, 'must be true or false');
  }

  localText(value: unknown, path: string): void {
    const texts = this.record(value, path);
    if (texts === undefined) return;
    this.text(texts['de'], `${path}.de`);
    this.text(texts['en'], `${path}.en`);
  }

  /** Notes every id that stood before; empty ids have their own problem already. */
  unique(ids: readonly string[], pathOf: (index: number) => string): void {
    ids.forEach((id, index) => {
      if (id !== '' && ids.indexOf(id) < index) this.add(pathOf(index), `${id} appears twice`);
    });
  }
}
