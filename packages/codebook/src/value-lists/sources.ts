import { valueList } from '../value-list.ts';

export const republication = valueList('Republication', 'Whether data imported from a source may be shown to the public.', {
  ALLOWED: ['Allowed', 'The terms of the source allow it.'],
  WITHHELD: ['Withheld', 'The terms of the source do not allow it or are not known. Imported facts are shown at the desk only, unless an administrator decides to publish them.'],
});

export const sourceType = valueList('SourceType', 'The kind of source, after the item types of CSL-JSON.', {
  ARTICLE: ['Article', 'An article of an unknown kind.'],
  ARTICLE_JOURNAL: ['Journal article', 'An article in a scholarly journal.'],
  ARTICLE_MAGAZINE: ['Magazine article', 'An article in a magazine.'],
  ARTICLE_NEWSPAPER: ['News article', 'An article in a newspaper or on a news site.'],
  BOOK: ['Book', 'A book.'],
  CHAPTER: ['Chapter', 'A chapter of a book.'],
  DATASET: ['Data set', 'A published data set.'],
  BROADCAST: ['Broadcast', 'A radio or television programme.'],
  LEGAL_CASE: ['Judgment', 'A decision of a court or tribunal.'],
  LEGISLATION: ['Legislation', 'A law, constitution, decree or resolution.'],
  POST: ['Post', 'A post on a social network or forum.'],
  PRESS_RELEASE: ['Press release', 'A statement issued to the press.'],
  REPORT: ['Report', 'A report of a public body, institute or company.'],
  SPEECH: ['Speech', 'A speech or statement made in public.'],
  TREATY: ['Treaty', 'The text of a treaty or other instrument.'],
  WEBPAGE: ['Web page', 'A page on a web site.'],
});
