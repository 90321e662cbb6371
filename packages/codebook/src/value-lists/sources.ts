import { valueList } from '../value-list.ts';

export const republication = valueList('Republication', 'Whether what comes from a source as a data set may be shown to everybody.', {
  ALLOWED: ['Allowed', 'Its terms allow that what it says is shown to everybody.'],
  WITHHELD: ['Withheld', 'Its terms do not allow it, or are not known: what is brought in from it is for the desk alone, unless the desk’s owner says otherwise.'],
});

export const sourceType = valueList('SourceType', 'What kind of source it is, after the item types of CSL-JSON.', {
  ARTICLE: ['Article', 'A text of which only the fact that it is an article is known.'],
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
