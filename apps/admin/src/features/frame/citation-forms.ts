import { texts } from './texts.tsx';

/** A page to cite. */
export interface CitedPage {
  readonly title: string;
  /** The id of the fact, or the ids of the facts, that the page is about; undefined for other pages. */
  readonly id: string | undefined;
  /** The day (YYYY-MM-DD) on which the page reads spells; undefined if it depends on no day. */
  readonly day: string | undefined;
  /** The permanent address. */
  readonly url: string;
  readonly revision: { readonly number: number; readonly at: string };
}

/**
 * Formats the citation of a page: `“Iran” (st_…). Chancery, revision 9 of 2 September 2019, as of 1 March 2016.`,
 * followed by its address.
 */
export function citationText({ title, id, day, url, revision }: CitedPage): string {
  return texts.cite.text(title, id, revision.number, revision.at, day, url);
}

/** Formats the citation of a page as a BibTeX entry. Year and month are those of the revision. */
export function bibtexEntry({ title, id, day, url, revision }: CitedPage): string {
  const [year, month] = revision.at.split('-');
  return `@misc{chancery-r${revision.number}-${id?.replaceAll(' ', '-') ?? keyOf(title)},
  title = {${escapeTex(title)}},
  howpublished = {Chancery},
  note = {${escapeTex(texts.cite.note(id, revision.number, revision.at, day))}},
  year = {${year}},
  month = {${Number(month)}},
  url = {${url}},
}`;
}

function keyOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.slice(0, 4).join('-') ?? 'page';
}

const special = /[\\{}&%$#_]/g;
function escapeTex(text: string): string {
  return text.replace(special, (sign) => (sign === '\\' ? '\\textbackslash{}' : `\\${sign}`));
}
