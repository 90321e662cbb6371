/** The texts of the displays and controls of all field kinds. Labels and descriptions of fields are in the codebook. */
export const texts = {
  dateNotStated: 'date not stated',
  /** Shown in place of a value that is null: the field has none, or the operation clears it. */
  noValue: 'no value',
  boolean: { yes: 'Yes', no: 'No' },
  /** The option of a select that leaves the field without a value. */
  noChoice: 'No value',
  manyOf: { choose: 'Choose values' },
  name: {
    language: 'Language code (BCP 47)',
    languageExample: 'en',
    incomplete: 'Enter the name and its language code, such as en, fa or ar.',
  },
  number: {
    notNumber: 'Enter a number, such as 1200 or 3.5.',
    notInteger: 'Enter a whole number, such as 1200.',
    ambiguousComma: 'The comma may separate thousands or decimals. Write 1200 for thousands or 1.2 for decimals.',
  },
  point: {
    north: 'Latitude in degrees north',
    east: 'Longitude in degrees east',
    notDegrees: 'Enter degrees as a number, such as 35.7.',
    incomplete: 'Enter both the latitude and the longitude.',
    display: (latitude: number, longitude: number, degrees: (value: number) => string) =>
      `${degrees(Math.abs(latitude))}° ${latitude < 0 ? 'S' : 'N'}, ${degrees(Math.abs(longitude))}° ${longitude < 0 ? 'W' : 'E'}`,
  },
  uncertainDate: {
    examples: '2 September 2019, autumn 2019, c. 2016, 2001 to 2010',
    basis: 'Basis of the date',
    note: 'Note on the date',
    details: (basis: string, note: string | undefined) => (note ? `${basis}: ${note}` : basis),
    explanation: (words: string, span: string) => `${words}: ${span}`,
  },
  url: { example: 'https://' },
} as const;
