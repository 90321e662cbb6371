// Facts of every type whose text fields each contain a unique word. A response that contains the word shows that field.
import type { CiteOperation, CreateOperation, Operation } from '@chancery/changesets';
import {
  concreteTypesOf,
  type FactTypeName,
  type Field,
  type FieldKind,
  type FieldValue,
  factTypeNames,
  fieldsOf,
  newId,
  type TypeName,
  typeOf,
  type Values,
  valuesOf,
} from '@chancery/codebook';
import { cite, create } from './operations.ts';

/** Facts of every type, and the words that identify their fields. */
export interface MarkedFacts {
  /** The text with which every word starts. */
  readonly mark: string;
  readonly operations: readonly Operation[];
  /** The ids of the facts by type: two for record types, one for link types. */
  readonly ids: ReadonlyMap<FactTypeName, readonly string[]>;
  /** Ids of the citations. */
  readonly citations: readonly string[];
  /** The words by field, such as `State.name`. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Returns facts of every type, each with all fields filled and with a citation. Words start with `mark`; a field that
 * allows no letters has a word in hexadecimal digits. Links point at the facts of `among` if given, otherwise at the
 * new facts.
 */
export function markedFacts(mark: string, among?: MarkedFacts): MarkedFacts {
  const words = new Map<string, string>();
  const ids = new Map(factTypeNames.map((type) => [type, idsFor(type)] as const));
  const valuesFor = (type: TypeName, at: number) =>
    fill(type, { mark, words, targets: among?.ids ?? ids, at: among ? at + 1 : at });
  const creations = factTypeNames.flatMap((type) =>
    (ids.get(type) ?? []).map(
      (fact, at): CreateOperation =>
        create(type, valuesOfFact(type, valuesFor(type, at)), {
          fact,
          waivers: { '*': `${mark}Waiver made up for a test` },
        }),
    ),
  );
  const citations = creations.map(({ fact }, at): CiteOperation => {
    const values = valuesFor('Citation', at);
    return cite(fact, String(values.source), { ...values, fact, field: 'note', credibility: 3, modality: 'ASSERTED' });
  });
  // The field of a citation must be a field of its fact, so it has no unique word.
  words.delete('Citation.field');
  return {
    mark,
    operations: [...creations, ...citations],
    ids,
    citations: citations.map(({ citation }) => citation),
    words,
  };
}

// Two of each record type, for links between two records of one type.
const idsFor = (type: FactTypeName) =>
  typeOf(type).category === 'record' ? [newId(type), newId(type)] : [newId(type)];

interface FillOptions {
  readonly mark: string;
  readonly words: Map<string, string>;
  readonly targets: ReadonlyMap<FactTypeName, readonly string[]>;
  readonly at: number;
}

function fill(type: TypeName, { mark, words, targets, at }: FillOptions): Values {
  let links = 0;
  return Object.fromEntries(
    Object.entries(fieldsOf(type)).flatMap(([name, field]): [string, FieldValue][] => {
      if (field.kind === 'link') {
        links += 1;
        const id = targetOf(field, targets, links + at);
        return id === undefined ? [] : [[name, id]];
      }
      const word = `${mark}${type}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const value = samples[field.kind](word, field);
      const written = JSON.stringify(value);
      if (written.includes(word)) words.set(`${type}.${name}`, word);
      else if (written.includes(hex(word))) words.set(`${type}.${name}`, hex(word));
      return [[name, value]];
    }),
  );
}

function targetOf(field: Field, targets: FillOptions['targets'], turn: number): string | undefined {
  const ids = concreteTypesOf(field.target ?? '').flatMap((type) => targets.get(type) ?? []);
  return ids[turn % ids.length];
}

/** Adjusts values that fit their fields but break an editorial rule or a constraint. */
function valuesOfFact(type: FactTypeName, values: Values): Values {
  if (type === 'Place') return { ...values, placeType: 'FACILITY' };
  // The citations assert, and an asserted source allows REPORTED.
  if (type === 'Claim') return { ...values, modality: 'REPORTED' };
  return values;
}

const date = (word: string) => ({ edtf: '2019-07', note: word });

const samples: Record<Exclude<FieldKind, 'link'>, (word: string, field: Field) => FieldValue> = {
  text: (word) => word,
  longText: (word) => `${word}\nand more`,
  code: (word, { pattern }) => matching(word, pattern),
  url: (word) => `https://example.org/${word}`,
  name: (word) => ({ text: word, language: 'en' }),
  uncertainDate: date,
  integer: (_word, { min = 3 }) => min,
  number: (_word, { min = 3 }) => min,
  boolean: () => true,
  oneOf: (_word, { list }) => (list ? valuesOf(list)[0] : undefined) ?? null,
  manyOf: (_word, { list }) => (list ? valuesOf(list).slice(0, 1) : null),
  point: () => ({ latitude: 35.5, longitude: 51.5 }),
};

/** Returns 64 hexadecimal digits that encode the first 32 bytes of a word. */
const hex = (word: string) => Buffer.from(word.padEnd(32, '.')).toString('hex').slice(0, 64);

function matching(word: string, pattern: RegExp | undefined): string {
  const lower = word.toLowerCase();
  const forms = [
    word,
    word.toUpperCase().replace(/[^A-Z0-9_]/g, '_'),
    `10.5555/${word}`,
    `${lower.slice(0, 2)}-${lower.slice(2, 10)}`,
    '0311',
    hex(word),
  ];
  const found = forms.find((form) => pattern?.test(form) ?? true);
  if (found === undefined) throw new Error(`no sample matches ${pattern}; add one to “forms”`);
  return found;
}
