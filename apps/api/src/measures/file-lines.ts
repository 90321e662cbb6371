import type { RatedDyadValue } from './comparison.ts';
import type { Contract } from './contract.ts';

/** A line of a measure file: two states in a year. */
export interface FileLine extends RatedDyadValue {
  readonly year: number;
  readonly a: { readonly id: string; readonly code: string };
  readonly b: { readonly id: string; readonly code: string };
}

/** How a measure file is written in a format: its beginning, its lines and its end. */
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

// Quotes cells that contain a separator, a quote or a line break. All texts are our own, so formulas need no escaping.
const quoted = (cell: string | number | boolean | null) => {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Returns how to cite the contents of a file. */
function citationOf({ revision }: Contract): string {
  return `Chancery register, revision ${revision}`;
}

function coverageText({ source, from, to, gaps, completeness, isWithheld }: Contract['coverage'][number]): string {
  const span = `${from ?? '..'} to ${to ?? '..'}${gaps ? `, without ${gaps}` : ''}`;
  return `${source.label}: ${span}, ${completeness.toLowerCase()}${isWithheld ? ', withheld from the public' : ''}`;
}

/** The formats, by name. Every file begins with the contract of its numbers. */
export const fileFormats: Readonly<Record<'csv' | 'json', FileFormat>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    begin: (contract, { from, to }) => {
      const { reference, coverage, ...rest } = contract;
      const header = {
        ...rest,
        coverage: coverage.map(coverageText).join('; ') || 'none',
        years: `${from} to ${to}`,
        reference: reference.text,
        doi: reference.doi ?? null,
        cite: citationOf(contract),
      };
      const comments = Object.entries(header).flatMap(([name, value]) =>
        value === null ? [] : `# ${name}: ${value}\n`,
      );
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
