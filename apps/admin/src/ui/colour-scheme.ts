/** Where the chosen colour scheme is kept: the key that Mantine reads too, so that desk and public pages agree. */
export const schemeKey = 'mantine-color-scheme-value';
export const schemeAttribute = 'data-mantine-color-scheme';

export const schemes = ['auto', 'light', 'dark'] as const;
/** Light, dark, or as the system says. */
export type Scheme = (typeof schemes)[number];

/**
 * A script for the head: sets the scheme before anything is painted, and follows the system where none is chosen. Where
 * the browser allows the page no storage, reading it throws: then too none is chosen.
 */
export const schemeScript = `(()=>{const m=matchMedia('(prefers-color-scheme: dark)');const set=()=>{let s=null;try{s=localStorage.getItem('${schemeKey}')}catch{}document.documentElement.setAttribute('${schemeAttribute}',s==='light'||s==='dark'?s:m.matches?'dark':'light')};set();m.addEventListener('change',set)})()`;
