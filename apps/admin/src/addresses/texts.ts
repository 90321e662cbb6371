/** What is wrong with the address of a page, and what to give instead. `name` is that of a search parameter. */
export const texts = {
  unknownName: (name: string, known: readonly string[]) =>
    known.length === 0
      ? `${name}: this page has no parameters.`
      : `${name}: this page has no such parameter. Its parameters are ${known.join(', ')}.`,
  repeated: (name: string) => `${name}: the address gives this more than once. Give it once.`,
  wrong: (name: string, value: string, problem: string) => `${name}: “${value}” ${problem}`,
  notRevision: 'is not the number of a revision. Give a whole number from 1.',
  notFactId: 'is not the id of a fact.',
  notDay: 'is not a day. Give a day as YYYY-MM-DD, such as 2019-09-02.',
  notYearOrDay: 'is not a year or a day. Give a year such as 2019 or a day such as 2019-09-02.',
  notNumber: 'is not a number.',
  notInteger: 'is not a whole number between −2,147,483,648 and 2,147,483,647.',
  notListed: (values: readonly string[]) => `is not one of the values here. Give ${oneOf(values)}.`,
  tooLong: (limit: number) => `is too long. Give at most ${limit} characters.`,
  bothPages: 'after, before: a page starts after one place or ends before another. Give one of the two.',
} as const;

function oneOf(values: readonly string[]): string {
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : (values[0] ?? '');
}
