import { type Category, factTypeNames, typeOf } from '@chancery/codebook';

/**
 * Returns the text of the queries for the counts on the home page: `RecordCensus` counts the records of each type,
 * `LinkCensus` the links of each type.
 */
export function buildCountDocuments(): string {
  return ['RecordCensus', 'LinkCensus'].map((name, at) => census(name, at === 0 ? 'record' : 'link')).join('\n');
}

function census(name: string, category: Category): string {
  const counted = factTypeNames.filter((type) => typeOf(type).category === category);
  return `query ${name} {\n${counted.map((type) => `  ${typeOf(type).many} { totalCount }`).join('\n')}\n}`;
}
