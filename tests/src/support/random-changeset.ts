// Random changesets that the ledger takes: what a busy desk does to a register, every kind of operation among it.
import type { FactState, Operation } from '@chancery/changesets';
import {
  type FactTypeName,
  type FieldValue,
  factTypeNames,
  factTypeOfId,
  fieldsOf,
  newDeskId,
  sameValue,
  typeOf,
  type Values,
} from '@chancery/codebook';
import type { Random } from './random.ts';
import { type ModelFact, pointersOf, type RegisterModel } from './random-model.ts';
import { sampleText, sampleValue, sampleValues } from './sample-values.ts';

/** How much a changeset does: how many facts of each record and link type it records, and how many other things. */
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

/** An ordinary day. */
export const ordinary: ChangesetSize = {
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

/** The first changeset of a register: nothing can be changed yet. */
export const beginning = (records: number, links: number, citations: number): ChangesetSize => ({
  ...{ records, links, citations, updates: 0, retirements: 0, restorations: 0, uncitings: 0, adoptions: 0 },
  disputes: 2,
});

const isRecord = (type: FactTypeName) => typeOf(type).category === 'record';
const records = factTypeNames.filter(isRecord);
const links = factTypeNames.filter((type) => !isRecord(type));
const waivers = { '*': 'made up for a test' };

/** Writes a changeset on a model, and takes note of it there as if it were merged. */
export function randomChangeset(model: RegisterModel, random: Random, busyness: ChangesetSize): Operation[] {
  return new Writer(model, random).write(busyness);
}

class Writer {
  readonly #model: RegisterModel;
  readonly #random: Random;
  readonly #operations: Operation[] = [];
  readonly #touched = new Set<string>();
  /** Records on their way, by type: others may point at them already. */
  readonly #planned = new Map<string, FactTypeName>();

  constructor(model: RegisterModel, random: Random) {
    this.#model = model;
    this.#random = random;
  }

  write(busyness: ChangesetSize): Operation[] {
    const times = (count: number, what: () => void) => Array.from({ length: count }, what);
    this.#retire(busyness.retirements);
    times(busyness.restorations, () => this.#restore());
    for (const type of records) times(busyness.records, () => this.#planned.set(this.#model.newId(type), type));
    for (const [id, type] of this.#planned) this.#record(id, type);
    this.#planned.clear();
    for (const type of links) times(busyness.links, () => this.#link(type));
    times(busyness.disputes, () => this.#dispute());
    times(busyness.updates, () => this.#update());
    times(busyness.adoptions, () => this.#adopt());
    times(busyness.uncitings, () => this.#uncite());
    times(busyness.citations, () => this.#cite());
    return this.#operations;
  }

  #do(fact: string, type: FactTypeName, operation: Record<string, unknown>): void {
    // The parts of each kind are put together by its own method below.
    this.#operations.push({ id: newDeskId('operation'), type, fact, ...operation } as unknown as Operation);
    this.#touched.add(fact);
  }

  /** Something of what a target covers; a few favourites often, so that facts meet. */
  #target = (target: string, except: readonly FactTypeName[] = []): string | undefined => {
    const planned = [...this.#planned].flatMap(([id, type]) => (target === 'Fact' || target === type ? [id] : []));
    let ids = [...this.#model.idsOf(target), ...planned];
    if (target === 'Fact') {
      const type = this.#random.pick(factTypeNames.filter((name) => !except.includes(name)));
      ids = ids.filter((id) => factTypeOfId(id) === type);
    }
    return this.#random.maybe(this.#random.chance(0.55) ? ids.slice(0, 4) : ids);
  };

  #values(type: FactTypeName, id: string): Values | undefined {
    // What is named after another may not come round to itself: these two name nothing of their own kind.
    const except: FactTypeName[] = type === 'Dispute' || type === 'Follows' ? ['Dispute', 'Follows'] : [];
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const made = sampleValues(this.#random, type, (_name, field) => this.#target(field.target ?? 'Fact', except));
      const values = made && type === 'Claim' ? this.#rival(made) : made;
      if (values && this.#model.fits(type, id, values)) return values;
    }
    return undefined;
  }

  /** Some claims state a rival value of a field of their subject. */
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
    if (!values) throw new Error(`no ${type} that makes sense was found`);
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
    this.#do(id, type, { kind: 'create', values, ...(batch ? { batch } : {}), waivers });
    this.#stands({ id, type, values, ...(batch ? { batch } : {}), citations: new Map() });
  }

  /** Takes note of a new fact. One whose status nobody names is recorded as such. */
  #stands(fact: ModelFact): void {
    const values = { evidenceStatus: 'RECORDED', ...fact.values };
    this.#model.facts.set(fact.id, { ...fact, values });
  }

  #dispute(): void {
    const id = this.#model.newId('Dispute');
    const one = this.#target('Fact', ['Dispute', 'Follows']);
    const other = this.#target('Fact', ['Dispute', 'Follows']);
    if (!one || !other || !this.#model.fits('Dispute', id, { one, other })) return;
    const values = { one, other };
    this.#do(id, 'Dispute', { kind: 'dispute', values });
    this.#stands({ id, type: 'Dispute', values, citations: new Map() });
  }

  #untouched(): ModelFact | undefined {
    return this.#random.maybe([...this.#model.facts.values()].filter(({ id }) => !this.#touched.has(id)));
  }

  #update(): void {
    const fact = this.#untouched();
    if (!fact) return;
    const { id, type, values } = fact;
    const fresh = this.#values(type, id);
    // Independence groups stay: what is confirmed rests on them.
    const names = Object.keys(fieldsOf(type)).filter((name) => name !== 'independenceGroup');
    const set: Record<string, FieldValue> = {};
    const base: Record<string, FieldValue> = {};
    for (const name of this.#random.some(names, this.#random.between(1, 4))) {
      const value = fresh?.[name] ?? null;
      if (sameValue(value, values[name]) || (value === null && fieldsOf(type)[name]?.required)) continue;
      set[name] = value;
      base[name] = values[name] ?? null;
    }
    if (Object.keys(set).length === 0) return;
    const after = changed(values, set);
    if (!this.#model.fits(type, id, after)) return;
    this.#do(id, type, { kind: 'update', set, base, waivers });
    this.#model.facts.set(id, { ...fact, values: after });
  }

  #adopt(): void {
    const fact = this.#untouched();
    if (!fact) return;
    const { id, type, values } = fact;
    const [name, field] = this.#random.pick(
      Object.entries(fieldsOf(type)).filter(([own, { kind }]) => kind !== 'link' && own !== 'independenceGroup'),
    );
    const wanted = sampleValue(this.#random, field);
    const displaced = values[name] ?? null;
    const after = changed(values, { [name]: wanted });
    if (sameValue(wanted, displaced) || !this.#model.fits(type, id, after)) return;
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
    const adopted = claim(wanted);
    if (displaced !== null) claim(displaced);
    this.#do(id, type, {
      kind: 'adopt',
      set: { [name]: wanted },
      base: { [name]: displaced },
      adopted: { [name]: { claim: adopted, reason: 'the better source' } },
    });
    this.#model.facts.set(id, { ...fact, values: after });
  }

  #cite(): void {
    const { facts } = this.#model;
    const fact = this.#random.maybe([...facts.values()]);
    const sources = this.#model.idsOf('Source');
    if (!fact || sources.length < 2) return;
    const group = (source: string) => facts.get(source)?.values.independenceGroup;
    const [one, other] = this.#random.some(sources, 2);
    if (!one || !other) return;
    if (this.#random.chance(0.2) && group(one) !== group(other)) {
      // Confirmed by two groups, which stay for good.
      this.#hang(fact.id, { source: one, stance: 'SUPPORTS', credibility: 1 });
      this.#hang(fact.id, { source: other, stance: 'SUPPORTS' });
    } else this.#hang(fact.id, { source: one, ...(this.#random.chance(0.45) ? { field: this.#field(fact) } : {}) });
  }

  #field({ type }: ModelFact): string {
    return this.#random.pick(Object.keys(fieldsOf(type)));
  }

  #hang(id: string, given: Values): void {
    const fact = this.#model.facts.get(id);
    if (!fact) return;
    const made = sampleValues(this.#random, 'Citation', (_name, field) => this.#target(field.target ?? 'Fact'));
    if (!made) return;
    const { field: _field, ...rest } = made;
    const credibility = this.#random.between(2, 6);
    const values: Record<string, FieldValue> = { ...rest, credibility, ...given, fact: id };
    // A claim may be held in whatever mode its sources allow, and these allow every mode.
    if (fact.type === 'Claim' && values.stance === 'SUPPORTS') values.modality = 'ASSERTED';
    const citation = this.#model.newId('Citation');
    this.#do(id, fact.type, { kind: 'cite', citation, values });
    this.#model.facts.set(id, { ...fact, citations: new Map([...fact.citations, [citation, values]]) });
  }

  #uncite(): void {
    const fact = this.#random.maybe(
      [...this.#model.facts.values()].filter(
        (one) => !this.#touched.has(one.id) && one.citations.size > 0 && !isConfirmed(one),
      ),
    );
    if (!fact) return;
    this.#takeAway(fact, this.#random.pick([...fact.citations.keys()]));
  }

  #takeAway(fact: ModelFact, citation: string): void {
    const values = fact.citations.get(citation);
    this.#do(fact.id, fact.type, { kind: 'uncite', citation, values, waivers });
    const left = new Map(fact.citations);
    left.delete(citation);
    this.#model.facts.set(fact.id, { ...fact, citations: left });
  }

  /** Retires facts, each with all that points at it, and lets some of their ids lead elsewhere. */
  #retire(count: number): void {
    const gone: ModelFact[] = [];
    for (let at = 0; at < count; at += 1) {
      const fact = this.#random.maybe([...this.#model.facts.values()]);
      const going = fact && this.#withPointers(fact);
      if (!going) continue;
      for (const { id } of going) {
        for (const { fact: cited, id: citation } of this.#model.pointersAt(id).citations) {
          const standing = this.#model.facts.get(cited.id);
          if (standing && !going.some((other) => other.id === cited.id)) this.#takeAway(standing, citation);
        }
      }
      for (const one of going) {
        this.#model.retired.set(one.id, { type: one.type, state: stateOf(this.#model.facts.get(one.id) ?? one) });
        this.#model.facts.delete(one.id);
        gone.push(one);
      }
    }
    for (const { id, type } of gone) {
      const redirectTo = this.#random.chance(0.4)
        ? this.#random.maybe(this.#model.idsOf(this.#random.chance(0.8) ? type : 'Fact'))
        : undefined;
      this.#do(id, type, {
        kind: 'retire',
        reason: `Recorded by mistake: ${sampleText(this.#random)}`,
        ...(redirectTo ? { redirectTo } : {}),
      });
    }
  }

  #withPointers(fact: ModelFact): ModelFact[] | undefined {
    const going = new Map<string, ModelFact>([[fact.id, fact]]);
    for (const { id } of going.values()) {
      const { facts, citations } = this.#model.pointersAt(id);
      for (const pointer of facts) going.set(pointer.id, pointer);
      if (going.size > 12 || citations.some((at) => isConfirmed(at.fact) && !going.has(at.fact.id))) return undefined;
    }
    // A fact may have joined after its citation was looked at; one that is confirmed must not lose it alone.
    const alone = [...going.keys()].flatMap((id) => this.#model.pointersAt(id).citations);
    if (alone.some((at) => isConfirmed(at.fact) && !going.has(at.fact.id))) return undefined;
    return [...going.values()];
  }

  #restore(): void {
    const id = this.#random.maybe([...this.#model.retired.keys()].filter((one) => !this.#touched.has(one)));
    if (id !== undefined) this.#bringBack(id, new Set());
  }

  /** Brings a fact back, after whatever it points at; whether it could be. */
  #bringBack(id: string, coming: Set<string>): boolean {
    if (this.#model.facts.has(id) || coming.has(id)) return true;
    const retired = this.#model.retired.get(id);
    if (!retired || this.#touched.has(id) || coming.size > 8) return false;
    coming.add(id);
    const { type, state } = retired;
    // Confirmed facts among these would need both their sources back at once.
    if (!this.#model.fits(type, id, state.values)) return false;
    if (!pointersOf(type, state).every((pointer) => this.#model.facts.has(pointer) || this.#bringBack(pointer, coming)))
      return false;
    if (!pointersOf(type, state).every((pointer) => this.#model.facts.has(pointer))) return false;
    // A citation that went in the same changeset, before the fact itself did, is not known to have stood until then.
    this.#do(id, type, { kind: 'restore', state, waivers });
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

function changed(values: Values, set: Values): Values {
  return Object.fromEntries(Object.entries({ ...values, ...set }).filter(([, value]) => value !== null));
}
