// The `edtf` package ships no types. Its answers are `unknown` here, so that whoever asks must look before trusting.
declare module 'edtf' {
  export function parse(text: string, options?: { seasonIntervals?: boolean; seasonUncertainty?: boolean }): unknown;
  const edtf: (text: string) => { readonly min: unknown; readonly max: unknown };

  // biome-ignore lint/style/noDefaultExport: the package has one
  export { edtf as default };
}
