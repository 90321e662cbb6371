import type { BatchLine, CiteOperation, CreateOperation } from '@chancery/changesets';
import { type FactTypeName, labelText, type Values } from '@chancery/codebook';
import type { CoverageManifest, Manifest } from '../manifest.ts';
import { stableDeskId, stableId } from '../stable-id.ts';
import { coverageIdOf, recordCoverage } from './coverage-operations.ts';
import type { PlannedRow } from './planned.ts';

/** The key under which an editor's answer says which source of the register a data set is. */
export const sourceQuestion = 'source';

/** How an import is made out: by what id, and with what grades. */
export interface Making {
  readonly importId: string;
  readonly grade: Manifest['grade'];
  /** The day on which its files were handed over (EDTF). */
  readonly retrieved?: string;
}

/** The id of the source of a data set where no editor has said which it is. */
export function sourceIdOf({ key, version }: Manifest): string {
  return stableId('Source', `import ${key} ${version}`);
}

function sourceNameOf({ title, version }: Manifest): string {
  return `${title}, ${version}`.slice(0, 600);
}

/** The source of an import in the register, as it is when the import begins. */
export interface StandingSource {
  readonly source: string;
  readonly isThere: boolean;
  /** Ids of the coverage of the data set that stand or were retired: these are left alone. */
  readonly recorded?: ReadonlySet<string>;
}

/**
 * Where an import's facts come from: its source with what it covers, and a batch for each file, since a fact is cited by
 * its line. They are made by the import itself, and only once something comes of them.
 */
export class Provenance {
  readonly #manifest: Manifest;
  readonly #making: Making;
  readonly #source: string;
  #isThere: boolean;
  /** What is covered and not recorded yet. */
  #unrecorded: readonly CoverageManifest[];
  readonly #batches = new Map<string, string>();

  constructor(manifest: Manifest, making: Making, { source, isThere, recorded }: StandingSource) {
    this.#manifest = manifest;
    this.#making = making;
    this.#source = source;
    this.#isThere = isThere;
    this.#unrecorded =
      recorded || !isThere ? manifest.covers.filter((covered) => !recorded?.has(coverageIdOf(manifest, covered))) : [];
  }

  /** What a source covers that was made before its coverage was recorded: to be called before anything else comes of a file. */
  coverageOfStanding(file: string): readonly PlannedRow[] {
    return this.#isThere ? this.#coverageRows(file) : [];
  }

  /** The place in a batch of a line, and what must be made first. */
  batch(file: string, line: number): { readonly batch: BatchLine; readonly before: readonly PlannedRow[] } {
    const known = this.#batches.get(file);
    if (known !== undefined) return { batch: { id: known, line }, before: [] };
    const id = stableId('ImportBatch', `${this.#making.importId} ${file}`);
    this.#batches.set(file, id);
    const { title, version } = this.#manifest;
    const values: Values = {
      title: `${title} ${version}: ${file}`.slice(0, 600),
      source: this.#source,
      stance: 'SUPPORTS',
      modality: 'ASSERTED',
      credibility: this.#making.grade.credibility,
      ...(this.#making.retrieved ? { retrieved: { edtf: this.#making.retrieved, basis: 'STATED' } } : {}),
      method: `Line of ${file}, its header counted as line 1. Read by the importer ${this.#manifest.key}, and matched by ids of earlier imports, codes, and names.`,
    };
    const before = [...this.#sourceRow(file), this.#row('ImportBatch', `batch ${file}`, file, id, values)];
    return { batch: { id, line }, before };
  }

  /** A citation of the source at a line, for a field of a fact or for the fact as a whole. */
  cite(
    on: { type: FactTypeName; fact: string; key: string; file: string; line: number },
    field?: string,
  ): CiteOperation {
    const { type, fact, key, file, line } = on;
    const text = `${this.#making.importId} cite ${key} ${field ?? ''}`;
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
        stance: 'SUPPORTS',
        modality: 'ASSERTED',
        credibility: this.#making.grade.credibility,
        ...(this.#making.retrieved ? { retrieved: { edtf: this.#making.retrieved, basis: 'STATED' } } : {}),
      },
    };
  }

  /** What must be made before something of a file is cited. */
  beforeCiting(file: string): readonly PlannedRow[] {
    return this.#sourceRow(file);
  }

  #sourceRow(file: string): PlannedRow[] {
    if (this.#isThere) return [];
    this.#isThere = true;
    const { title, publisher, citation, doi, licence, key, independenceGroup } = this.#manifest;
    const values: Values = {
      name: sourceNameOf(this.#manifest),
      sourceType: 'DATASET',
      title,
      publisher,
      ...(doi ? { doi } : {}),
      reliability: this.#making.grade.reliability,
      independenceGroup: independenceGroup ?? key,
      licence: licence.terms,
      republication: licence.republish ? 'ALLOWED' : 'WITHHELD',
      note: `To be cited as: ${citation}`,
    };
    return [this.#row('Source', sourceQuestion, file, this.#source, values), ...this.#coverageRows(file)];
  }

  #coverageRows(file: string): PlannedRow[] {
    const unrecorded = this.#unrecorded;
    this.#unrecorded = [];
    return unrecorded.map((covered) => {
      const operations = recordCoverage(this.#manifest, covered, this.#source, this.#making.importId);
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
    const id = stableDeskId('operation', `${this.#making.importId} create ${key}`);
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
