import { type Operation, parseOperation } from '@chancery/changesets';
import { type FactTypeName, fieldsOf, type TypeName, type Values } from '@chancery/codebook';
import { stableDeskId, stableId } from '@chancery/importers';
import { expandTable } from './expand-table.ts';
import { parseSeedFile, type SeedCitation, SeedError, type SeedFact, type SeedFile } from './seed-file.ts';

/** A file of the demo register as a changeset. */
export interface SeedChangeset {
  readonly file: string;
  /** The id of the changeset: the same each time, so that loading goes on where it was broken off. */
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** Whether it corrects what earlier files said, and is merged by Chancery itself. */
  readonly isCorrection: boolean;
  readonly operations: readonly Operation[];
}

/** The demo register: its changesets in their order, and the facts by their keys. */
export interface Seed {
  readonly changesets: readonly SeedChangeset[];
  /** The id of the fact that a key stands for. */
  readonly ids: ReadonlyMap<string, string>;
  /** The key of a fact, for messages. */
  readonly keys: ReadonlyMap<string, string>;
}

/** A fact as the files read so far leave it. */
interface Standing {
  readonly id: string;
  readonly type: FactTypeName;
  values: Values;
}

/**
 * Reads the files of the demo register, in the order of their names. Pure: the same files give the same operations.
 * @throws SeedError when a file cannot be read, names a key that nothing has, or sets what the codebook does not know.
 */
export function readSeed(files: readonly { readonly name: string; readonly text: string }[]): Seed {
  const standing = new Map<string, Standing>();
  const changesets = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, text }) => new Changeset(name, parseSeedFile(name, text), standing).whole());
  return {
    changesets,
    ids: new Map([...standing].map(([key, { id }]) => [key, id])),
    keys: new Map([...standing].map(([key, { id }]) => [id, key])),
  };
}

/** The id of the changeset that a file becomes. */
export function changesetIdOf(name: string): string {
  return stableDeskId('changeset', name);
}

/** Turns one file into operations; `standing` is what the files before it have said, and gains what it says. */
class Changeset {
  readonly #name: string;
  readonly #file: SeedFile;
  readonly #standing: Map<string, Standing>;
  readonly #operations: Operation[] = [];
  readonly #citations = new Map<string, number>();

  constructor(name: string, file: SeedFile, standing: Map<string, Standing>) {
    this.#name = name;
    this.#file = file;
    this.#standing = standing;
  }

  whole(): SeedChangeset {
    const { title, reason, correction, updates, disputes, retire, tables } = this.#file;
    const facts = [
      ...this.#file.facts,
      ...tables.flatMap((table, index) => expandTable(table, `${this.#name}, table ${index + 1}`)),
      ...disputes.map(
        ({ key, one, other, point, cite }): SeedFact => ({
          key: key ?? `dis:${one}/${other}`,
          type: 'Dispute',
          values: { one, other, ...(point ? { point } : {}) },
          cite,
        }),
      ),
    ];
    // All first, so that facts of one file can point at each other.
    for (const fact of facts) this.#announce(fact);
    for (const fact of facts) this.#create(fact);
    for (const { key, set, waive, cite } of updates) this.#update(key, set, waive, cite);
    for (const { key, reason: why, redirectTo } of retire) {
      const redirect = redirectTo === undefined ? {} : { redirectTo: this.#find(redirectTo, key).id };
      this.#add(key, { kind: 'retire', fact: this.#find(key, key).id, reason: why, ...redirect });
    }
    return {
      file: this.#name,
      id: changesetIdOf(this.#name),
      title,
      reason,
      isCorrection: correction,
      operations: this.#operations,
    };
  }

  #announce({ key, type }: SeedFact): void {
    if (this.#standing.has(key)) throw new SeedError(this.#name, `${key} is there already`);
    this.#standing.set(key, { id: stableId(type, key), type, values: {} });
  }

  #create({ key, type, values, status, note, batch, waive, cite }: SeedFact): void {
    const fact = this.#find(key, key);
    const all = { ...values, ...(status ? { evidenceStatus: status } : {}), ...(note ? { note } : {}) };
    const operation = this.#add(key, {
      kind: type === 'Dispute' ? 'dispute' : 'create',
      fact: fact.id,
      values: this.#resolved(type, all, key),
      ...(batch ? { batch: { id: this.#find(batch.key, key).id, line: batch.line } } : {}),
      ...(waive ? { waivers: waive } : {}),
    });
    if (operation.kind === 'create' || operation.kind === 'dispute')
      fact.values = { evidenceStatus: 'RECORDED', ...operation.values };
    for (const citation of cite ?? this.#byDefault(type, batch !== undefined)) this.#cite(key, citation);
  }

  #update(key: string, set: SeedFact['values'], waive: SeedFact['waive'], cite: readonly SeedCitation[] = []): void {
    const fact = this.#find(key, key);
    if (Object.keys(set).length > 0) {
      const resolved = this.#resolved(fact.type, set, key);
      const base = Object.fromEntries(Object.keys(set).map((name) => [name, fact.values[name] ?? null]));
      const waivers = waive ? { waivers: waive } : {};
      const operation = this.#add(key, { kind: 'update', fact: fact.id, set: resolved, base, ...waivers });
      if (operation.kind === 'update') fact.values = { ...fact.values, ...operation.set };
    }
    for (const citation of cite) this.#cite(key, citation);
  }

  /** The citation that a fact has where its file states none: the default one, if that names a source. */
  #byDefault(type: FactTypeName, inBatch: boolean): readonly SeedCitation[] {
    const cited = this.#file.defaults?.cite.source !== undefined && type !== 'Source' && type !== 'ImportBatch';
    return cited && !inBatch ? [{}] : [];
  }

  #cite(key: string, citation: SeedCitation): void {
    const { id } = this.#find(key, key);
    const usual = { stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2 };
    const { attributedTo, ...said } = { ...usual, ...this.#file.defaults?.cite, ...citation };
    const values = { ...said, ...(attributedTo ? { attributedTo } : {}) };
    const nth = (this.#citations.get(key) ?? 0) + 1;
    this.#citations.set(key, nth);
    this.#add(key, {
      kind: 'cite',
      fact: id,
      citation: stableId('Citation', `${this.#name} ${key} ${nth}`),
      values: { fact: id, ...this.#resolved('Citation', values, key) },
    });
  }

  #add(key: string, input: Readonly<Record<string, unknown>>): Operation {
    const nth = input.kind === 'cite' ? ` ${this.#citations.get(key)}` : '';
    const id = stableDeskId('operation', `${this.#name} ${String(input.kind)} ${key}${nth}`);
    const read = parseOperation({ id, ...input });
    if (!read.ok) {
      const [first] = read.problems;
      throw new SeedError(this.#name, `${key}: ${first?.field ? `${first.field}: ` : ''}${first?.message}`);
    }
    this.#operations.push(read.value);
    return read.value;
  }

  #find(key: string, by: string): Standing {
    const found = this.#standing.get(key);
    if (!found) throw new SeedError(this.#name, `${by} names ${key}, which no file before has`);
    return found;
  }

  /** Values with ids in place of keys, and dates written out. A date given as a text alone is as its source states it. */
  #resolved(type: TypeName, values: Readonly<Record<string, unknown>>, by: string): Record<string, unknown> {
    const resolve = (name: string, value: unknown): unknown => {
      const kind = fieldsOf(type)[name]?.kind;
      if (typeof value !== 'string') return value;
      if (kind === 'link') return this.#find(value, by).id;
      return kind === 'uncertainDate' ? { edtf: value, basis: 'STATED' } : value;
    };
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolve(name, value)]));
  }
}
