import { setImmediate } from 'node:timers/promises';
import type { StoredFact } from '@chancery/changesets';
import { labelText, type NaturalKey, typeOf, type Values } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import type { Reference, SourceRecord } from '../source-record.ts';
import { stableId } from '../stable-id.ts';
import { CitationPlanner } from './citation-planner.ts';
import { composeTitle } from './compose-title.ts';
import { coverageIdOf } from './coverage-operations.ts';
import { datedKinds } from './dated-kinds.ts';
import { duplicateLinkError, findStoredLinks, LinkMatcher, type StoredLinks } from './link-matcher.ts';
import type { LookAheadResult } from './look-ahead.ts';
import type { Lookup } from './lookup.ts';
import { type Match, matchByAnswerOrId, matchByCodes, matchByNames } from './match-record.ts';
import { leaveToEditor, planCreate, planUpdate, rowOf } from './plan-rows.ts';
import type { PlannedRow } from './planned.ts';
import { type ImportDetails, Provenance, sourceIdOf, sourceQuestion } from './provenance.ts';
import { codesOf, codesOfReferences, namedActorTypes, namedTypes } from './record-needs.ts';
import { References } from './references.ts';
import { RegisterCodes } from './register-codes.ts';
import { RegisterDatedRecords } from './register-dated-records.ts';
import { RegisterNames } from './register-names.ts';
import { type ResolvedRecord, rememberCreated } from './remember-created.ts';
import { resolveIds } from './resolve-ids.ts';
import { edtfOf } from './spans.ts';

interface DetailsWithAnswers extends ImportDetails {
  /** Answers of editors: the id of a fact by question, or `null` for a new fact. */
  readonly answers: ReadonlyMap<string, string | null>;
}

/** The number of records after which other work gets a turn, so that a server keeps answering requests. */
const recordsPerTurn = 250;

/** A source record of a batch, with its id and its match by answer or id. */
interface BatchRecord {
  readonly sourceRecord: SourceRecord;
  /** The stable id that the fact has if this source creates or created it. */
  readonly id: string;
  /** The match by an editor's answer or an earlier import, if there is one. */
  readonly earlierMatch: Match | undefined;
}

/**
 * Matches the source records of one import with the register in batches. Later records can match or refer to earlier
 * ones.
 */
export class ImportMatcher {
  readonly #source: string;
  readonly #details: DetailsWithAnswers;
  readonly #lookup: Lookup;
  readonly #provenance: Provenance;
  readonly #codes: RegisterCodes;
  readonly #names: RegisterNames;
  readonly #references: References;
  readonly #dated: RegisterDatedRecords;
  readonly #citationPlanner: CitationPlanner;
  readonly #lookAhead: () => Promise<LookAheadResult>;
  #lookAheadResult: LookAheadResult | undefined;
  readonly #links: LinkMatcher;
  /** Ids of facts that this import creates and that a later source record matched. */
  readonly #matchedCreated = new Set<string>();

  private constructor(
    { source, details, lookup, lookAhead }: MatcherContext,
    provenance: Provenance,
    { id, isStored }: { readonly id: string; readonly isStored: boolean },
    answers: AnsweredFacts,
  ) {
    this.#source = source;
    this.#details = details;
    this.#lookup = lookup;
    this.#lookAhead = lookAhead;
    this.#provenance = provenance;
    this.#codes = new RegisterCodes(lookup);
    this.#links = new LinkMatcher(this.#codes);
    this.#names = new RegisterNames(lookup);
    this.#dated = new RegisterDatedRecords(lookup, id);
    this.#citationPlanner = new CitationPlanner(lookup, provenance, isStored ? id : undefined);
    this.#references = new References(this.#codes, this.#names, answers);
  }

  /**
   * Looks up the source and the facts in editors' answers, and returns a matcher for the import. `lookAhead` reads the
   * whole source to collect participants and codes; it is called once at most.
   */
  static async begin(
    manifest: Manifest,
    details: DetailsWithAnswers,
    lookup: Lookup,
    lookAhead: () => Promise<LookAheadResult>,
  ): Promise<ImportMatcher> {
    const expectedSource = details.answers.get(sourceQuestion) ?? sourceIdOf(manifest);
    const answeredIds = [...details.answers.values()].filter((id) => id !== null);
    const coverageIds = manifest.covers.map((covered) => coverageIdOf(manifest, covered));
    const resolve = await resolveIds(lookup, new Set([expectedSource, ...answeredIds, ...coverageIds]));
    const resolvedSource = resolve(expectedSource);
    const isStored = resolvedSource.outcome === 'stored';
    // The id of a retired source cannot be used again.
    const newSource = resolvedSource.outcome === 'retired' ? stableId('Source', details.importId) : expectedSource;
    const source = isStored ? resolvedSource.fact.id : newSource;
    const provenance = new Provenance(manifest, details, {
      source,
      isStored,
      existingCoverage: new Set(coverageIds.filter((id) => resolve(id).outcome !== 'missing')),
    });
    const answers = new Map(
      [...details.answers].flatMap(([question, id]) => {
        const resolved = id === null ? undefined : resolve(id);
        return resolved?.outcome === 'stored'
          ? [[question, { id: resolved.fact.id, label: resolved.fact.label }] as const]
          : [];
      }),
    );
    const context = { source: manifest.key, details, lookup, lookAhead };
    return new ImportMatcher(context, provenance, { id: source, isStored }, answers);
  }

  /**
   * Returns the planned rows of a batch of source records, in their order, with the rows that create the source, its
   * coverage and its import batches.
   */
  async rowsOf(sourceRecords: readonly SourceRecord[]): Promise<PlannedRow[]> {
    if (sourceRecords.length === 0) return [];
    const ids = sourceRecords.map(({ type, key }) => stableId(type, `${this.#source} ${key}`));
    const answers = sourceRecords.flatMap(({ key }) => this.#details.answers.get(key) ?? []);
    const resolve = await resolveIds(this.#lookup, new Set([...ids, ...answers]));
    const batch = sourceRecords.map((sourceRecord, index): BatchRecord => {
      const id = ids[index] ?? '';
      return {
        sourceRecord,
        id,
        earlierMatch: matchByAnswerOrId(sourceRecord, id, this.#details.answers.get(sourceRecord.key), resolve),
      };
    });
    await this.#load(batch);
    const rows: PlannedRow[][] = [];
    const links: { index: number; resolved: ResolvedRecord; key: NaturalKey }[] = [];
    const matchedFacts = await this.#matchedFacts(batch);
    for (const [index, record] of batch.entries()) {
      if (index % recordsPerTurn === 0) await setImmediate();
      const result = this.#resolve(record, matchedFacts);
      if (Array.isArray(result)) rows[index] = result;
      else links.push({ index, ...result });
    }
    const storedLinks = await findStoredLinks(
      links
        .filter(({ resolved }) => !resolved.earlierMatch)
        .map(({ resolved, key }) => ({ type: resolved.sourceRecord.type, values: resolved.values, key })),
      this.#lookup,
    );
    for (const [count, { index, resolved, key }] of links.entries()) {
      if (count % recordsPerTurn === 0) await setImmediate();
      rows[index] = this.#planLink(resolved, key, storedLinks);
    }
    const rowsToCite = await this.#withoutManualChanges([
      ...this.#provenance.createMissingCoverage(sourceRecords[0]?.file ?? ''),
      ...rows.flat(),
    ]);
    return this.#citationPlanner.cite(rowsToCite, (fact) => this.#matchedCreated.has(fact));
  }

  /** Loads the codes, names and dated records of the register that are needed to match a batch. */
  async #load(batch: readonly BatchRecord[]): Promise<void> {
    const sourceRecords = batch.map(({ sourceRecord }) => sourceRecord);
    const unmatched = batch.flatMap(({ sourceRecord, earlierMatch }) =>
      datedKinds[sourceRecord.type] && !earlierMatch ? [sourceRecord] : [],
    );
    if (this.#lookAheadResult === undefined && unmatched.length > 0) this.#lookAheadResult = await this.#lookAhead();
    for (const { sourceRecord, earlierMatch } of batch)
      if (datedKinds[sourceRecord.type] && earlierMatch?.outcome === 'stored')
        this.#dated.markMatched(earlierMatch.fact.id);
    // Participants are needed to match a record, and to compose a title.
    const byActors = batch.flatMap(({ sourceRecord, earlierMatch }) =>
      datedKinds[sourceRecord.type] && (sourceRecord.titleFrom || earlierMatch?.outcome !== 'stored')
        ? [sourceRecord]
        : [],
    );
    const actors = byActors.flatMap((sourceRecord) => this.#actorsOf(sourceRecord));
    await this.#codes.load([...sourceRecords.flatMap(codesOf), ...codesOfReferences(actors)]);
    await this.#names.load([
      ...sourceRecords.flatMap(namedTypes),
      ...namedActorTypes(byActors, (sourceRecord) => this.#actorsOf(sourceRecord)),
    ]);
    await this.#dated.load(unmatched);
  }

  /** Returns the references to the participants of a record: those in its marks, or else those of its links. */
  #actorsOf({ key, marks }: SourceRecord): readonly Reference[] {
    return marks?.actors ?? this.#lookAheadResult?.actors.get(key) ?? [];
  }

  /**
   * Returns the rows. An update becomes a conflict if it changes a field that an editor has changed since the last
   * import.
   */
  async #withoutManualChanges(rows: readonly PlannedRow[]): Promise<PlannedRow[]> {
    const updated = new Set(rows.flatMap(({ outcome, fact }) => (outcome === 'UPDATE' && fact ? [fact] : [])));
    const byHand =
      updated.size > 0 ? await this.#lookup.fieldsSetByHand(updated) : new Map<string, ReadonlySet<string>>();
    return rows.map((row) => {
      const fields = row.outcome === 'UPDATE' && row.fact ? byHand.get(row.fact) : undefined;
      return fields && row.changes?.some(({ field }) => fields.has(field)) ? leaveToEditor(row) : row;
    });
  }

  /** Looks up the facts that records of a batch match by code or name, in one query, and returns them by id. */
  async #matchedFacts(batch: readonly BatchRecord[]): Promise<ReadonlyMap<string, StoredFact>> {
    const wanted = new Set<string>();
    for (const { sourceRecord, earlierMatch } of batch) {
      if (earlierMatch || typeOf(sourceRecord.type).category !== 'record') continue;
      const match =
        matchByCodes(sourceRecord, this.#codes) ??
        (datedKinds[sourceRecord.type] ? undefined : this.#byName(sourceRecord));
      if (match?.outcome === 'known') wanted.add(match.id);
    }
    return wanted.size > 0 ? this.#lookup.facts(wanted) : new Map();
  }

  /** Matches a record by its codes, or else by its date and participants or its names, depending on its type. */
  #matchRecord({ sourceRecord, values }: ResolvedRecord): Match {
    const kind = datedKinds[sourceRecord.type];
    const byCodes = matchByCodes(sourceRecord, this.#codes);
    if (byCodes) return byCodes;
    if (!kind) return this.#byName(sourceRecord);
    const actors = this.#references.actorsOf(kind, this.#actorsOf(sourceRecord));
    const query = { sourceRecord, values, actors: new Set(actors.map(({ id }) => id)) };
    return this.#dated.match(kind, query, this.#lookAheadResult?.codes ?? new Set());
  }

  #byName(sourceRecord: SourceRecord): Match {
    return matchByNames(sourceRecord, this.#names);
  }

  /**
   * Resolves the references of a source record. If a reference cannot be resolved, returns a row that says why.
   * Otherwise returns the planned rows of a record, or a link that has yet to be matched.
   */
  #resolve(
    { sourceRecord, id, earlierMatch }: BatchRecord,
    matchedFacts: ReadonlyMap<string, StoredFact>,
  ): PlannedRow[] | { resolved: ResolvedRecord; key: NaturalKey } {
    const values: Record<string, Values[string]> = { ...sourceRecord.values };
    const labels = new Map<string, string>();
    for (const [field, reference] of Object.entries(sourceRecord.links)) {
      const target = this.#references.resolve(sourceRecord.type, field, reference);
      if (target.outcome !== 'found') {
        this.#references.setState(sourceRecord, { outcome: 'rejected' });
        const { message } = target;
        const label = labelText(sourceRecord.type, values, (to) => labels.get(to));
        if (target.outcome === 'waits')
          return [{ ...rowOf(sourceRecord), outcome: 'LEFT', label, message, operations: [] }];
        const { candidates, question } = target;
        return [
          {
            ...rowOf(sourceRecord),
            outcome: 'ERROR',
            column: field,
            label,
            message,
            candidates,
            ...(question === undefined ? {} : { question }),
            operations: [],
          },
        ];
      }
      values[field] = target.id;
      labels.set(target.id, target.label);
    }
    const titledValues = this.#withTitle(sourceRecord, values);
    const label = labelText(sourceRecord.type, titledValues, (to) => labels.get(to));
    const resolved = { sourceRecord, id, values, titledValues, label, labels, earlierMatch };
    const { naturalKey: key } = typeOf(sourceRecord.type);
    return key ? { resolved, key } : this.#planRecord(resolved, matchedFacts);
  }

  /** Returns the values, with a composed title if the source gives none. */
  #withTitle({ type, titleFrom, ...sourceRecord }: SourceRecord, values: Values): Values {
    const kind = datedKinds[type];
    if (!titleFrom || !kind) return values;
    const parties = this.#references.actorsOf(kind, this.#actorsOf({ type, ...sourceRecord }));
    const title = composeTitle(
      titleFrom,
      parties.map(({ label }) => label),
    );
    return { ...values, [typeOf(type).labelTemplate]: title };
  }

  #planRecord(resolved: ResolvedRecord, matchedFacts: ReadonlyMap<string, StoredFact>): PlannedRow[] {
    const { sourceRecord, id, label } = resolved;
    const match = resolved.earlierMatch ?? this.#matchRecord(resolved);
    const row = { ...rowOf(sourceRecord), label, operations: [] };
    switch (match.outcome) {
      case 'new':
        return this.#create(resolved);
      case 'stored':
        return this.#update(resolved, match.fact, match.isOwn);
      case 'known': {
        const fact = matchedFacts.get(match.id);
        // Otherwise this import creates the fact: two source records with the same code are one fact.
        if (fact) return this.#update(resolved, fact, false);
        this.#matchedCreated.add(match.id);
        this.#references.setState(sourceRecord, {
          outcome: 'known',
          id: match.id,
          label: match.label,
          isStored: false,
        });
        const message = `This record is the same fact as ${match.label}, which this import already creates.`;
        return [{ ...row, outcome: 'UNCHANGED', fact: match.id, message }];
      }
      case 'doubtful':
        this.#references.setState(sourceRecord, { outcome: 'undecided' });
        return [
          {
            ...row,
            outcome: 'DOUBTFUL',
            candidates: match.candidates,
            question: sourceRecord.key,
            message: 'This record may be one of these facts. Choose one of them, or answer that the record is new.',
          },
        ];
      default:
        this.#references.setState(sourceRecord, { outcome: 'rejected' });
        return [
          {
            ...row,
            outcome: match.outcome === 'retired' ? 'LEFT' : 'ERROR',
            message: match.message,
            ...(match.outcome === 'invalidAnswer' ? { question: sourceRecord.key } : { fact: id }),
          },
        ];
    }
  }

  #create(resolved: ResolvedRecord): PlannedRow[] {
    const { sourceRecord, id, label, titledValues: values } = resolved;
    const { importId } = this.#details;
    const rows = planCreate(sourceRecord, { fact: id, label, values, importId }, this.#provenance);
    const isCreated = rows.at(-1)?.outcome === 'CREATE';
    this.#references.setState(
      sourceRecord,
      isCreated ? { outcome: 'known', id, label, isStored: false } : { outcome: 'rejected' },
    );
    if (isCreated) rememberCreated(resolved, this.#codes, this.#names);
    return rows;
  }

  #update(resolved: ResolvedRecord, fact: StoredFact, isOwn: boolean): PlannedRow[] {
    const { sourceRecord } = resolved;
    // Composed titles are only updated on facts of this source.
    const values = isOwn ? resolved.titledValues : resolved.values;
    const { importId } = this.#details;
    const rows = planUpdate(sourceRecord, { fact, isOwn, values, importId }, this.#provenance);
    this.#references.setState(sourceRecord, { outcome: 'known', id: fact.id, label: fact.label, isStored: true });
    if (datedKinds[sourceRecord.type]) this.#dated.markMatched(fact.id);
    const validity = edtfOf(values.validity);
    if (rows.at(-1)?.outcome === 'UPDATE' && sourceRecord.type === 'ExternalCode' && validity !== undefined)
      this.#codes.setPeriod({ id: fact.id, scheme: String(values.scheme), value: String(values.value) }, validity);
    return rows;
  }

  #planLink(resolved: ResolvedRecord, key: NaturalKey, storedLinks: StoredLinks): PlannedRow[] {
    const { sourceRecord, earlierMatch, label } = resolved;
    const row = { ...rowOf(sourceRecord), label, operations: [] };
    if (earlierMatch?.outcome === 'stored') {
      this.#links.markMatched(earlierMatch.fact);
      return this.#update(resolved, earlierMatch.fact, earlierMatch.isOwn);
    }
    if (earlierMatch?.outcome === 'retired' || earlierMatch?.outcome === 'invalidAnswer')
      return [
        { ...row, outcome: earlierMatch.outcome === 'retired' ? 'LEFT' : 'ERROR', message: earlierMatch.message },
      ];
    const decision = this.#links.match(resolved, key, storedLinks);
    switch (decision.outcome) {
      case 'one':
        return this.#update(resolved, decision.fact, false);
      case 'repeated': {
        const rows = this.#update(resolved, decision.fact, false);
        return rows.at(-1)?.outcome === 'UNCHANGED' ? rows : [{ ...row, ...duplicateLinkError }];
      }
      case 'row':
        return [{ ...row, ...decision.row }];
      default:
        return this.#create(resolved);
    }
  }
}

/** The dependencies of an import matcher. */
interface MatcherContext {
  /** The key of the source. */
  readonly source: string;
  readonly details: DetailsWithAnswers;
  readonly lookup: Lookup;
  readonly lookAhead: () => Promise<LookAheadResult>;
}

type AnsweredFacts = ConstructorParameters<typeof References>[2];
