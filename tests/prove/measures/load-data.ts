// Inserts published data directly into the tables of a register, as one revision, for tests of measures.
// `npm run verify:data` tests the import through changesets.
import {
  attestedColumn,
  carriedColumn,
  type FactTypeName,
  type FieldValue,
  fieldsOf,
  isFactField,
  labelText,
  lapsingSpells,
  newId,
  parseUncertainDate,
  tableOf,
  toColumns,
  typeOf,
  type Values,
} from '@chancery/codebook';
import {
  importers,
  type Manifest,
  type ReadReport,
  type Reference,
  readSourceRecords,
  type SourceRecord,
} from '@chancery/importers';
import { publishedFile } from '@chancery/importers/testing';
import type pg from 'pg';

type Row = Record<string, unknown>;
type Log = (line: string) => void;

/** The number of skipped facts by the kind of reference that was not found, such as `unga Ballot.state COW`. */
export type SkippedFacts = ReadonlyMap<string, number>;

const batchSize = 5_000;
const openRevision = 2_147_483_647;

/**
 * Inserts the General Assembly and the sources with these keys, in this order, as one revision. Returns the numbers of
 * facts that were skipped because a fact that they link to is missing.
 * @throws Error if a key is unknown, a file is missing or a source has a problem
 */
export async function loadData(
  client: pg.ClientBase,
  keys: readonly string[],
  log: Log,
  revision = 1,
): Promise<SkippedFacts> {
  const register = new Loader(client, revision);
  await client.query('BEGIN');
  // Disables the triggers, which write history row by row. `finish` writes it at once.
  await client.query("SET LOCAL session_replication_role = 'replica'");
  await register.add('unga', {
    type: 'Organization',
    key: 'UNGA',
    values: { name: 'United Nations General Assembly', abbreviation: 'UNGA', organizationType: 'ORGAN' },
  });
  for (const key of keys) {
    const importer = importers.find(({ manifest }) => manifest.key === key);
    if (!importer)
      throw new Error(`there is no importer ${key}; use the key of a manifest in packages/importers/src/sources`);
    const reading: ReadReport = { rows: 0, problems: [], notes: [] };
    const files = importer.manifest.files.map(({ name }) => publishedFile(name));
    await register.startSource(importer.manifest);
    for await (const record of readSourceRecords(importer, files, reading)) await register.add(key, record);
    if (reading.problems.length > 0)
      throw new Error(`the source ${key} has a problem: ${JSON.stringify(reading.problems[0])}`);
    log(`${key}: ${reading.rows} rows`);
  }
  await register.finish();
  await client.query('COMMIT');
  await client.query('ANALYZE');
  return register.skipped;
}

function latestOf(edtf: string): string | null {
  const parsed = parseUncertainDate(edtf);
  return parsed.ok ? parsed.date.latest : null;
}

type LoadedRecord = Pick<SourceRecord, 'type' | 'key' | 'values'> & Partial<Pick<SourceRecord, 'links'>>;

/** Inserts facts in batches, and resolves references to earlier facts. */
class Loader {
  readonly skipped = new Map<string, number>();
  readonly #client: pg.ClientBase;
  readonly #revision: number;
  readonly #ids = new Map<string, string>();
  readonly #codes = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  readonly #dates = new Map<string, Row>();
  readonly #rows = new Map<string, Row>();
  readonly #pending = new Map<FactTypeName, { own: Row; fact: Row }[]>();
  readonly #types = new Set<FactTypeName>();
  #batch: string | undefined;
  /** The last day that the current source covers, by coverage kind; `null` if its period has no end. */
  #coveredUntil: ReadonlyMap<string, string | null> = new Map();

  constructor(client: pg.ClientBase, revision: number) {
    this.#client = client;
    this.#revision = revision;
  }

  /** Adds a source with its batch and coverages. The records that follow belong to it. */
  async startSource({ key, title, covers, grade, licence }: Manifest): Promise<void> {
    const grades = { reliability: grade.reliability, independenceGroup: key };
    const republication = licence.republish ? 'ALLOWED' : 'WITHHELD';
    await this.add(key, {
      type: 'Source',
      key: 'source',
      values: { name: title, sourceType: 'DATASET', republication, ...grades },
    });
    const source = this.#ids.get(`${key} source`) ?? '';
    const cited = { source, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: grade.credibility };
    await this.add(key, { type: 'ImportBatch', key: 'batch', values: { title, ...cited } });
    for (const [at, { period, gaps, ...covered }] of covers.entries())
      await this.add(key, {
        type: 'Coverage',
        key: `coverage ${at}`,
        values: { source, ...covered, period: { edtf: period }, ...(gaps ? { gaps: { edtf: gaps } } : {}) },
      });
    this.#batch = this.#ids.get(`${key} batch`);
    this.#coveredUntil = new Map(covers.map(({ kind, period }) => [kind, latestOf(period)]));
  }

  /** Adds a fact. If a fact that it links to is missing, skips and counts it instead. */
  async add(source: string, { type, key, values, links = {} }: LoadedRecord): Promise<void> {
    const ends: Record<string, string> = {};
    for (const [name, reference] of Object.entries(links)) {
      const id = this.#find(source, reference);
      if (id === undefined) {
        const words = `${source} ${type}.${name} ${'record' in reference ? 'record' : 'code' in reference ? reference.code.scheme : 'name'}`;
        this.skipped.set(words, (this.skipped.get(words) ?? 0) + 1);
        return;
      }
      ends[name] = id;
    }
    const id = newId(type);
    this.#ids.set(`${source} ${key}`, id);
    // An import gives an agreement without a title one from its parties. Any title serves here.
    const all: Record<string, FieldValue> = { ...(type === 'Agreement' && { title: key }), ...values, ...ends };
    if (type === 'ExternalCode') this.#codes.set(`${all.scheme} ${all.value}`, String(all.of));
    if (type === 'State' || type === 'Organization') this.#names.set(String(all.name), id);
    if (type === 'Organization' && all.abbreviation) this.#codes.set(`ABBREVIATION ${all.abbreviation}`, id);
    this.#types.add(type);
    const pending = this.#pending.get(type) ?? [];
    this.#pending.set(type, pending);
    pending.push(this.#rowsOf(type, id, all));
    if (pending.length >= batchSize) await this.#write(type);
  }

  /** Writes the remaining facts, the history and the revision. */
  async finish(): Promise<void> {
    for (const type of this.#pending.keys()) await this.#write(type);
    for (const table of ['fact', ...[...this.#types].map((type) => tableOf(type))]) {
      const columns = await this.#columnsOf(table);
      await this.#client.query(
        `INSERT INTO history."${table}" (${columns}, rev_from, rev_to) SELECT ${columns}, ${this.#revision}, ${openRevision} FROM register."${table}" new
         WHERE NOT EXISTS (SELECT FROM history."${table}" old WHERE old.id = new.id)`,
      );
    }
    await this.#client.query(
      `INSERT INTO ledger.revision (number, at, changeset_id, title, reason, author_id, merged_by, operation_count)
       VALUES ($1, now(), 'data', 'Published data', 'To be measured.', 'data', 'data', 0)`,
      [this.#revision],
    );
    await this.#client.query('UPDATE ledger.head SET number = $1, at = now()', [this.#revision]);
  }

  #find(source: string, reference: Reference): string | undefined {
    if ('record' in reference) return this.#ids.get(`${source} ${reference.record}`);
    if ('name' in reference) return this.#names.get(reference.name.text);
    return this.#codes.get(`${reference.code.scheme} ${reference.code.value}`);
  }

  #rowsOf(type: FactTypeName, id: string, values: Values): { own: Row; fact: Row } {
    const own: Row = { id };
    for (const name of Object.keys(fieldsOf(type)))
      if (!isFactField(name)) Object.assign(own, this.#cellsOf(type, name, values[name] ?? null));
    for (const [name, { through, field }] of Object.entries(typeOf(type).carriedKeys))
      own[carriedColumn(name).name] = this.#rows.get(String(values[through]))?.[`${field}_earliest`] ?? null;
    for (const [name] of lapsingSpells(type)) {
      const until = this.#coveredUntil.get(typeOf(type).coverageKind ?? '') ?? null;
      const latest = own[`${name}_latest`] as string | null;
      own[attestedColumn(name).name] = until && latest && latest < until ? latest : until;
    }
    const label = labelText(type, values, (of) => this.#labels.get(of));
    if (typeOf(type).category === 'record') {
      this.#labels.set(id, label);
      this.#rows.set(id, own);
    }
    const isOfBatch = this.#batch !== undefined && !['Source', 'ImportBatch', 'Coverage'].includes(type);
    const batchColumns = isOfBatch ? { batch_id: this.#batch, batch_line: 1 } : {};
    return {
      own,
      fact: {
        id,
        type,
        label,
        evidence_status: 'RECORDED',
        absences: {},
        batch_id: null,
        batch_line: null,
        ...batchColumns,
      },
    };
  }

  /** Returns the column values of a field value. Caches those of dates, which are slow to parse and often repeated. */
  #cellsOf(type: FactTypeName, name: string, value: FieldValue): Row {
    const field = fieldsOf(type)[name];
    if (!field) throw new Error(`${type} has no field ${name}`);
    if (field.kind !== 'uncertainDate') return toColumns(name, field, value);
    const key = `${type} ${name} ${JSON.stringify(value)}`;
    const columns = this.#dates.get(key) ?? toColumns(name, field, value);
    this.#dates.set(key, columns);
    return columns;
  }

  async #write(type: FactTypeName): Promise<void> {
    const rows = this.#pending.get(type)?.splice(0) ?? [];
    await this.#insert(
      'fact',
      rows.map(({ fact }) => fact),
    );
    await this.#insert(
      tableOf(type),
      rows.map(({ own }) => own),
    );
  }

  async #insert(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0] ?? {})
      .map((name) => `"${name}"`)
      .join(', ');
    await this.#client.query(
      `INSERT INTO register."${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::register."${table}", $1)`,
      [JSON.stringify(rows)],
    );
  }

  async #columnsOf(table: string): Promise<string> {
    const { rows } = await this.#client.query<{ columns: string }>(
      `SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
       WHERE attrelid = format('register.%I', $1::text)::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    );
    return rows[0]?.columns ?? '';
  }
}
