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
  description: 'A publication that can be cited: an article, a treaty text, a data set, a speech. The fields follow CSL-JSON.',
  labelTemplate: 'name',
  listedFields: ['sourceType', 'authors', 'issued', 'publisher', 'reliability', 'independenceGroup'],
  fields: {
    name: text('Cited as', 'The short name for citations, such as “Tazmini 2019”.', { required: true, filterable: true, sortable: true, isName: true }),
    sourceType: oneOf(sourceType, 'Type', 'The kind of source.', { required: true, filterable: true, sortable: true }),
    title: text('Title', 'The title as printed.', { filterable: true, sortable: true, isName: true }),
    authors: text('Authors', 'The authors as printed, separated by semicolons.', { filterable: true }),
    issued: uncertainDate('Issued', 'The date of publication.', { filterable: true, sortable: true }),
    publisher: text('Publisher', 'The publisher of the source.', { filterable: true }),
    containerTitle: text('Published in', 'The journal, newspaper or web site in which the source appeared.', { filterable: true }),
    url: url('Web address', 'A web address of the source.'),
    doi: code('DOI', 'The digital object identifier of the source.', { filterable: true, pattern: /^10\.\d{4,9}\/\S+$/ }),
    language: code('Language', 'The language of the source (BCP 47).', { filterable: true, pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/ }),
    reliability: oneOf(reliability, 'Reliability', 'Admiralty grade of the source, A to F.', { required: true, filterable: true, sortable: true }),
    reliabilityJudged: uncertainDate('Reliability graded', 'The date on which the reliability was graded.'),
    reliabilityNote: longText('Reasons for the grade', 'The reasons for the grade of reliability.'),
    independenceGroup: text('Independence group', 'Sources with the same origin share a group and count once: articles by one author, syndicated copies, quotations.', { required: true, filterable: true, sortable: true }),
    keptCurrent: boolean('Kept current', 'Whether the source is kept up to date, such as a membership list on a web site. Its content is then attested on the day of retrieval, not of publication.', { filterable: true }),
    derivedFrom: link('Source', 'Derived from', 'The source that this one is based on.', { filterable: true, inverse: inverse('derivatives', 'Derivatives', 'The sources that are based on this one.') }),
    licence: text('Licence', 'The terms under which the source may be used.', { filterable: true }),
    republication: oneOf(republication, 'Republication', 'Whether facts that were imported from the source may be shown to the public; if empty, they are shown.', { filterable: true }),
    archivedText: longText('Archived text', 'The text as archived by the editors. It is not public because of copyright.', { deskOnly: true }),
    archivedHash: code('Archived hash', 'SHA-256 of the archived copy, in hexadecimal.', { pattern: /^[0-9a-f]{64}$/ }),
  },
  chronology: [['issued', 'reliabilityJudged']],
});
