/** Returns a text in quotation marks for a message, cut to 40 characters and with invisible characters replaced. */
export function quote(text: string): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
  const short = [...visible].length > 40 ? `${[...visible].slice(0, 39).join('')}…` : visible;
  return `“${short}”`;
}
