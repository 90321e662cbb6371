import type { ReactNode } from 'react';
import { formatCount, pluralize } from '../../ui/counts.ts';
import { formatTimeLeft } from './import-labels.ts';

/** What a running import does, by the phase that the desk reports. */
const phases: Readonly<Record<string, string>> = { waiting: 'waiting', checking: 'checking', writing: 'writing' };

/** The texts of the list of imports and of the pages of an import. The mapping of columns has texts of its own. */
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
    noFiles: 'No files',
    progress: (done: number, total: number) => `, ${formatCount(done)} of ${formatCount(total)} rows`,
    none: 'No imports yet',
    noneText:
      'An import turns the rows of a data set into a changeset. You can check each row before anything is written.',
    upload: 'Upload files',
    pages: 'Pages',
    newest: 'Newest',
    older: 'Older',
  },
  notFound: { heading: 'There is no such import', all: 'All imports' },
  newImport: {
    heading: 'New import',
    lead: 'An import turns a data set into a changeset. The files are read and matched with the register, and you check the result row by row. Nothing is written until you choose to write the changeset, which is then submitted and reviewed.',
    notRecognised: 'Not recognised',
    sources: 'Supported sources',
    sourcesLead:
      'Files are recognised by their columns, whatever their names. For a table of your own, you map its columns yourself.',
    source: 'Source',
    covers: 'Period covered',
    files: 'Files',
    grade: 'Grade',
    terms: 'Terms',
  },
  upload: {
    choose: 'Choose files',
    hint: 'or drop them here. CSV or gzipped CSV, at most 50 MB per file. Upload all files of a source together.',
    label: 'Uploads',
    uploaded: '✓ uploaded',
    failed: (message: string) => `✕ ${message}`,
    progressOf: (file: string) => `Upload progress of ${file}`,
    stop: 'Stop upload',
    proceed: 'Continue with the uploaded files',
    unreachable: 'The desk cannot be reached. Try again in a few seconds.',
    stopped: 'Upload stopped.',
    unexpectedStatus: (status: number) => `The desk answered with status ${status}. Try again later.`,
  },
  steps: { label: 'Steps', names: ['Files', 'Source', 'Check', 'Changeset'], done: ' (done)' },
  screen: {
    pageTitle: 'Import',
    untitled: 'Import',
    path: (importsLink: (words: string) => ReactNode, number: string) => (
      <>
        {importsLink('Imports')} · {number}
      </>
    ),
    startedBy: (person: string, moment: string) => `Started by ${person}, ${moment}`,
    notDone: 'Not done',
    failed: 'The import failed',
    actionNeeded: 'Action needed',
    written: (bold: (words: string) => ReactNode, rows: number, changeset: ReactNode) => (
      <>
        {bold('Written.')} {pluralize(rows, 'row')} {rows === 1 ? 'was' : 'were'} written to {changeset}. The changeset
        is submitted and reviewed like any other.
      </>
    ),
    openChangeset: 'Open changeset',
    cancelled: 'Cancelled',
    check: 'Check',
    checkAgain: 'Check again',
    answersSaved: (count: number) =>
      count === 1
        ? '1 answer saved. Check again to apply it.'
        : `${formatCount(count)} answers saved. Check again to apply them.`,
    result: 'Result of the import',
    preview: 'Preview of the import',
    soFar: 'The results so far.',
    downloadNotImported: 'Download rows that are not imported (CSV)',
    write: 'Write the changeset',
    willBeWritten: (rows: number, notWritten: number) =>
      `${pluralize(rows, 'row')} will be written.${
        notWritten > 0 ? ` ${formatCount(notWritten)} will not. The lists of rows above say why.` : ''
      }`,
    nothingNew: 'There is nothing new to write.',
    files: 'Files',
  },
  cancel: {
    open: 'Cancel import…',
    label: 'Cancel import',
    question:
      'The files and rows of the import will be deleted, and the changeset that it has begun will be discarded. Cancel the import?',
    keep: 'Keep import',
  },
  progress: {
    noAnswer: (message: string) => ` ${message} The import does not depend on this page.`,
    label: 'Rows read',
    rows: (rows: number, total: number) =>
      total > 0 ? `${formatCount(rows)} of ${formatCount(total)} rows` : `${formatCount(rows)} rows`,
    rate: (rowsPerSecond: number) => `${formatCount(Math.round(rowsPerSecond))} per second`,
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
    all: 'All',
  },
  rows: {
    heading: (outcome: string, plural: string | undefined) => (plural ? `${outcome}: ${plural}` : outcome),
    none: 'No rows',
    backToCounts: 'Back to the counts',
    pages: 'Pages of rows',
    first: 'First rows',
    next: 'Next rows',
    place: (line: number) => `line ${formatCount(line)}`,
    inColumn: (column: ReactNode) => <>, {column}</>,
    register: 'register',
    file: 'file',
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
    whenApplied: 'The answer applies from the next check.',
    matches: (row: string) => `Possible matches for ${row}`,
    score: 'Match score from 0 to 100',
    choose: 'Choose',
    chooseLabel: (fact: string) => `Choose ${fact}`,
    createNew: 'Create new',
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
    recognisedAs: 'Recognised as',
    problem: (problem: string) => `✕ ${problem}`,
    notRecognised: 'not recognised yet',
    columns: 'Columns',
  },
  sourceChoice: {
    source: 'Source of the files',
    wrongSource: 'Wrong source?',
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
    gradeHint: ' The grade can be changed when the changeset is written.',
    contains: 'Contains',
    expected: (count: number, plural: string) => `${formatCount(count)} ${plural}`,
    fileSize: (rows: number, columns: number, notImported: number) =>
      `${rows > 0 ? `${pluralize(rows, 'row')}, ` : ''}${pluralize(columns, 'column')}${
        notImported > 0 ? `, ${formatCount(notImported)} not imported` : ''
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
      'An editor’s answer applies to every later import of the same source.',
      'A row with the same key as in an earlier import of the source matches the same fact.',
      'A code matches if exactly one fact of the type has it on the day that the source gives or, if none has it on that day, if only one fact ever had it.',
      'Exercises, events and agreements match by date, participants and name together.',
      'For other records a name matches if exactly one fact has it. Capitals, accents and punctuation are ignored. A name that is only similar becomes a question.',
      'A link matches if it joins the same facts, is of the same kind, and the periods overlap or are not stated. Obligations from different sources never match.',
      'A fact that an earlier import of the source created is updated, unless an editor has changed the same fields since: that is a conflict.',
      'A fact with other evidence is cited and not changed, except that a missing period of a link is added. If its values differ from those of the file, that is a conflict.',
    ],
  },
} as const;
