/** The local storage key of the color scheme. Mantine uses the same key, so the desk and the public pages share it. */
export const schemeKey = 'mantine-color-scheme-value';
/** The attribute of the document element with the scheme that is in effect: `light` or `dark`. */
export const schemeAttribute = 'data-mantine-color-scheme';

/** The color schemes that a reader can choose, in the order in which the button cycles through them. */
export const schemes = ['auto', 'light', 'dark'] as const;
/** A color scheme. `auto` follows the system. */
export type Scheme = (typeof schemes)[number];

/** The media queries of the schemes that a system can prefer. */
export const schemeQueries = {
  light: '(prefers-color-scheme: light)',
  dark: '(prefers-color-scheme: dark)',
} as const;

/**
 * A script for the document head: sets the scheme before the first paint, and follows the system if none is chosen.
 * Reading local storage throws if the browser blocks it; the script then follows the system too.
 */
export const schemeScript = `(()=>{const m=matchMedia('${schemeQueries.dark}');const set=()=>{let s=null;try{s=localStorage.getItem('${schemeKey}')}catch{}document.documentElement.setAttribute('${schemeAttribute}',s==='light'||s==='dark'?s:m.matches?'dark':'light')};set();m.addEventListener('change',set)})()`;
