import { setImmediate } from 'node:timers/promises';
import type { StoredFact } from '@chancery/changesets';
import { labelText, typeOf, type Values } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import type { Reference, SourceRecord } from '../source-record.ts';
import { stableId } from '../stable-id.ts';
import { MatchedFacts } from './cite-matched.ts';
import { composeTitle } from './compose-title.ts';
import { coverageIdOf } from './coverage-operations.ts';
import { datedKinds, dateOf } from './dated-kinds.ts';
import { LinksJudged, type LinksStanding, linksStanding, saidOtherwise } from './judge-link.ts';
import type { LookedAhead } from './look-ahead.ts';
import type { Lookup } from './lookup.ts';
import { type Match, matchBefore, matchByCodes, matchByNames } from './match-record.ts';
import { type NaturalKey, naturalKeys } from './natural-key.ts';
import type { PlannedRow } from './planned.ts';
import { type Making, Provenance, sourceIdOf, sourceQuestion } from './provenance.ts';
import { codesOf, codesReferred, typesOfActors, typesSought } from './record-needs.ts';
import { References } from './references.ts';
import { RegisterCodes } from './register-codes.ts';
import { RegisterDatedRecords } from './register-dated-records.ts';
import { RegisterNames } from './register-names.ts';
import { leftToTheEditor, rowOf, settleNew, settleStanding } from './settle.ts';
import { edtfOf } from './spans.ts';
import { standingFacts } from './standing-facts.ts';

type Answers = ReadonlyMap<string, string | null>;
interface Given extends Making {
  readonly answers: Answers;
}

/** After so many source records whatever else the process has to do has its turn: a server answers readers meanwhile. */
const breath = 250;

/** A source record whose references are resolved. */
interface Ready {
  readonly sourceRecord: SourceRecord;
  /** The id that it has or would have where the source brings it in. */
  readonly id: string;
  readonly values: Values;
  /** The same with the title that is made for it where its source gives none: a new fact has it, one that stands keeps its own. */
  readonly titled: Values;
  readonly label: string;
  /** What the facts are called at which it points. */
  readonly labels: ReadonlyMap<string, string>;
  readonly before: Match | undefined;
}

/** A source record of a batch, with the id that it has where the source brings it in, and what was known of it before. */
interface Posed {
  readonly sourceRecord: SourceRecord;
  readonly id: string;
  readonly before: Match | undefined;
}

/** Matches the source records of one import with the register, batch by batch; what came before is known to what comes after. */
export class Matching {
  readonly #source: string;
  readonly #making: Given;
  readonly #lookup: Lookup;
  readonly #provenance: Provenance;
  readonly #codes: RegisterCodes;
  readonly #names: RegisterNames;
  readonly #references: References;
  readonly #dated: RegisterDatedRecords;
  readonly #matched: MatchedFacts;
  readonly #lookAhead: () => Promise<LookedAhead>;
  #ahead: LookedAhead | undefined;
  readonly #links: LinksJudged;
  /** Facts that this import brings, and that a later source record of it was found to be. */
  readonly #foundAmongBrought = new Set<string>();

  private constructor(
    { source, making, lookup, lookAhead }: Begun,
    provenance: Provenance,
    { id, isThere }: { readonly id: string; readonly isThere: boolean },
    answered: Answered,
  ) {
    this.#source = source;
    this.#making = making;
    this.#lookup = lookup;
    this.#lookAhead = lookAhead;
    this.#provenance = provenance;
    this.#codes = new RegisterCodes(lookup);
    this.#links = new LinksJudged(this.#codes);
    this.#names = new RegisterNames(lookup);
    this.#dated = new RegisterDatedRecords(lookup, id);
    this.#matched = new MatchedFacts(lookup, provenance, isThere ? id : undefined);
    this.#references = new References(this.#codes, this.#names, answered);
  }

  /**
   * Looks at what must be known beforehand: the source, and the facts that editors have named in answers. `lookAhead`
   * reads the whole source for what its records are known by; it is asked once at most.
   */
  static async begin(
    manifest: Manifest,
    making: Given,
    lookup: Lookup,
    lookAhead: () => Promise<LookedAhead>,
  ): Promise<Matching> {
    const usual = making.answers.get(sourceQuestion) ?? sourceIdOf(manifest);
    const named = [...making.answers.values()].filter((id) => id !== null);
    const covered = manifest.covers.map((each) => coverageIdOf(manifest, each));
    const standing = await standingFacts(lookup, new Set([usual, ...named, ...covered]));
    const at = standing(usual);
    const isThere = at.outcome === 'stands';
    // The id of a retired source is used up.
    const source = isThere ? at.fact.id : at.outcome === 'retired' ? stableId('Source', making.importId) : usual;
    const provenance = new Provenance(manifest, making, {
      source,
      isThere,
      recorded: new Set(covered.filter((id) => standing(id).outcome !== 'nothing')),
    });
    const answered = new Map(
      [...making.answers].flatMap(([question, id]) => {
        const found = id === null ? undefined : standing(id);
        return found?.outcome === 'stands' ? [[question, { id: found.fact.id, label: found.fact.label }] as const] : [];
      }),
    );
    const begun = { source: manifest.key, making, lookup, lookAhead };
    return new Matching(begun, provenance, { id: source, isThere }, answered);
  }

  /** What becomes of a batch of source records, in their order. */
  async rowsOf(sourceRecords: readonly SourceRecord[]): Promise<PlannedRow[]> {
    if (sourceRecords.length === 0) return [];
    const ids = sourceRecords.map(({ type, key }) => stableId(type, `${this.#source} ${key}`));
    const answers = sourceRecords.flatMap(({ key }) => this.#making.answers.get(key) ?? []);
    const standing = await standingFacts(this.#lookup, new Set([...ids, ...answers]));
    const posed = sourceRecords.map((sourceRecord, at): Posed => {
      const id = ids[at] ?? '';
      return {
        sourceRecord,
        id,
        before: matchBefore(sourceRecord, id, this.#making.answers.get(sourceRecord.key), standing),
      };
    });
    await this.#need(posed);
    const rows: PlannedRow[][] = [];
    const links: { at: number; ready: Ready; key: NaturalKey }[] = [];
    const found = await this.#factsFound(posed);
    for (const [at, each] of posed.entries()) {
      if (at % breath === 0) await setImmediate();
      const settled = this.#look(each, found);
      if (Array.isArray(settled)) rows[at] = settled;
      else links.push({ at, ...settled });
    }
    const between = await linksStanding(
      links
        .filter(({ ready }) => !ready.before)
        .map(({ ready, key }) => ({ type: ready.sourceRecord.type, values: ready.values, key })),
      this.#lookup,
    );
    for (const [nth, { at, ready, key }] of links.entries()) {
      if (nth % breath === 0) await setImmediate();
      rows[at] = this.#settleLink(ready, key, between);
    }
    const spared = await this.#sparingHandwork([
      ...this.#provenance.coverageOfStanding(sourceRecords[0]?.file ?? ''),
      ...rows.flat(),
    ]);
    return this.#matched.cite(spared, (fact) => this.#foundAmongBrought.has(fact));
  }

  /** Looks up what a batch refers to, and what its source records may be. */
  async #need(posed: readonly Posed[]): Promise<void> {
    const sourceRecords = posed.map(({ sourceRecord }) => sourceRecord);
    const open = posed.flatMap(({ sourceRecord, before }) =>
      datedKinds[sourceRecord.type] && !before ? [sourceRecord] : [],
    );
    if (this.#ahead === undefined && open.length > 0) this.#ahead = await this.#lookAhead();
    for (const { sourceRecord, before } of posed)
      if (datedKinds[sourceRecord.type] && before?.outcome === 'stands') this.#dated.take(before.fact.id);
    // Who takes part tells what a record is, and what one without a title is called.
    const byActors = posed.flatMap(({ sourceRecord, before }) =>
      datedKinds[sourceRecord.type] && (sourceRecord.titleFrom || before?.outcome !== 'stands') ? [sourceRecord] : [],
    );
    const actors = byActors.flatMap((sourceRecord) => this.#actorsOf(sourceRecord));
    await this.#codes.need([...sourceRecords.flatMap(codesOf), ...codesReferred(actors)]);
    await this.#names.need([
      ...sourceRecords.flatMap(typesSought),
      ...typesOfActors(byActors, (sourceRecord) => this.#actorsOf(sourceRecord)),
    ]);
    await this.#dated.need(open);
  }

  /** Who takes part in a record, as the source refers to them. */
  #actorsOf({ key, marks }: SourceRecord): readonly Reference[] {
    return marks?.actors ?? this.#ahead?.actors.get(key) ?? [];
  }

  /** What an editor has changed since it was brought in is left as it stands. */
  async #sparingHandwork(rows: readonly PlannedRow[]): Promise<PlannedRow[]> {
    const updated = new Set(rows.flatMap(({ outcome, fact }) => (outcome === 'UPDATE' && fact ? [fact] : [])));
    const byHand = updated.size > 0 ? await this.#lookup.setByHand(updated) : new Map<string, ReadonlySet<string>>();
    return rows.map((row) => {
      const fields = row.outcome === 'UPDATE' && row.fact ? byHand.get(row.fact) : undefined;
      return fields && row.changes?.some(({ field }) => fields.has(field)) ? leftToTheEditor(row) : row;
    });
  }

  /** The facts that records of a batch are found to be by code or name, looked up together. */
  async #factsFound(posed: readonly Posed[]): Promise<ReadonlyMap<string, StoredFact>> {
    const wanted = new Set<string>();
    for (const { sourceRecord, before } of posed) {
      if (before || typeOf(sourceRecord.type).category !== 'record') continue;
      const match =
        matchByCodes(sourceRecord, this.#codes) ??
        (datedKinds[sourceRecord.type] ? undefined : this.#byName(sourceRecord));
      if (match?.outcome === 'known') wanted.add(match.id);
    }
    return wanted.size > 0 ? this.#lookup.facts(wanted) : new Map();
  }

  /** Which record a source record is that was not known before: by its codes, then by its date and participants or its names. */
  #matchRecord({ sourceRecord, values }: Ready): Match {
    const kind = datedKinds[sourceRecord.type];
    const byCodes = matchByCodes(sourceRecord, this.#codes);
    if (byCodes) return byCodes;
    if (!kind) return this.#byName(sourceRecord);
    const actors = this.#references.actorsOf(kind, this.#actorsOf(sourceRecord));
    const sought = { sourceRecord, values, actors: new Set(actors.map(({ id }) => id)) };
    return this.#dated.match(kind, sought, this.#ahead?.codes ?? new Set());
  }

  #byName(sourceRecord: SourceRecord): Match {
    return matchByNames(sourceRecord, this.#names);
  }

  /** Settles a source record that is a record, or in which something is missing; makes a link ready to be matched. */
  #look(
    { sourceRecord, id, before }: Posed,
    found: ReadonlyMap<string, StoredFact>,
  ): PlannedRow[] | { ready: Ready; key: NaturalKey } {
    const values: Record<string, Values[string]> = { ...sourceRecord.values };
    const labels = new Map<string, string>();
    for (const [field, reference] of Object.entries(sourceRecord.links)) {
      const resolved = this.#references.resolve(sourceRecord.type, field, reference);
      if (resolved.outcome !== 'found') {
        this.#references.decide(sourceRecord, { outcome: 'lost' });
        const { message } = resolved;
        const label = labelText(sourceRecord.type, values, (to) => labels.get(to));
        if (resolved.outcome === 'waits')
          return [{ ...rowOf(sourceRecord), outcome: 'LEFT', label, message, operations: [] }];
        const { candidates, question } = resolved;
        const asked = question === undefined ? {} : { question };
        return [
          {
            ...rowOf(sourceRecord),
            outcome: 'ERROR',
            column: field,
            label,
            message,
            candidates,
            ...asked,
            operations: [],
          },
        ];
      }
      values[field] = resolved.id;
      labels.set(resolved.id, resolved.label);
    }
    const titled = this.#titled(sourceRecord, values);
    const label = labelText(sourceRecord.type, titled, (to) => labels.get(to));
    const ready = { sourceRecord, id, values, titled, label, labels, before };
    const key = naturalKeys[sourceRecord.type];
    return key ? { ready, key } : this.#settleRecord(ready, found);
  }

  /** The values with the title that is made where the source gives none. */
  #titled({ type, titleFrom, ...sourceRecord }: SourceRecord, values: Values): Values {
    const kind = datedKinds[type];
    if (!titleFrom || !kind) return values;
    const parties = this.#references.actorsOf(kind, this.#actorsOf({ type, ...sourceRecord }));
    const title = composeTitle(
      titleFrom,
      parties.map(({ label }) => label),
    );
    return { ...values, [typeOf(type).labelled]: title };
  }

  #settleRecord(ready: Ready, found: ReadonlyMap<string, StoredFact>): PlannedRow[] {
    const { sourceRecord, id, label } = ready;
    const match = ready.before ?? this.#matchRecord(ready);
    const row = { ...rowOf(sourceRecord), label, operations: [] };
    switch (match.outcome) {
      case 'new':
        return this.#bring(ready);
      case 'stands':
        return this.#keep(ready, match.fact, match.own);
      case 'known': {
        const fact = found.get(match.id);
        // What this import itself brings stands nowhere yet: two source records that bear one code are one fact.
        if (fact) return this.#keep(ready, fact, false);
        this.#foundAmongBrought.add(match.id);
        this.#references.decide(sourceRecord, { outcome: 'known', id: match.id, label: match.label, stands: false });
        const message = `It is ${match.label}, which this import brings in above.`;
        return [{ ...row, outcome: 'UNCHANGED', fact: match.id, message }];
      }
      case 'doubtful':
        this.#references.decide(sourceRecord, { outcome: 'open' });
        return [
          {
            ...row,
            outcome: 'DOUBTFUL',
            candidates: match.candidates,
            question: sourceRecord.key,
            message: 'It may be one of these. Say which, or that it is a new one.',
          },
        ];
      default:
        this.#references.decide(sourceRecord, { outcome: 'lost' });
        return [
          {
            ...row,
            outcome: match.outcome === 'left' ? 'LEFT' : 'ERROR',
            message: match.message,
            ...(match.outcome === 'wrong' ? { question: sourceRecord.key } : { fact: id }),
          },
        ];
    }
  }

  #bring(ready: Ready): PlannedRow[] {
    const { sourceRecord, id, label, titled: values } = ready;
    const { importId } = this.#making;
    const rows = settleNew(sourceRecord, { fact: id, label, values, importId }, this.#provenance);
    const isMade = rows.at(-1)?.outcome === 'CREATE';
    this.#references.decide(
      sourceRecord,
      isMade ? { outcome: 'known', id, label, stands: false } : { outcome: 'lost' },
    );
    if (isMade) this.#note(ready);
    return rows;
  }

  #keep(ready: Ready, fact: StoredFact, own: boolean): PlannedRow[] {
    const { sourceRecord } = ready;
    // A title that the source made itself is brought up to date; what others call it is theirs.
    const values = own ? ready.titled : ready.values;
    const { importId } = this.#making;
    const rows = settleStanding(sourceRecord, { fact, own, values, importId }, this.#provenance);
    this.#references.decide(sourceRecord, { outcome: 'known', id: fact.id, label: fact.label, stands: true });
    if (datedKinds[sourceRecord.type]) this.#dated.take(fact.id);
    const validity = edtfOf(values.validity);
    if (rows.at(-1)?.outcome === 'UPDATE' && sourceRecord.type === 'ExternalCode' && validity !== undefined)
      this.#codes.change({ id: fact.id, scheme: String(values.scheme), value: String(values.value) }, validity);
    return rows;
  }

  /** Takes note of what comes, for what comes after. */
  #note({ sourceRecord, id, values, label, labels }: Ready): void {
    const { of, scheme, value } = values;
    const validity = edtfOf(values.validity);
    if (sourceRecord.type === 'ExternalCode' && typeof of === 'string')
      this.#codes.bring({
        id,
        of,
        ofLabel: labels.get(of) ?? label,
        scheme: String(scheme),
        value: String(value),
        ...(validity === undefined ? {} : { validity: { edtf: validity } }),
      });
    const kind = datedKinds[sourceRecord.type];
    const date = kind?.nameRecurs ? dateOf(kind, values) : undefined;
    if (sourceRecord.marks?.names)
      this.#names.bring({
        id,
        type: sourceRecord.type,
        label,
        names: sourceRecord.marks.names,
        codes: [],
        ...(validity === undefined ? {} : { validity }),
        ...(date === undefined ? {} : { date }),
      });
  }

  #settleLink(ready: Ready, key: NaturalKey, between: LinksStanding): PlannedRow[] {
    const { sourceRecord, before, label } = ready;
    const row = { ...rowOf(sourceRecord), label, operations: [] };
    if (before?.outcome === 'stands') {
      this.#links.take(before.fact);
      return this.#keep(ready, before.fact, before.own);
    }
    if (before?.outcome === 'left' || before?.outcome === 'wrong')
      return [{ ...row, outcome: before.outcome === 'left' ? 'LEFT' : 'ERROR', message: before.message }];
    const verdict = this.#links.judge(ready, key, between);
    switch (verdict.outcome) {
      case 'one':
        return this.#keep(ready, verdict.fact, false);
      case 'again': {
        const again = this.#keep(ready, verdict.fact, false);
        return again.at(-1)?.outcome === 'UNCHANGED' ? again : [{ ...row, ...saidOtherwise }];
      }
      case 'row':
        return [{ ...row, ...verdict.row }];
      default:
        return this.#bring(ready);
    }
  }
}

/** What an import is matched with. */
interface Begun {
  /** The key of the source. */
  readonly source: string;
  readonly making: Given;
  readonly lookup: Lookup;
  readonly lookAhead: () => Promise<LookedAhead>;
}

type Answered = ConstructorParameters<typeof References>[2];
