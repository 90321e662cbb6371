import { type Operation, parseOperation } from '@chancery/changesets';
import { assertedSupport, type FactTypeName, fieldsOf, type TypeName, type Values } from '@chancery/codebook';
import { stableDeskId, stableId } from '@chancery/importers';
import { expandTable } from './expand-table.ts';
import { parseSeedFile, type SeedCitation, SeedError, type SeedFact, type SeedFile } from './seed-file.ts';

/** The changeset of one file of the demo register. */
export interface SeedChangeset {
  readonly file: string;
  /** The id of the changeset. It is derived from the file name, so that an interrupted load resumes. */
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** True if it corrects earlier files and is merged under the system account. */
  readonly isCorrection: boolean;
  readonly operations: readonly Operation[];
}

/** The demo register: its changesets in order, and the ids and keys of its facts. */
export interface Seed {
  readonly changesets: readonly SeedChangeset[];
  /** Fact ids by key. */
  readonly ids: ReadonlyMap<string, string>;
  /** Keys by fact id, for messages. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The state of a fact after the files read so far. */
interface SeedFactState {
  readonly id: string;
  readonly type: FactTypeName;
  values: Values;
}

/**
 * Reads the files of the demo register in the order of their names. Pure: the same files give the same operations.
 * @throws SeedError when a file is malformed, uses a key twice, refers to an unknown key or has an invalid value.
 */
export function readSeed(files: readonly { readonly name: string; readonly text: string }[]): Seed {
  const factStates = new Map<string, SeedFactState>();
  const changesets = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, text }) => new ChangesetBuilder(name, parseSeedFile(name, text), factStates).build());
  return {
    changesets,
    ids: new Map([...factStates].map(([key, { id }]) => [key, id])),
    keys: new Map([...factStates].map(([key, { id }]) => [id, key])),
  };
}

/** Returns the id of the changeset of a file, which depends only on the name of the file. */
export function changesetIdOf(name: string): string {
  return stableDeskId('changeset', name);
}

/**
 * Turns one file into a changeset. `factStates` holds the facts of earlier files; `build` updates it with those of this
 * file.
 */
class ChangesetBuilder {
  readonly #name: string;
  readonly #file: SeedFile;
  readonly #factStates: Map<string, SeedFactState>;
  readonly #operations: Operation[] = [];
  readonly #citations = new Map<string, number>();

  constructor(name: string, file: SeedFile, factStates: Map<string, SeedFactState>) {
    this.#name = name;
    this.#file = file;
    this.#factStates = factStates;
  }

  build(): SeedChangeset {
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
    // Declare all facts first, so that facts of one file can link to each other.
    for (const fact of facts) this.#declare(fact);
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

  #declare({ key, type }: SeedFact): void {
    if (this.#factStates.has(key))
      throw new SeedError(this.#name, `the key ${key} is already used. Choose another key.`);
    this.#factStates.set(key, { id: stableId(type, key), type, values: {} });
  }

  #create({ key, type, values, status, note, batch, waive, cite }: SeedFact): void {
    const fact = this.#find(key, key);
    const all = { ...values, ...(status ? { evidenceStatus: status } : {}), ...(note ? { note } : {}) };
    const operation = this.#add(key, {
      kind: type === 'Dispute' ? 'dispute' : 'create',
      fact: fact.id,
      values: this.#resolveValues(type, all, key),
      ...(batch ? { batch: { id: this.#find(batch.key, key).id, line: batch.line } } : {}),
      ...(waive ? { waivers: waive } : {}),
    });
    if (operation.kind === 'create' || operation.kind === 'dispute')
      fact.values = { evidenceStatus: 'RECORDED', ...operation.values };
    for (const citation of cite ?? this.#defaultCitations(type, batch !== undefined)) this.#cite(key, citation);
  }

  #update(key: string, set: SeedFact['values'], waive: SeedFact['waive'], cite: readonly SeedCitation[] = []): void {
    const fact = this.#find(key, key);
    if (Object.keys(set).length > 0) {
      const resolved = this.#resolveValues(fact.type, set, key);
      const base = Object.fromEntries(Object.keys(set).map((name) => [name, fact.values[name] ?? null]));
      const waivers = waive ? { waivers: waive } : {};
      const operation = this.#add(key, { kind: 'update', fact: fact.id, set: resolved, base, ...waivers });
      if (operation.kind === 'update') fact.values = { ...fact.values, ...operation.set };
    }
    for (const citation of cite) this.#cite(key, citation);
  }

  /**
   * Returns the citations of a fact for which the file has none: the default citation, if it has a source. Sources,
   * import batches and facts in a batch get none.
   */
  #defaultCitations(type: FactTypeName, inBatch: boolean): readonly SeedCitation[] {
    const hasDefault = this.#file.defaults?.cite.source !== undefined && type !== 'Source' && type !== 'ImportBatch';
    return hasDefault && !inBatch ? [{}] : [];
  }

  #cite(key: string, citation: SeedCitation): void {
    const { id } = this.#find(key, key);
    const defaults = { ...assertedSupport, credibility: 2 };
    const { attributedTo, ...fields } = { ...defaults, ...this.#file.defaults?.cite, ...citation };
    const values = { ...fields, ...(attributedTo ? { attributedTo } : {}) };
    const nth = (this.#citations.get(key) ?? 0) + 1;
    this.#citations.set(key, nth);
    this.#add(key, {
      kind: 'cite',
      fact: id,
      citation: stableId('Citation', `${this.#name} ${key} ${nth}`),
      values: { fact: id, ...this.#resolveValues('Citation', values, key) },
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

  #find(key: string, by: string): SeedFactState {
    const found = this.#factStates.get(key);
    if (!found)
      throw new SeedError(
        this.#name,
        `${by} refers to the key ${key}, which neither this file nor an earlier one defines`,
      );
    return found;
  }

  /** Replaces each key with the id of its fact, and each date text with an uncertain date of the basis STATED. */
  #resolveValues(type: TypeName, values: Readonly<Record<string, unknown>>, by: string): Record<string, unknown> {
    const resolve = (name: string, value: unknown): unknown => {
      const kind = fieldsOf(type)[name]?.kind;
      if (typeof value !== 'string') return value;
      if (kind === 'link') return this.#find(value, by).id;
      return kind === 'uncertainDate' ? { edtf: value, basis: 'STATED' } : value;
    };
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolve(name, value)]));
  }
}
