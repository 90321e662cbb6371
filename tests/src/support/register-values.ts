// Values that occur in a register, for random operations that find something.
import { fieldsOf, isFactField, snakeCase, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import type { Referee } from '../referee/referee.ts';
import type { Row } from '../referee/stored.ts';
import type { Random } from './random.ts';

/**
 * Picks random inputs for queries from the current and past values of a register: ids, codes, days and texts, sometimes
 * invalid ones. Also lists values and cursors.
 */
export class RegisterValues {
  readonly #referee: Referee;
  readonly #columns = new Map<string, readonly unknown[]>();
  readonly #cursors = new Map<string, readonly string[]>();

  constructor(referee: Referee) {
    this.#referee = referee;
  }

  /** The latest revision. */
  get head(): number {
    return this.#referee.stored.head.number;
  }

  /** Returns the id of a current or past fact or citation, sometimes one that never existed or is malformed. */
  id(random: Random, type?: TypeName): string {
    if (random.chance(0.05)) return random.pick(['', 'st_01kdvdnjsme00rbejb09be8bf3', 'x', '5', 'a\u0000b', '%']);
    const from = type ?? (random.chance(0.2) ? 'Citation' : random.pick(typeNames));
    return String(random.pickIfAny(this.values(from, 'id')) ?? 'none');
  }

  /** Returns the id of an actor, preferably one with many links. */
  actor(random: Random): string {
    const ids = this.values(random.chance(0.7) ? 'State' : 'Organization', 'id')
      .map(String)
      .sort();
    return random.chance(0.7) ? random.pick(ids.slice(0, 4)) : random.pick(ids);
  }

  /** Returns a current or past code and its scheme, most often of a fact of the given types. */
  code(random: Random, of: readonly TypeName[]): { code: string; scheme: string } {
    const prefixes = of.map((type) => typeOf(type).prefix);
    const rows = this.#rows('ExternalCode');
    const fitting = rows.filter(({ of_id }) => prefixes.includes(String(of_id).split('_')[0] ?? ''));
    const row = random.pickIfAny(random.chance(0.8) && fitting.length > 0 ? fitting : rows);
    return { code: String(row?.value ?? 'RUS'), scheme: String(row?.scheme ?? 'ISO_A3') };
  }

  /** Returns the distinct values that a field has or had in the register, without empty ones. */
  values(type: TypeName, field: string): readonly unknown[] {
    const key = `${type}.${field}`;
    const cached = this.#columns.get(key);
    if (cached) return cached;
    const definition = fieldsOf(type)[field];
    const suffix = definition?.kind === 'link' ? '_id' : definition?.kind === 'name' ? '_text' : '';
    const rows = type !== 'Citation' && isFactField(field) ? this.#rows('fact') : this.#rows(type);
    const occurring = rows.flatMap((row) => {
      const value = row[snakeCase(field) + suffix] ?? null;
      return value === null ? [] : [value].flat();
    });
    const distinct = [...new Set(occurring)];
    this.#columns.set(key, distinct);
    return distinct;
  }

  /** Returns a bound of a date in the register, or another day. */
  day(random: Random): string {
    const bounds = this.#columns.get('days') ?? this.#days();
    this.#columns.set('days', bounds);
    return random.chance(0.7)
      ? String(random.pick(bounds))
      : random.pick(['2019-07-01', '2026-11-23', '2026-01-05', '0001-01-01', '9999-12-31', '2020-02-29']);
  }

  /** Returns the moment of a revision, or one before or after it. */
  moment(random: Random): string {
    const { at } = random.pick(this.#referee.stored.revisions);
    const time = Date.parse(at) + random.pick([0, 0, 1, -1, 86_400_000, -86_400_000_000]);
    return new Date(time).toISOString();
  }

  /** Returns one of the texts `from`, a part of one, or another text that a user might search for. */
  text(random: Random, from: readonly unknown[]): string {
    const text = String(random.pickIfAny(from) ?? 'Treaty');
    const characters = [...text];
    const start = random.below(characters.length);
    const part = characters.slice(start, start + random.between(1, 7)).join('');
    const words = text.split(' ').toReversed().join(' the ');
    const misspelt = characters.toSpliced(start, 1).join('');
    return random.pick([
      ...[text, part, part, part.toUpperCase(), part.toLowerCase(), ` ${part} `, '', '%', '_', 'zzz'],
      ...[words, words, misspelt],
    ]);
  }

  /** Returns the cursors of a connection at the head. `list` is its root field with arguments. */
  cursors(connection: string, list: string): readonly string[] {
    const key = `${connection} ${list}`;
    const cached = this.#cursors.get(key);
    if (cached) return cached;
    const answer = JSON.parse(this.#referee.text(`{ here: ${list} { edges { cursor } } }`));
    const distinct = ((answer.data?.here?.edges ?? []) as { cursor: string }[]).map(({ cursor }) => cursor);
    this.#cursors.set(key, distinct);
    return distinct;
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
