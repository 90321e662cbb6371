import { recordType } from '../define-type.ts';
import { boolean, code, inverse, link, longText, oneOf, text, uncertainDate, url } from '../field.ts';
import { reliability } from '../value-lists/evidence.ts';
import { republication, sourceType } from '../value-lists/sources.ts';

export const source = recordType('Source', {
  singular: 'source',
  plural: 'sources',
  one: 'source',
  many: 'sources',
  prefix: 'src',
  description: 'Where something is said: an article, a treaty text, a data set, a speech. Its fields follow CSL-JSON.',
  labelled: 'name',
  listed: ['sourceType', 'authors', 'issued', 'publisher', 'reliability', 'independenceGroup'],
  fields: {
    name: text('Cited as', 'The short name by which editors cite it, such as “Tazmini 2019”.', { required: true, filterable: true, sortable: true }),
    sourceType: oneOf(sourceType, 'Type', 'What kind of source it is.', { required: true, filterable: true, sortable: true }),
    title: text('Title', 'Its title as printed.', { filterable: true, sortable: true }),
    authors: text('Authors', 'Its authors as printed, separated by semicolons.', { filterable: true }),
    issued: uncertainDate('Issued', 'When it was issued.', { filterable: true, sortable: true }),
    publisher: text('Publisher', 'Who published it.', { filterable: true }),
    containerTitle: text('Published in', 'The journal, newspaper or site in which it appeared.', { filterable: true }),
    url: url('Address', 'Where it can be read.'),
    doi: code('DOI', 'Its digital object identifier.', { filterable: true, pattern: /^10\.\d{4,9}\/\S+$/ }),
    language: code('Language', 'The language in which it is written (BCP 47).', { filterable: true, pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/ }),
    reliability: oneOf(reliability, 'Reliability', 'Admiralty grade of the source, A to F.', { required: true, filterable: true, sortable: true }),
    reliabilityJudged: uncertainDate('Judged', 'When its reliability was judged.'),
    reliabilityNote: longText('Reasons for the grade', 'Why it was graded so.'),
    independenceGroup: text('Independence group', 'Sources of one origin share a group and count once: pieces by one author, syndicated copies, pull-quotes.', { required: true, filterable: true, sortable: true }),
    keptCurrent: boolean('Kept current', 'Whether it is kept up to date, as a membership list on a web site is: reading it attests what it says on the day of reading, not on the day of issue.', { filterable: true }),
    derivedFrom: link('Source', 'Derived from', 'The source on which it draws.', { filterable: true, inverse: inverse('derivatives', 'Derivatives', 'The sources that draw on it.') }),
    licence: text('Licence', 'The terms under which it may be used.', { filterable: true }),
    republication: oneOf(republication, 'Republication', 'Whether the facts of its import batches may be shown to everybody; where nothing is said they are.', { filterable: true }),
    archivedText: longText('Archived text', 'The text as archived by the desk; held back from the public for the sake of copyright.', { deskOnly: true }),
    archivedHash: code('Archived hash', 'SHA-256 of the archived copy, in hexadecimal.', { pattern: /^[0-9a-f]{64}$/ }),
  },
  chronology: [['issued', 'reliabilityJudged']],
});
