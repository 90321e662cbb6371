import type { ReactNode } from 'react';
import { formatCount, pluralize } from '../../ui/counts.ts';
import { formatTimeLeft } from './import-labels.ts';

/** Words for the phases that the desk reports of a running import. */
const phases: Readonly<Record<string, string>> = {
  waiting: 'waiting to start',
  checking: 'checking rows',
  writing: 'writing rows',
};

/** The texts of the list of imports and of the pages of an import, except for those of the mapping of columns. */
export const texts = {
  importNumber: (number: number) => `IM-${number}`,
  credibility: [
    '1 – confirmed by other sources',
    '2 – probably true',
    '3 – possibly true',
    '4 – doubtful',
    '5 – improbable',
    '6 – cannot be judged',
  ],
  list: {
    heading: 'Imports',
    newImport: 'New import',
    noFiles: 'Import without files',
    progress: (done: number, total: number) => `, ${formatCount(done)} of ${formatCount(total)} rows`,
    none: 'You have no imports yet',
    noneText:
      'An import turns the rows of a data set into a changeset. You can check each row before anything is written.',
    upload: 'Upload files',
    pages: 'Pages',
    newest: 'Newest imports',
    older: 'Older imports',
  },
  notFound: { heading: 'There is no such import', all: 'All imports' },
  newImport: {
    heading: 'New import',
    lead: 'An import turns a data set into a changeset. First, its rows are matched with the register, and you can check the result for each row. Nothing is written until you choose to write the changeset. The changeset is then submitted and reviewed.',
    notRecognized: 'The source could not be recognized',
    sources: 'Supported sources',
    sourcesLead:
      'Files are recognized by their columns, whatever their names are. You can also import a table of your own: you then map its columns to fields.',
    source: 'Source',
    covers: 'Period covered',
    files: 'Files',
    grade: 'Grade',
    terms: 'Terms',
  },
  upload: {
    choose: 'Choose files',
    hint: 'or drop them here. CSV or gzipped CSV, at most 50 MB per file. Upload all files of a source together.',
    label: 'Uploads of files',
    uploaded: '✓ uploaded',
    failed: (message: string) => `✕ ${message}`,
    progressOf: (file: string) => `Upload progress of ${file}`,
    stop: 'Stop upload',
    proceed: 'Continue with the uploaded files',
    unreachable: 'The desk cannot be reached. Check your connection and try again.',
    stopped: 'The upload was stopped.',
    unexpectedStatus: (status: number) => `The desk answered with status ${status}. Try again later.`,
  },
  steps: { label: 'Steps of the import', names: ['Files', 'Source', 'Check', 'Changeset'], done: ' (done)' },
  screen: {
    pageTitle: 'Import',
    untitled: 'Import',
    path: (importsLink: (words: string) => ReactNode, number: string) => (
      <>
        {importsLink('Imports')} · {number}
      </>
    ),
    startedBy: (person: string, moment: string) => `Started by ${person}, ${moment}`,
    notDone: 'The action failed',
    failed: 'The import failed',
    actionNeeded: 'Action needed',
    written: (bold: (words: string) => ReactNode, rows: number, changeset: ReactNode) => (
      <>
        {bold('Written.')} {pluralize(rows, 'row')} {rows === 1 ? 'was' : 'were'} written to {changeset}. The changeset
        is submitted and reviewed like any other.
      </>
    ),
    openChangeset: 'Open changeset',
    cancelled: 'This import was cancelled',
    expired: 'This import has expired',
    expires: (day: string) =>
      `If nobody works on this import until ${day}, its rows and files will be deleted. Its record remains.`,
    keeps: 'The files, mapping and rows of this import are kept, so that it can be repeated.',
    check: 'Check rows',
    checkAgain: 'Check again',
    answersSaved: (count: number) =>
      count === 1
        ? '1 answer saved. Check again to apply it.'
        : `${formatCount(count)} answers saved. Check again to apply them.`,
    result: 'Result of the import',
    preview: 'Preview of the import',
    soFar: 'The import is still running. These are the results so far.',
    downloadNotImported: 'Download rows that are not imported (CSV)',
    write: 'Write the changeset',
    willBeWritten: (rows: number, notWritten: number) =>
      `${pluralize(rows, 'row')} will be written.${
        notWritten > 0 ? ` ${pluralize(notWritten, 'row')} will not. The lists of rows above say why.` : ''
      }`,
    nothingNew: 'There is nothing new to write.',
    files: 'Files',
  },
  cancel: {
    open: 'Cancel import…',
    label: 'Cancel import',
    question:
      'The files and rows of the import will be deleted. If it has begun a changeset, that will be discarded. Cancel the import?',
    keep: 'Keep import',
  },
  progress: {
    noAnswer: (message: string) => ` ${message} The import does not depend on this page and is not affected.`,
    label: 'Progress of the import',
    rows: (rows: number, total: number) =>
      total > 0 ? `${formatCount(rows)} of ${pluralize(total, 'row')}` : pluralize(rows, 'row'),
    rate: (rowsPerSecond: number) => `${pluralize(Math.round(rowsPerSecond), 'row')} per second`,
    timeLeft: (seconds: number) => `${formatTimeLeft(seconds)} left`,
    phase: (phase: string) => phases[phase] ?? phase,
    canLeave: (figures: readonly string[]) =>
      `${figures.join(' · ')}. You can leave this page. The import continues in the background.`,
  },
  counts: {
    label: 'Rows by outcome',
    caption: 'Rows by type and outcome',
    type: 'Type',
    withoutFact: 'Rows without a fact',
    all: 'All rows',
  },
  rows: {
    heading: (outcome: string, plural: string | undefined) => (plural ? `${outcome}: ${plural}` : outcome),
    none: 'No rows to list',
    backToCounts: 'Back to the counts',
    pages: 'Pages of rows',
    first: 'First page of rows',
    next: 'Next rows',
    place: (line: number) => `line ${formatCount(line)}`,
    inColumn: (column: ReactNode) => <>, {column}</>,
    register: 'Register',
    file: 'File',
    becomes: 'becomes',
  },
  question: {
    answered: (person: ReactNode, fact: ReactNode) => (
      <>
        ✓ Answered by {person}: {fact}.
      </>
    ),
    unknownUser: 'an unknown user',
    newFact: 'a new fact',
    sameInRows: (rows: number) => `${pluralize(rows, 'row')} have this question. Your answer applies to all of them.`,
    whenApplied: 'The answer is applied when the import is checked again.',
    matches: (row: string) => `Possible matches for ${row}`,
    score: 'Match score from 0 to 100',
    choose: 'Choose',
    chooseLabel: (fact: string) => `Choose ${fact}`,
    createNew: 'Create new fact',
    anotherMatch: (row: string) => `Another match for ${row}`,
    searchHint: 'Search by name, code or id',
  },
  write: {
    title: 'Title of the changeset',
    reliability: 'Reliability of the source',
    reliabilityOption: (letter: string, meaning: string) => `${letter} – ${meaning}`,
    credibility: 'Credibility of the information',
    submit: 'Write the changeset',
  },
  files: {
    caption: 'Files',
    firstRows: (file: string) => `First rows of ${file}`,
    file: 'File',
    size: 'Size',
    recognizedAs: 'Recognized as',
    problem: (problem: string) => `✕ ${problem}`,
    notRecognized: 'not recognized',
    columns: 'Columns',
  },
  sourceChoice: {
    source: 'Source of the files',
    wrongSource: 'Change the source',
    choose: 'Choose a source',
    editMapping: 'Edit column mapping',
    mapOwnTable: 'Map the columns of your own table',
  },
  source: {
    heading: 'Source',
    mayBePublished: ' ○ may be published',
    mayNotBePublished: ' ● may not be published',
    title: 'Title',
    publisher: 'Publisher',
    version: 'Version',
    citedAs: 'Cited as',
    doi: (doi: string) => `doi:${doi}`,
    terms: 'Terms',
    covers: 'Period covered',
    grade: 'Grade',
    gradeHint: ' You can change the grade when you write the changeset.',
    contains: 'Contains',
    expected: (count: number, plural: string) => `${formatCount(count)} ${plural}`,
    fileSize: (rows: number, columns: number, notImported: number) =>
      `${rows > 0 ? `${pluralize(rows, 'row')}, ` : ''}${pluralize(columns, 'column')}${
        notImported > 0 ? `, ${formatCount(notImported)} of them not imported` : ''
      }`,
    columnsOf: (file: string) => `Columns of ${file}`,
    column: 'Column',
    means: 'Meaning',
    imported: 'Imported',
    yes: 'yes',
    no: (reason: string) => `no: ${reason}`,
  },
  matchRules: {
    summary: 'How rows are matched with the register',
    rules: [
      'An editor’s answer to a question applies to every later import of the same source, a contributor’s to that import only.',
      'A row with the same key as in an earlier import of the source matches the same fact.',
      'A code matches if exactly one fact of the type has it on the day that the source gives. If no fact has it on that day, it matches if only one fact ever had it.',
      'Exercises, events and agreements match by date, participants and name together.',
      'For other records, a name matches if exactly one fact has it. Capitals, accents and punctuation are ignored. If the name is only similar, or several facts have it, the row becomes a question.',
      'A link matches if it joins the same facts, is of the same kind, and the periods overlap or are not stated. Memberships with different periods do not match. Obligations from different sources never match.',
      'A fact that an earlier import of the source created is updated. If an editor has changed the same fields since, that is a conflict.',
      'A fact with other evidence is cited and not changed, but if a link has no period, the period is added. If other values differ from those of the file, that is a conflict. A different title alone is no conflict.',
    ],
  },
} as const;
