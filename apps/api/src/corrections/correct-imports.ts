import { changesetTitle, type Operation, type StoredFact, type UpdateOperation } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import { coverageOperations, importers, stableDeskId } from '@chancery/importers';
import { fieldsSetByHand, findChangeset, lookUpFacts, lookUpTombstones } from '@chancery/ledger';
import type pg from 'pg';
import { type ImportedSource, importedSources } from './imported-source.ts';
import { factsOfSource, type LapsingSpellField, lapsingSpellFields, openEndCondition } from './lapsing-spells.ts';
import {
  type CorrectionOutcome,
  type CorrectionPools,
  mergeAsSystem,
  type ProgressReporter,
} from './merge-as-system.ts';
import { type StandIn, standInsOf } from './stand-in-agreements.ts';

/**
 * Corrects facts that earlier releases imported, with one changeset per source, and returns the outcome for each
 * source. Opens no changeset for a source that needs no correction.
 */
export async function correctImports(pools: CorrectionPools, report: ProgressReporter): Promise<CorrectionOutcome[]> {
  const corrected: CorrectionOutcome[] = [];
  for (const { manifest } of importers)
    for (const imported of await importedSources(pools.desk, manifest))
      corrected.push(await correctSource(pools, imported, report));
  return corrected;
}

async function correctSource(
  pools: CorrectionPools,
  imported: ImportedSource,
  report: ProgressReporter,
): Promise<CorrectionOutcome> {
  const { title, version } = imported.manifest;
  const counts: Counts = { coverage: 0, ends: 0, standIns: 0 };
  const correction = { ...imported, id: await changesetOf(pools.desk, imported), counts };
  return mergeAsSystem(
    pools,
    {
      id: correction.id,
      title: changesetTitle(`Corrections of ${title}, ${version}`),
      reason: () => reasonOf(correction),
      batches: operationsOf(pools.desk, correction),
    },
    report,
  );
}

/** The numbers of coverage records, ends of spells and stand-in agreements that a correction changes. */
interface Counts {
  coverage: number;
  ends: number;
  standIns: number;
}

interface SourceCorrection extends ImportedSource {
  /** The id of the changeset. */
  readonly id: string;
  readonly counts: Counts;
}

/**
 * Returns the id of the first correction of a source that is not merged yet; the changeset may not exist yet. A source
 * can need several corrections: an old draft of an import can be merged after the first correction.
 */
async function changesetOf(desk: pg.Pool, { manifest, source }: ImportedSource): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const id = stableDeskId('changeset', `correction ${nth} of ${manifest.key} ${source}`);
    if ((await findChangeset(desk, id))?.status !== 'MERGED') return id;
  }
}

function reasonOf({ manifest, counts: { coverage, ends, standIns } }: SourceCorrection): string {
  const last = [...new Set(manifest.covers.map(({ period }) => period.split('/').at(-1)))].join(' and ');
  return [
    ...(coverage > 0 ? ['The coverage of the data set is now recorded.'] : []),
    ...(ends > 0
      ? [
          `Spells recorded as ongoing, although the data set ends with ${last} and does not say whether they continued: ${ends}. Their end is now recorded as unknown.`,
        ]
      : []),
    ...(standIns > 0
      ? [
          `Stand-in agreements, which only grouped the obligations of two states because the file does not name their agreements, are retired: ${standIns}.`,
        ]
      : []),
  ].join(' ');
}

/** The data set whose importer used to create stand-in agreements for obligations: see stand-in-agreements.ts. */
const byDyad = 'cow-alliances-by-dyad';

async function* operationsOf(desk: pg.Pool, correction: SourceCorrection): AsyncGenerator<Operation[]> {
  yield await missingCoverage(desk, correction);
  const standIns = correction.manifest.key === byDyad ? await standInsOf(desk, correction.source) : [];
  const standInsInUse = new Set<string>();
  for (const spell of lapsingSpellFields) yield* closedSpells(desk, correction, spell, standIns, standInsInUse);
  yield* retirements(
    correction,
    standIns.filter(({ agreement }) => !standInsInUse.has(agreement)),
  );
}

/** Returns operations that create the coverage records that the register neither has nor has retired. */
async function missingCoverage(
  desk: pg.Pool,
  { manifest, source, id, counts }: SourceCorrection,
): Promise<Operation[]> {
  const operations = coverageOperations(manifest, source, id);
  const ids = new Set(operations.map(({ fact }) => fact));
  const [standing, retired] = await Promise.all([lookUpFacts(desk, ids), lookUpTombstones(desk, ids)]);
  const missing = operations.filter(({ fact }) => !standing.has(fact) && !retired.has(fact));
  counts.coverage += missing.length;
  return missing;
}

/**
 * Yields updates of fields that no editor has changed since the import: an open end becomes unknown, and an obligation
 * no longer links to its stand-in agreement. Adds to `standInsInUse` the stand-ins to which an editor has linked an
 * obligation.
 */
async function* closedSpells(
  desk: pg.Pool,
  { manifest, source, id, counts }: SourceCorrection,
  spell: LapsingSpellField,
  standIns: readonly StandIn[],
  standInsInUse: Set<string>,
): AsyncGenerator<Operation[]> {
  const { type, field } = spell;
  const agreements = type === 'Obligation' ? new Set(standIns.map(({ agreement }) => agreement)) : new Set<string>();
  const isOpen = openEndCondition(spell);
  const pages =
    agreements.size > 0
      ? factsOfSource(desk, source, type, `${isOpen} OR t.agreement_id = ANY ($3)`, [[...agreements]])
      : factsOfSource(desk, source, type, isOpen);
  for await (const page of pages) {
    const byHand = await fieldsSetByHand(desk, new Set(page.map(({ id: fact }) => fact)));
    yield page.flatMap((fact): Operation[] => {
      const editedFields = byHand.get(fact.id);
      const agreement = fact.values.agreement;
      const isUnderStandIn = typeof agreement === 'string' && agreements.has(agreement);
      if (isUnderStandIn && editedFields?.has('agreement')) standInsInUse.add(agreement);
      const set: Values = {
        ...(editedFields?.has(field) ? {} : withUnknownEnd(fact, field)),
        ...(isUnderStandIn && !editedFields?.has('agreement') ? { agreement: null } : {}),
      };
      if (field in set) counts.ends += 1;
      return Object.keys(set).length > 0 ? [updateOf(fact, set, { id, field, version: manifest.version })] : [];
    });
  }
}

function withUnknownEnd({ values }: StoredFact, field: string): Values {
  const spell = values[field];
  if (typeof spell !== 'object' || spell === null || !('edtf' in spell) || !spell.edtf.endsWith('/..')) return {};
  return { [field]: { ...spell, edtf: spell.edtf.slice(0, -'..'.length) } };
}

function updateOf(
  { id: fact, type, values }: StoredFact,
  set: Values,
  { id, field, version }: { id: string; field: string; version: string },
): UpdateOperation {
  const base = Object.fromEntries(Object.keys(set).map((name) => [name, values[name] ?? null]));
  const why = `The data set (${version}) does not say whether this spell continued after the last day that the data set covers.`;
  return {
    id: stableDeskId('operation', `${id} update ${fact}`),
    kind: 'update',
    type,
    fact,
    set,
    base,
    ...(field in set ? { waivers: { [field]: why } } : {}),
  };
}

function* retirements({ id, counts }: SourceCorrection, standIns: readonly StandIn[]): Generator<Operation[]> {
  const reason =
    'This is not an agreement: it only grouped the obligations of two states, because the file does not name their agreements.';
  counts.standIns += standIns.length;
  for (let from = 0; from < standIns.length; from += batchSize)
    yield standIns.slice(from, from + batchSize).flatMap(({ agreement, code }): Operation[] =>
      (
        [
          ['ExternalCode', code],
          ['Agreement', agreement],
        ] as const
      ).map(([type, fact]) => ({
        id: stableDeskId('operation', `${id} retire ${fact}`),
        kind: 'retire',
        type,
        fact,
        reason,
      })),
    );
}

const batchSize = 500;
