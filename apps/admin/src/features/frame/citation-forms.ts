import { dayWords } from '../../ui/moment.ts';

/** What is needed to cite a page. */
export interface Cited {
  readonly title: string;
  readonly url: string;
  readonly revision: { readonly number: number; readonly at?: string };
}

/** A citation as running text. */
export function citationText({ title, url, revision }: Cited): string {
  const dated = revision.at ? `, ${dayWords(revision.at)}` : '';
  return `“${title}.” Chancery, revision ${revision.number}${dated}. ${url}`;
}

/** The same for BibTeX. */
export function bibtex({ title, url, revision }: Cited): string {
  const year = revision.at ? `  year = {${revision.at.slice(0, 4)}},\n` : '';
  return `@misc{chancery-r${revision.number}-${keyOf(title)},
  title = {${escaped(title)}},
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
function escaped(text: string): string {
  return text.replace(special, (sign) => (sign === '\\' ? '\\textbackslash{}' : `\\${sign}`));
}
