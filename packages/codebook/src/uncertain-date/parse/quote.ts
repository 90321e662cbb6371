/** The text in quotation marks, cut to a length that fits a sentence, with nothing invisible left in it. */
export function quote(text: string): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
  const short = [...visible].length > 40 ? `${[...visible].slice(0, 39).join('')}…` : visible;
  return `“${short}”`;
}
