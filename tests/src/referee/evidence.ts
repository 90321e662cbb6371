// Grades, corroboration and the state of each field of a fact.
import { type FactTypeName, fieldsOf, isFactField, visibleFields } from '@chancery/codebook';
import { type ListArguments, pageOfNodes } from './connections.ts';
import { citationsOf } from './fact-citations.ts';
import type { RegisterNode } from './register-state.ts';
import { columnOf } from './values.ts';

/** Returns the Admiralty grade of a citation: reliability of the source, then credibility. */
export function gradeOf({ row, state }: RegisterNode): string {
  const source = state.one('Source', row.source_id);
  return `${source?.row.reliability}${row.credibility}`;
}

/** Returns the citations that support a fact, or one of its fields. Citations of the whole fact support every field. */
function supporting(node: RegisterNode, field?: string): RegisterNode[] {
  return citationsOf(node).filter(
    ({ row }) =>
      row.stance === 'SUPPORTS' && (field === undefined || (row.field ?? null) === null || row.field === field),
  );
}

/**
 * Returns the best grade of the citations that support a fact or field, by credibility first, then by reliability of
 * the source; null if no citation supports it.
 */
export function bestGrade(node: RegisterNode, field?: string): string | null {
  const grades = supporting(node, field).map((citation) => gradeOf(citation));
  const [best] = grades.sort((a, b) => (a.slice(1) + a[0] < b.slice(1) + b[0] ? -1 : 1));
  return best ?? null;
}

/** Returns the number of independence groups among the sources that support a fact or field. */
export function corroborationOf(node: RegisterNode, field?: string): number {
  const groups = supporting(node, field).map(
    ({ row, state }) => state.one('Source', row.source_id)?.row.independence_group,
  );
  return new Set(groups).size;
}

/** Returns the state and evidence of each public field of a fact. */
export function fieldStates(node: RegisterNode): unknown[] {
  const type = node.__typename as FactTypeName;
  const absences = (node.fact.absences ?? {}) as Readonly<Record<string, string>>;
  return visibleFields(type, 'public').map(([name]) => {
    const field = fieldsOf(type)[name];
    if (!field) throw new Error(`${type} has no field ${name}`);
    const row = isFactField(name) ? node.fact : node.row;
    const filled = (row[columnOf(name, field)] ?? null) !== null;
    const isAbout = (statement: RegisterNode, link: string) =>
      statement.row[link] === node.row.id && statement.row.field === name;
    return {
      __typename: 'FieldState',
      name,
      label: field.label,
      state: filled ? 'VALUE' : (absences[name] ?? 'NOT_RECORDED'),
      grade: filled ? bestGrade(node, name) : null,
      corroboration: () => corroborationOf(node, name),
      citations: (args: ListArguments) =>
        pageOfNodes(
          'Citation',
          node.state.all('Citation').filter((citation) => isAbout(citation, 'fact_id')),
          args,
        ),
      claims: (args: ListArguments) =>
        pageOfNodes(
          'Claim',
          node.state.all('Claim').filter((claim) => isAbout(claim, 'subject_id')),
          args,
        ),
    };
  });
}
