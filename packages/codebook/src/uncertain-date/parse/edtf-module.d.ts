// The `edtf` package has no types. Its results are `unknown` here, so that callers must validate them.
declare module 'edtf' {
  export function parse(text: string, options?: { seasonIntervals?: boolean; seasonUncertainty?: boolean }): unknown;
  const edtf: (text: string) => { readonly min: unknown; readonly max: unknown };

  // biome-ignore lint/style/noDefaultExport: the package has one
  export { edtf as default };
}
