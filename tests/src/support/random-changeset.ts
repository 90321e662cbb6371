// Random changesets that the ledger accepts, with operations of every kind.
import type { FactState, Operation } from '@chancery/changesets';
import {
  type FactTypeName,
  type FieldValue,
  factTypeNames,
  factTypeOfId,
  fieldsOf,
  isSameValue,
  newDeskId,
  typeOf,
  type Values,
} from '@chancery/codebook';
import type { Random } from './random.ts';
import { type ModelFact, pointersOf, type RegisterModel } from './random-model.ts';
import { sampleText, sampleValue, sampleValues } from './sample-values.ts';

/** The number of new facts per record type and per link type, and of other operations. */
export interface ChangesetSize {
  readonly records: number;
  readonly links: number;
  readonly citations: number;
  readonly updates: number;
  readonly retirements: number;
  readonly restorations: number;
  readonly uncitings: number;
  readonly adoptions: number;
  readonly disputes: number;
}

/** The usual size of a changeset that changes an existing register. */
export const ordinarySize: ChangesetSize = {
  records: 2,
  links: 3,
  citations: 40,
  updates: 40,
  retirements: 12,
  restorations: 6,
  uncitings: 10,
  adoptions: 3,
  disputes: 3,
};

/** Returns the size of the first changeset of a register, which has nothing to update. */
export const initialSize = (records: number, links: number, citations: number): ChangesetSize => ({
  ...{ records, links, citations, updates: 0, retirements: 0, restorations: 0, uncitings: 0, adoptions: 0 },
  disputes: 2,
});

const isRecord = (type: FactTypeName) => typeOf(type).category === 'record';
const records = factTypeNames.filter(isRecord);
const links = factTypeNames.filter((type) => !isRecord(type));
const waivers = { '*': 'made up for a test' };

/** Returns a random changeset on a model, and applies it to the model. */
export function randomChangeset(model: RegisterModel, random: Random, size: ChangesetSize): Operation[] {
  return new ChangesetWriter(model, random).write(size);
}

class ChangesetWriter {
  readonly #model: RegisterModel;
  readonly #random: Random;
  readonly #operations: Operation[] = [];
  readonly #touched = new Set<string>();
  /** The types of records that this changeset will create, by id. Facts may link to them before they are created. */
  readonly #planned = new Map<string, FactTypeName>();

  constructor(model: RegisterModel, random: Random) {
    this.#model = model;
    this.#random = random;
  }

  write(size: ChangesetSize): Operation[] {
    const times = (count: number, what: () => void) => Array.from({ length: count }, what);
    this.#retire(size.retirements);
    times(size.restorations, () => this.#restore());
    for (const type of records) times(size.records, () => this.#planned.set(this.#model.newId(type), type));
    for (const [id, type] of this.#planned) this.#record(id, type);
    this.#planned.clear();
    for (const type of links) times(size.links, () => this.#link(type));
    times(size.disputes, () => this.#dispute());
    times(size.updates, () => this.#update());
    times(size.adoptions, () => this.#adopt());
    times(size.uncitings, () => this.#uncite());
    times(size.citations, () => this.#cite());
    return this.#operations;
  }

  #push(fact: string, type: FactTypeName, operation: Record<string, unknown>): void {
    // The cast is safe: the method of each kind passes the fields of that kind.
    this.#operations.push({ id: newDeskId('operation'), type, fact, ...operation } as unknown as Operation);
    this.#touched.add(fact);
  }

  /**
   * Returns an id that a link may target, or `undefined` if there is none. Prefers the first few, so that facts share
   * links.
   */
  #target = (target: string, except: readonly FactTypeName[] = []): string | undefined => {
    const planned = [...this.#planned].flatMap(([id, type]) => (target === 'Fact' || target === type ? [id] : []));
    let ids = [...this.#model.idsOf(target), ...planned];
    if (target === 'Fact') {
      const type = this.#random.pick(factTypeNames.filter((name) => !except.includes(name)));
      ids = ids.filter((id) => factTypeOfId(id) === type);
    }
    return this.#random.pickIfAny(this.#random.chance(0.55) ? ids.slice(0, 4) : ids);
  };

  #values(type: FactTypeName, id: string): Values | undefined {
    // Labels contain the labels of linked facts, so disputes and follows-links must not form a cycle.
    const except: FactTypeName[] = type === 'Dispute' || type === 'Follows' ? ['Dispute', 'Follows'] : [];
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const sampled = sampleValues(this.#random, type, (_name, field) => this.#target(field.target ?? 'Fact', except));
      const values = sampled && type === 'Claim' ? this.#rival(sampled) : sampled;
      if (values && this.#model.fits(type, id, values)) return values;
    }
    return undefined;
  }

  /**
   * Returns the values of a claim. If it has a subject, they usually include a rival value for a field of the subject.
   */
  #rival({ field: _field, value: _value, ...values }: Values): Values {
    const subject = typeof values.subject === 'string' ? factTypeOfId(values.subject) : undefined;
    if (!subject || this.#random.chance(0.4)) return values;
    const [name, field] = this.#random.pick(
      Object.entries(fieldsOf(subject)).filter(([, { kind }]) => kind !== 'link' && kind !== 'longText'),
    );
    return { ...values, field: name, value: JSON.stringify(sampleValue(this.#random, field)) };
  }

  #record(id: string, type: FactTypeName): void {
    const values = this.#values(type, id);
    if (!values) throw new Error(`found no valid values for a ${type} in 60 attempts`);
    this.#create(id, type, values);
  }

  #link(type: FactTypeName): void {
    const id = this.#model.newId(type);
    const values = this.#values(type, id);
    if (values) this.#create(id, type, values);
  }

  #create(id: string, type: FactTypeName, values: Values): void {
    const batches = type === 'ImportBatch' || type === 'Source' ? [] : this.#model.idsOf('ImportBatch');
    const batch =
      batches.length > 0 && this.#random.chance(0.2)
        ? { id: this.#random.pick(batches), line: this.#random.between(1, 5_000) }
        : undefined;
    this.#push(id, type, { kind: 'create', values, ...(batch ? { batch } : {}), waivers });
    this.#addToModel({ id, type, values, ...(batch ? { batch } : {}), citations: new Map() });
  }

  /** Adds a new fact to the model, with the default evidence status. */
  #addToModel(fact: ModelFact): void {
    const values = { evidenceStatus: 'RECORDED', ...fact.values };
    this.#model.facts.set(fact.id, { ...fact, values });
  }

  #dispute(): void {
    const id = this.#model.newId('Dispute');
    const one = this.#target('Fact', ['Dispute', 'Follows']);
    const other = this.#target('Fact', ['Dispute', 'Follows']);
    if (!one || !other || !this.#model.fits('Dispute', id, { one, other })) return;
    const values = { one, other };
    this.#push(id, 'Dispute', { kind: 'dispute', values });
    this.#addToModel({ id, type: 'Dispute', values, citations: new Map() });
  }

  #untouched(): ModelFact | undefined {
    return this.#random.pickIfAny([...this.#model.facts.values()].filter(({ id }) => !this.#touched.has(id)));
  }

  #update(): void {
    const fact = this.#untouched();
    if (!fact) return;
    const { id, type, values } = fact;
    const fresh = this.#values(type, id);
    // Independence groups stay, because confirmed facts depend on them.
    const names = Object.keys(fieldsOf(type)).filter((name) => name !== 'independenceGroup');
    const set: Record<string, FieldValue> = {};
    const base: Record<string, FieldValue> = {};
    for (const name of this.#random.sample(names, this.#random.between(1, 4))) {
      const value = fresh?.[name] ?? null;
      if (isSameValue(value, values[name]) || (value === null && fieldsOf(type)[name]?.required)) continue;
      set[name] = value;
      base[name] = values[name] ?? null;
    }
    if (Object.keys(set).length === 0) return;
    const after = withChanges(values, set);
    if (!this.#model.fits(type, id, after)) return;
    this.#push(id, type, { kind: 'update', set, base, waivers });
    this.#model.facts.set(id, { ...fact, values: after });
  }

  #adopt(): void {
    const fact = this.#untouched();
    if (!fact) return;
    const { id, type, values } = fact;
    const [name, field] = this.#random.pick(
      Object.entries(fieldsOf(type)).filter(([own, { kind }]) => kind !== 'link' && own !== 'independenceGroup'),
    );
    const newValue = sampleValue(this.#random, field);
    const displaced = values[name] ?? null;
    const after = withChanges(values, { [name]: newValue });
    if (isSameValue(newValue, displaced) || !this.#model.fits(type, id, after)) return;
    const claim = (value: FieldValue) => {
      const claimed = this.#model.newId('Claim');
      this.#create(claimed, 'Claim', {
        statement: sampleText(this.#random),
        subject: id,
        field: name,
        value: JSON.stringify(value),
        modality: 'REPORTED',
        polarity: 'AFFIRMS',
      });
      return claimed;
    };
    const adopted = claim(newValue);
    if (displaced !== null) claim(displaced);
    this.#push(id, type, {
      kind: 'adopt',
      set: { [name]: newValue },
      base: { [name]: displaced },
      adopted: { [name]: { claim: adopted, reason: 'the better source' } },
    });
    this.#model.facts.set(id, { ...fact, values: after });
  }

  #cite(): void {
    const { facts } = this.#model;
    const fact = this.#random.pickIfAny([...facts.values()]);
    const sources = this.#model.idsOf('Source');
    if (!fact || sources.length < 2) return;
    const group = (source: string) => facts.get(source)?.values.independenceGroup;
    const [one, other] = this.#random.sample(sources, 2);
    if (!one || !other) return;
    if (this.#random.chance(0.2) && group(one) !== group(other)) {
      // Confirmed by two groups. These citations are never removed.
      this.#addCitation(fact.id, { source: one, stance: 'SUPPORTS', credibility: 1 });
      this.#addCitation(fact.id, { source: other, stance: 'SUPPORTS' });
    } else
      this.#addCitation(fact.id, { source: one, ...(this.#random.chance(0.45) ? { field: this.#field(fact) } : {}) });
  }

  #field({ type }: ModelFact): string {
    return this.#random.pick(Object.keys(fieldsOf(type)));
  }

  #addCitation(id: string, given: Values): void {
    const fact = this.#model.facts.get(id);
    if (!fact) return;
    const sampled = sampleValues(this.#random, 'Citation', (_name, field) => this.#target(field.target ?? 'Fact'));
    if (!sampled) return;
    const { field: _field, ...rest } = sampled;
    const credibility = this.#random.between(2, 6);
    const values: Record<string, FieldValue> = { ...rest, credibility, ...given, fact: id };
    // An asserted source allows every modality of a claim.
    if (fact.type === 'Claim' && values.stance === 'SUPPORTS') values.modality = 'ASSERTED';
    const citation = this.#model.newId('Citation');
    this.#push(id, fact.type, { kind: 'cite', citation, values });
    this.#model.facts.set(id, { ...fact, citations: new Map([...fact.citations, [citation, values]]) });
  }

  #uncite(): void {
    const fact = this.#random.pickIfAny(
      [...this.#model.facts.values()].filter(
        (one) => !this.#touched.has(one.id) && one.citations.size > 0 && !isConfirmed(one),
      ),
    );
    if (!fact) return;
    this.#removeCitation(fact, this.#random.pick([...fact.citations.keys()]));
  }

  #removeCitation(fact: ModelFact, citation: string): void {
    const values = fact.citations.get(citation);
    this.#push(fact.id, fact.type, { kind: 'uncite', citation, values, waivers });
    const left = new Map(fact.citations);
    left.delete(citation);
    this.#model.facts.set(fact.id, { ...fact, citations: left });
  }

  /** Retires facts together with the facts that link to them, some with a redirect. */
  #retire(count: number): void {
    const retired: ModelFact[] = [];
    for (let at = 0; at < count; at += 1) {
      const fact = this.#random.pickIfAny([...this.#model.facts.values()]);
      const retiring = fact && this.#withPointers(fact);
      if (!retiring) continue;
      for (const { id } of retiring) {
        for (const { fact: cited, id: citation } of this.#model.pointersAt(id).citations) {
          const standing = this.#model.facts.get(cited.id);
          if (standing && !retiring.some((other) => other.id === cited.id)) this.#removeCitation(standing, citation);
        }
      }
      for (const one of retiring) {
        this.#model.retired.set(one.id, { type: one.type, state: stateOf(this.#model.facts.get(one.id) ?? one) });
        this.#model.facts.delete(one.id);
        retired.push(one);
      }
    }
    for (const { id, type } of retired) {
      const redirectTo = this.#random.chance(0.4)
        ? this.#random.pickIfAny(this.#model.idsOf(this.#random.chance(0.8) ? type : 'Fact'))
        : undefined;
      this.#push(id, type, {
        kind: 'retire',
        reason: `Recorded by mistake: ${sampleText(this.#random)}`,
        ...(redirectTo ? { redirectTo } : {}),
      });
    }
  }

  #withPointers(fact: ModelFact): ModelFact[] | undefined {
    const retiring = new Map<string, ModelFact>([[fact.id, fact]]);
    for (const { id } of retiring.values()) {
      const { facts, citations } = this.#model.pointersAt(id);
      for (const pointer of facts) retiring.set(pointer.id, pointer);
      if (retiring.size > 12 || citations.some((at) => isConfirmed(at.fact) && !retiring.has(at.fact.id)))
        return undefined;
    }
    // Check again: the facts to retire have changed since, and a confirmed fact that stays must not lose a citation.
    const alone = [...retiring.keys()].flatMap((id) => this.#model.pointersAt(id).citations);
    if (alone.some((at) => isConfirmed(at.fact) && !retiring.has(at.fact.id))) return undefined;
    return [...retiring.values()];
  }

  #restore(): void {
    const id = this.#random.pickIfAny([...this.#model.retired.keys()].filter((one) => !this.#touched.has(one)));
    if (id !== undefined) this.#restoreWithTargets(id, new Set());
  }

  /** Restores a fact after the facts that it links to. Returns whether that was possible. */
  #restoreWithTargets(id: string, inProgress: Set<string>): boolean {
    if (this.#model.facts.has(id) || inProgress.has(id)) return true;
    const retired = this.#model.retired.get(id);
    if (!retired || this.#touched.has(id) || inProgress.size > 8) return false;
    inProgress.add(id);
    const { type, state } = retired;
    // A confirmed fact needs both of its sources.
    if (!this.#model.fits(type, id, state.values)) return false;
    if (
      !pointersOf(type, state).every(
        (pointer) => this.#model.facts.has(pointer) || this.#restoreWithTargets(pointer, inProgress),
      )
    )
      return false;
    if (!pointersOf(type, state).every((pointer) => this.#model.facts.has(pointer))) return false;
    // Skips facts of this changeset (see above): a citation removed before its fact in the same changeset is not
    // restored.
    this.#push(id, type, { kind: 'restore', state, waivers });
    this.#model.retired.delete(id);
    this.#model.facts.set(id, {
      id,
      type,
      values: state.values,
      ...(state.batch ? { batch: state.batch } : {}),
      citations: new Map(state.citations.map((citation) => [citation.id, citation.values])),
    });
    return true;
  }
}

const isConfirmed = ({ citations }: ModelFact) => [...citations.values()].some(({ credibility }) => credibility === 1);

function stateOf({ values, batch, citations }: ModelFact): FactState {
  return {
    values,
    ...(batch ? { batch } : {}),
    citations: [...citations].map(([id, cited]) => ({ id, values: cited })),
  };
}

function withChanges(values: Values, set: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...set }).filter(([, value]) => value !== null));
}
