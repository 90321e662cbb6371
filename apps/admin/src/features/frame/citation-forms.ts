import { dayWords } from '../../ui/moment.ts';

/** The data of a page for citing it. */
export interface CitedPage {
  readonly title: string;
  readonly url: string;
  readonly revision: { readonly number: number; readonly at?: string };
}

/** Formats a citation as text. */
export function citationText({ title, url, revision }: CitedPage): string {
  const dated = revision.at ? `, ${dayWords(revision.at)}` : '';
  return `“${title}.” Chancery, revision ${revision.number}${dated}. ${url}`;
}

/** Formats a citation as a BibTeX entry. */
export function bibtex({ title, url, revision }: CitedPage): string {
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
