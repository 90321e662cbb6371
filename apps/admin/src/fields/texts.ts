/** The texts of the displays and controls of all field kinds. Labels and descriptions of fields are in the codebook. */
export const texts = {
  dateNotStated: 'date not stated',
  /** Shown for an operation that sets no value. */
  noValue: 'nothing recorded',
  boolean: { yes: 'Yes', no: 'No' },
  /** The choice of no value in a list of choices. */
  noChoice: '–',
  manyOf: { choose: 'Choose' },
  name: {
    language: 'Language (BCP 47)',
    languageExample: 'en',
    incomplete: 'Enter the name and its language code, such as en, fa or ar.',
  },
  number: {
    notNumber: 'Enter a number, such as 1200 or 3.5.',
    notInteger: 'Enter a whole number, such as 1200.',
  },
  point: {
    north: 'Degrees north',
    east: 'Degrees east',
    notDegrees: 'Enter degrees as a number, such as 35.7.',
    incomplete: 'Enter both degrees north and degrees east.',
    display: (latitude: number, longitude: number, degrees: (value: number) => string) =>
      `${degrees(Math.abs(latitude))}° ${latitude < 0 ? 'S' : 'N'}, ${degrees(Math.abs(longitude))}° ${longitude < 0 ? 'W' : 'E'}`,
  },
  uncertainDate: {
    examples: '2 September 2019, autumn 2019, c. 2016, 2001 to 2010',
    basis: 'Basis of the date',
    note: 'Note',
    details: (basis: string, note: string | undefined) => (note ? `${basis}: ${note}` : basis),
    reading: (words: string, span: string) => `${words}: ${span}`,
  },
  url: { example: 'https://' },
} as const;
