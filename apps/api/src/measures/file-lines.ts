import type { RatedDyadValue } from './comparison.ts';
import type { Contract } from './contract.ts';

/** A line of a file of measures: two states in a year. */
export interface FileLine extends RatedDyadValue {
  readonly year: number;
  readonly a: { readonly id: string; readonly code: string };
  readonly b: { readonly id: string; readonly code: string };
}

/** Writes a file of measures in a format: what comes first, each line, what comes last. */
export interface FileFormat {
  readonly contentType: string;
  readonly begin: (contract: Contract, years: { readonly from: number; readonly to: number }) => string;
  readonly line: (line: FileLine, isFirst: boolean) => string;
  readonly end: string;
}

const columns = [
  ...['year', 'a', 'b', 'a_id', 'b_id', 'value', 'n', 'unknown', 'reason'],
  ...['reason_code', 'below_minimum', 'completeness'],
] as const;

const cellsOf = (line: FileLine): readonly (string | number | boolean | null)[] => {
  const { year, a, b, value, n, unknown, reason, reasonCode, belowMinimum, completeness } = line;
  return [year, a.code, b.code, a.id, b.id, value, n, unknown, reason, reasonCode, belowMinimum, completeness];
};

// Sentences and codes of ours: quoted where they hold what parts cells, so that any reader of CSV takes them as they are.
const quoted = (cell: string | number | boolean | null) => {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** How to cite what a file holds. */
function citationOf({ revision }: Contract): string {
  return `Chancery register, revision ${revision}`;
}

function coverageText({ source, from, to, gaps, completeness, isWithheld }: Contract['coverage'][number]): string {
  const span = `${from ?? '..'} to ${to ?? '..'}${gaps ? `, without ${gaps}` : ''}`;
  return `${source.label}: ${span}, ${completeness.toLowerCase()}${isWithheld ? ', withheld from the public' : ''}`;
}

/** The formats, by name. A file of either begins with how its numbers were reckoned. */
export const fileFormats: Readonly<Record<'csv' | 'json', FileFormat>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    begin: (contract, { from, to }) => {
      const { reference, coverage, ...rest } = contract;
      const said = {
        ...rest,
        coverage: coverage.map(coverageText).join('; ') || 'none',
        years: `${from} to ${to}`,
        reference: reference.text,
        doi: reference.doi ?? null,
        cite: citationOf(contract),
      };
      const comments = Object.entries(said).flatMap(([name, value]) => (value === null ? [] : `# ${name}: ${value}\n`));
      return `${comments.join('')}${columns.join()}\n`;
    },
    line: (line) => `${cellsOf(line).map(quoted).join()}\n`,
    end: '',
  },
  json: {
    contentType: 'application/json; charset=utf-8',
    begin: (contract, years) =>
      `${JSON.stringify({ ...contract, ...years, cite: citationOf(contract), columns }).slice(0, -1)},"rows":[`,
    line: (line, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(cellsOf(line))}`,
    end: '\n]}\n',
  },
};
