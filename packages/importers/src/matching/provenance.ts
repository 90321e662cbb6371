import type { BatchLine, CiteOperation, CreateOperation } from '@chancery/changesets';
import { assertedSupport, cutText, type FactTypeName, labelText, maxLengths, type Values } from '@chancery/codebook';
import type { CoverageManifest, Manifest } from '../manifest.ts';
import { stableDeskId, stableId } from '../stable-id.ts';
import { coverageIdOf, coverageOperationPair } from './coverage-operations.ts';
import type { PlannedRow } from './planned.ts';

/** The key of the question that asks which source of the register a data set is. */
export const sourceQuestion = 'source';

/** The id, the grades and the date of an import. */
export interface ImportDetails {
  readonly importId: string;
  readonly grade: Manifest['grade'];
  /** The day on which the files were uploaded or given (EDTF). */
  readonly retrieved?: string;
}

/** Returns the stable id of the source of a data set. An editor can choose another source instead. */
export function sourceIdOf({ key, version }: Manifest): string {
  return stableId('Source', `import ${key} ${version}`);
}

function sourceNameOf({ title, version }: Manifest): string {
  return cutText(`${title}, ${version}`, maxLengths.text);
}

/** The source of an import, and its state in the register when the import starts. */
export interface ImportSource {
  readonly source: string;
  readonly isStored: boolean;
  /**
   * Ids of `Coverage` records of the data set that exist or were retired, which are not created again. If absent, no
   * coverage is created for a stored source.
   */
  readonly existingCoverage?: ReadonlySet<string>;
}

/**
 * Plans the provenance of an import: its source with coverage, and an import batch for each file, since facts are cited
 * by line. The source and the batches are created only when a fact first needs them.
 */
export class Provenance {
  readonly #manifest: Manifest;
  readonly #details: ImportDetails;
  readonly #source: string;
  #isStored: boolean;
  /** Coverage that this import has yet to create. */
  #missing: readonly CoverageManifest[];
  readonly #batches = new Map<string, string>();

  constructor(manifest: Manifest, details: ImportDetails, { source, isStored, existingCoverage }: ImportSource) {
    this.#manifest = manifest;
    this.#details = details;
    this.#source = source;
    this.#isStored = isStored;
    this.#missing =
      existingCoverage || !isStored
        ? manifest.covers.filter((covered) => !existingCoverage?.has(coverageIdOf(manifest, covered)))
        : [];
  }

  /**
   * Returns the rows that create the missing coverage of a stored source, on the first call only. A new source gets its
   * coverage when the source is created.
   */
  createMissingCoverage(file: string): readonly PlannedRow[] {
    return this.#isStored ? this.#coverageRows(file) : [];
  }

  /**
   * Returns the import batch of a line, and the rows that must come first: on the first call for a file, those that
   * create the batch and, if this import has not created it yet, a new source with its coverage.
   */
  batch(file: string, line: number): { readonly batch: BatchLine; readonly before: readonly PlannedRow[] } {
    const existingId = this.#batches.get(file);
    if (existingId !== undefined) return { batch: { id: existingId, line }, before: [] };
    const id = stableId('ImportBatch', `${this.#details.importId} ${file}`);
    this.#batches.set(file, id);
    const { title, version } = this.#manifest;
    const values: Values = {
      title: cutText(`${title} ${version}: ${file}`, maxLengths.text),
      source: this.#source,
      ...assertedSupport,
      credibility: this.#details.grade.credibility,
      ...(this.#details.retrieved ? { retrieved: { edtf: this.#details.retrieved, basis: 'STATED' } } : {}),
      method: `Line of ${file}, its header counted as line 1. Read by the importer ${this.#manifest.key}, and matched by ids of earlier imports, codes, and names.`,
    };
    const before = [...this.#sourceRow(file), this.#row('ImportBatch', `batch ${file}`, file, id, values)];
    return { batch: { id, line }, before };
  }

  /** Returns an operation that cites a line of the source for a field, or for the whole fact if there is no `field`. */
  cite(
    target: { type: FactTypeName; fact: string; key: string; file: string; line: number },
    field?: string,
  ): CiteOperation {
    const { type, fact, key, file, line } = target;
    const text = `${this.#details.importId} cite ${key} ${field ?? ''}`;
    return {
      id: stableDeskId('operation', text),
      kind: 'cite',
      type,
      fact,
      citation: stableId('Citation', text),
      values: {
        fact,
        ...(field === undefined ? {} : { field }),
        source: this.#source,
        line: `${line} of ${file}`,
        ...assertedSupport,
        credibility: this.#details.grade.credibility,
        ...(this.#details.retrieved ? { retrieved: { edtf: this.#details.retrieved, basis: 'STATED' } } : {}),
      },
    };
  }

  /**
   * Returns the rows that must come before a citation: those that create a new source with its coverage, unless an
   * earlier call has returned them.
   */
  rowsBeforeCitation(file: string): readonly PlannedRow[] {
    return this.#sourceRow(file);
  }

  #sourceRow(file: string): PlannedRow[] {
    if (this.#isStored) return [];
    this.#isStored = true;
    const { title, publisher, citation, doi, licence, key, independenceGroup } = this.#manifest;
    const values: Values = {
      name: sourceNameOf(this.#manifest),
      sourceType: 'DATASET',
      title,
      publisher,
      ...(doi ? { doi } : {}),
      reliability: this.#details.grade.reliability,
      independenceGroup: independenceGroup ?? key,
      licence: licence.terms,
      republication: licence.republish ? 'ALLOWED' : 'WITHHELD',
      note: `To be cited as: ${citation}`,
    };
    return [this.#row('Source', sourceQuestion, file, this.#source, values), ...this.#coverageRows(file)];
  }

  #coverageRows(file: string): PlannedRow[] {
    const missing = this.#missing;
    this.#missing = [];
    return missing.map((covered) => {
      const operations = coverageOperationPair(this.#manifest, covered, this.#source, this.#details.importId);
      const [{ fact, values }] = operations;
      return {
        outcome: 'CREATE',
        file,
        key: `coverage ${covered.kind} ${covered.dataSet ?? ''}`.trim(),
        type: 'Coverage',
        fact,
        label: labelText('Coverage', values, () => sourceNameOf(this.#manifest)),
        operations,
      };
    });
  }

  #row(type: FactTypeName, key: string, file: string, fact: string, values: Values): PlannedRow {
    const id = stableDeskId('operation', `${this.#details.importId} create ${key}`);
    const operation: CreateOperation = { id, kind: 'create', type, fact, values };
    return {
      outcome: 'CREATE',
      file,
      key,
      type,
      fact,
      label: labelText(type, values, () => undefined),
      operations: [operation],
    };
  }
}
