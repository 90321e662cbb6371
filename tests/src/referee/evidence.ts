// What is cited for facts, how it is graded, and what is known of each of their fields.
import { type FactTypeName, fieldsOf, fieldsShown, isFactField } from '@chancery/codebook';
import { type ListArguments, list } from './connections.ts';
import { citationsOf } from './fact-citations.ts';
import type { Thing } from './register-state.ts';
import { columnOf } from './values.ts';

/** The Admiralty grade of a citation. */
export function gradeOf({ row, state }: Thing): string {
  const source = state.one('Source', row.source_id);
  return `${source?.row.reliability}${row.credibility}`;
}

/** The citations that support a fact, or a field of it: those of the whole fact speak for each of its fields. */
function supporting(thing: Thing, field?: string): Thing[] {
  return citationsOf(thing).filter(
    ({ row }) =>
      row.stance === 'SUPPORTS' && (field === undefined || (row.field ?? null) === null || row.field === field),
  );
}

/** The best grade: the lowest credibility number first, then the more reliable source. */
export function bestGrade(thing: Thing, field?: string): string | null {
  const grades = supporting(thing, field).map((citation) => gradeOf(citation));
  const [best] = grades.sort((a, b) => (a.slice(1) + a[0] < b.slice(1) + b[0] ? -1 : 1));
  return best ?? null;
}

/** From how many independence groups a fact or field is supported. */
export function groupsOf(thing: Thing, field?: string): number {
  const groups = supporting(thing, field).map(
    ({ row, state }) => state.one('Source', row.source_id)?.row.independence_group,
  );
  return new Set(groups).size;
}

/** Each field of a fact that the public may see, with its state and evidence. */
export function fieldStates(thing: Thing): unknown[] {
  const type = thing.__typename as FactTypeName;
  const absences = (thing.fact.absences ?? {}) as Readonly<Record<string, string>>;
  return fieldsShown(type, 'public').map(([name]) => {
    const field = fieldsOf(type)[name];
    if (!field) throw new Error(`${type} has no field ${name}`);
    const row = isFactField(name) ? thing.fact : thing.row;
    const filled = (row[columnOf(name, field)] ?? null) !== null;
    const about = (own: Thing, link: string) => own.row[link] === thing.row.id && own.row.field === name;
    return {
      __typename: 'FieldState',
      name,
      label: field.label,
      state: filled ? 'VALUE' : (absences[name] ?? 'NOT_RECORDED'),
      grade: filled ? bestGrade(thing, name) : null,
      corroboration: () => groupsOf(thing, name),
      citations: (args: ListArguments) =>
        list(
          'Citation',
          thing.state.all('Citation').filter((citation) => about(citation, 'fact_id')),
          args,
        ),
      claims: (args: ListArguments) =>
        list(
          'Claim',
          thing.state.all('Claim').filter((claim) => about(claim, 'subject_id')),
          args,
        ),
    };
  });
}
