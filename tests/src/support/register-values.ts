// Values that occur in a register, from which random operations are made so that they find something.
import { fieldsOf, isFactField, snakeCase, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import type { Referee } from '../referee/referee.ts';
import type { Row } from '../referee/stored.ts';
import type { Random } from './random.ts';

/** The values of a register, and cursors out of its answers. */
export class RegisterValues {
  readonly #referee: Referee;
  readonly #columns = new Map<string, readonly unknown[]>();
  readonly #cursors = new Map<string, readonly string[]>();

  constructor(referee: Referee) {
    this.#referee = referee;
  }

  /** The number of the latest revision. */
  get head(): number {
    return this.#referee.stored.head.number;
  }

  /** Ids of things that stand, stood or were retired, some that never were, and some that are no ids. */
  id(random: Random, type?: TypeName): string {
    if (random.chance(0.05)) return random.pick(['', 'st_01kdvdnjsme00rbejb09be8bf3', 'x', '5', 'a\u0000b', '%']);
    const from = type ?? (random.chance(0.2) ? 'Citation' : random.pick(typeNames));
    return String(random.maybe(this.values(from, 'id')) ?? 'none');
  }

  /** The id of somebody who is often met with. */
  actor(random: Random): string {
    const ids = this.values(random.chance(0.7) ? 'State' : 'Organization', 'id')
      .map(String)
      .sort();
    return random.chance(0.7) ? random.pick(ids.slice(0, 4)) : random.pick(ids);
  }

  /** A code that stands or stood for something, and its scheme. */
  code(random: Random, of: readonly TypeName[]): { code: string; scheme: string } {
    const prefixes = of.map((type) => typeOf(type).prefix);
    const rows = this.#rows('ExternalCode');
    const fitting = rows.filter(({ of_id }) => prefixes.includes(String(of_id).split('_')[0] ?? ''));
    const row = random.maybe(random.chance(0.8) && fitting.length > 0 ? fitting : rows);
    return { code: String(row?.value ?? 'RUS'), scheme: String(row?.scheme ?? 'ISO_A3') };
  }

  /** The values of a field, each that occurs. */
  values(type: TypeName, field: string): readonly unknown[] {
    const key = `${type}.${field}`;
    const known = this.#columns.get(key);
    if (known) return known;
    const definition = fieldsOf(type)[field];
    const suffix = definition?.kind === 'link' ? '_id' : definition?.kind === 'name' ? '_text' : '';
    const rows = type !== 'Citation' && isFactField(field) ? this.#rows('fact') : this.#rows(type);
    const found = rows.flatMap((row) => {
      const value = row[snakeCase(field) + suffix] ?? null;
      return value === null ? [] : [value].flat();
    });
    const made = [...new Set(found)];
    this.#columns.set(key, made);
    return made;
  }

  /** A day at which something begins or ends, or a day beside one. */
  day(random: Random): string {
    const bounds = this.#columns.get('days') ?? this.#days();
    this.#columns.set('days', bounds);
    return random.chance(0.7)
      ? String(random.pick(bounds))
      : random.pick(['2019-07-01', '2026-11-23', '2026-01-05', '0001-01-01', '9999-12-31', '2020-02-29']);
  }

  /** A moment of a revision, or one before or after it. */
  moment(random: Random): string {
    const { at } = random.pick(this.#referee.stored.revisions);
    const time = Date.parse(at) + random.pick([0, 0, 1, -1, 86_400_000, -86_400_000_000]);
    return new Date(time).toISOString();
  }

  /** What a label or name has in it, as somebody might type it. */
  text(random: Random, from: readonly unknown[]): string {
    const text = String(random.maybe(from) ?? 'Treaty');
    const characters = [...text];
    const start = random.below(characters.length);
    const part = characters.slice(start, start + random.between(1, 7)).join('');
    return random.pick([text, part, part, part.toUpperCase(), part.toLowerCase(), ` ${part} `, '', '%', '_', 'zzz']);
  }

  /** Cursors of an order, from answers to lists of the type. */
  cursors(connection: string, list: string): readonly string[] {
    const key = `${connection} ${list}`;
    const known = this.#cursors.get(key);
    if (known) return known;
    const answer = JSON.parse(this.#referee.text(`{ here: ${list} { edges { cursor } } }`));
    const made = ((answer.data?.here?.edges ?? []) as { cursor: string }[]).map(({ cursor }) => cursor);
    this.#cursors.set(key, made);
    return made;
  }

  #rows(table: TypeName | 'fact'): readonly Row[] {
    return this.#referee.stored.past.get(table) ?? [];
  }

  #days(): string[] {
    const rows = typeNames.flatMap((type) => this.#rows(type));
    const bounds = rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => (/_(earliest|latest)$/.test(column) ? [String(value)] : [])),
    );
    return [...new Set(bounds)].filter((bound) => /^\d/.test(bound));
  }
}
