import { texts } from './texts.tsx';

/** A page to cite: its title, its permanent address, and the number and moment of its revision. */
export interface CitedPage {
  readonly title: string;
  readonly url: string;
  readonly revision: { readonly number: number; readonly at?: string };
}

/** Formats the citation of a page: `“Iran.” Chancery, revision 9, 2 September 2019.`, followed by its address. */
export function citationText({ title, url, revision }: CitedPage): string {
  return texts.cite.text(title, revision.number, revision.at, url);
}

/**
 * Formats the citation of a page as a BibTeX entry. The year is that of the revision, and is left out if it is not
 * known.
 */
export function bibtexEntry({ title, url, revision }: CitedPage): string {
  const year = revision.at ? `  year = {${revision.at.slice(0, 4)}},\n` : '';
  return `@misc{chancery-r${revision.number}-${keyOf(title)},
  title = {${escapeTex(title)}},
  howpublished = {Chancery},
  note = {Revision ${revision.number}},
${year}  url = {${url}},
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
