/** Returns the text in quotation marks for use in a message: at most 40 characters, invisible ones replaced. */
export function quote(text: string): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
  const short = [...visible].length > 40 ? `${[...visible].slice(0, 39).join('')}…` : visible;
  return `“${short}”`;
}
