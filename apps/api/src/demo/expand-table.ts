import { parseSeedFact, SeedError, type SeedFact, type SeedTable } from './seed-file.ts';

type Cells = ReadonlyMap<string, unknown>;

/**
 * The facts that a table stands for. `{column}` within a text is replaced by the cell; a text that is nothing else
 * becomes the cell itself, and what becomes `null` so is left out. A template with `when` makes a fact only of rows that
 * fill that column.
 */
export function expandTable({ columns, each, rows }: SeedTable, where: string): SeedFact[] {
  return rows.flatMap((row, index) => {
    const at = `${where}, row ${index + 1}`;
    if (row.length > columns.length) throw new SeedError(at, `has ${row.length} cells for ${columns.length} columns`);
    const cells: Cells = new Map(columns.map((column, place) => [column, row[place] ?? null]));
    return each.flatMap(({ when, ...template }) => {
      if (typeof when === 'string' && cellOf(cells, when, at) === null) return [];
      return [parseSeedFact(filled(template, cells, at), at)];
    });
  });
}

function filled(template: unknown, cells: Cells, at: string): unknown {
  if (typeof template === 'string') return filledText(template, cells, at);
  if (Array.isArray(template)) return template.map((part) => filled(part, cells, at)).filter((part) => part !== null);
  if (typeof template !== 'object' || template === null) return template;
  const parts = Object.entries(template).flatMap(([name, part]) => {
    const value = filled(part, cells, at);
    // What the template itself sets to null is meant so; what an empty cell makes null is not there.
    return value === null && part !== null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(parts);
}

function filledText(template: string, cells: Cells, at: string): unknown {
  const whole = /^\{(\w+)\}$/.exec(template)?.[1];
  if (whole !== undefined) return cellOf(cells, whole, at);
  return template.replace(/\{(\w+)\}/g, (_text, column: string) => String(cellOf(cells, column, at)));
}

function cellOf(cells: Cells, column: string, at: string): unknown {
  if (!cells.has(column)) throw new SeedError(at, `there is no column ${column}`);
  return cells.get(column);
}
