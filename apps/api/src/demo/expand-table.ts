import { pluralize } from '@chancery/codebook';
import { parseSeedFact, SeedError, type SeedFact, type SeedTable } from './seed-file.ts';

type Cells = ReadonlyMap<string, unknown>;

/**
 * Expands a table to facts. `{column}` within a text is replaced by the cell's text. A text that is only `{column}`
 * becomes the cell itself, and is left out if the cell is `null`. A template with `when` creates facts only for rows in
 * which that column is not empty.
 * @throws SeedError when a row has too many cells, a template names an unknown column, or a result is not a fact.
 */
export function expandTable({ columns, each, rows }: SeedTable, where: string): SeedFact[] {
  return rows.flatMap((row, index) => {
    const at = `${where}, row ${index + 1}`;
    if (row.length > columns.length)
      throw new SeedError(
        at,
        `the row has ${pluralize(row.length, 'cell')}, but the table has ${pluralize(columns.length, 'column')}`,
      );
    const cells: Cells = new Map(columns.map((column, place) => [column, row[place] ?? null]));
    return each.flatMap(({ when, ...template }) => {
      if (typeof when === 'string' && cellOf(cells, when, at) === null) return [];
      return [parseSeedFact(fill(template, cells, at), at)];
    });
  });
}

function fill(template: unknown, cells: Cells, at: string): unknown {
  if (typeof template === 'string') return fillText(template, cells, at);
  if (Array.isArray(template)) return template.map((part) => fill(part, cells, at)).filter((part) => part !== null);
  if (typeof template !== 'object' || template === null) return template;
  const parts = Object.entries(template).flatMap(([name, part]) => {
    const value = fill(part, cells, at);
    // Keep a null that the template sets; leave out a null from an empty cell.
    return value === null && part !== null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(parts);
}

function fillText(template: string, cells: Cells, at: string): unknown {
  const onlyColumn = /^\{(\w+)\}$/.exec(template)?.[1];
  if (onlyColumn !== undefined) return cellOf(cells, onlyColumn, at);
  return template.replace(/\{(\w+)\}/g, (_text, column: string) => String(cellOf(cells, column, at)));
}

function cellOf(cells: Cells, column: string, at: string): unknown {
  if (!cells.has(column)) throw new SeedError(at, `the table has no column ${column}`);
  return cells.get(column);
}
