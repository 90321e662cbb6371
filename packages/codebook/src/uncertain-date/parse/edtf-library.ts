/// <reference path="./edtf-module.d.ts" />
import { parse } from 'edtf';
import { z } from 'zod';

const doubt = z.union([z.boolean(), z.number()]).optional();

const treeShape = z.object({
  type: z.enum(['Date', 'Season', 'Year', 'Decade', 'Century']),
  values: z.array(z.number()).min(1),
  /** `true` for the whole date, else a bit mask of the qualified digits of YYYYMMDD. */
  uncertain: doubt,
  approximate: doubt,
  significant: z.number().optional(),
});

/** The parse tree of a single date from the edtf package. Intervals and sets are parsed by our own code. */
export type DateTree = z.infer<typeof treeShape>;

/**
 * Returns the parse tree of a single date in EDTF, or null if the text is not one. The package decides what is EDTF.
 * Its bounds are not used, because it treats seasons as quarters, accepts 29 February in any year and assumes that sets
 * are sorted.
 */
export function dateTree(text: string): DateTree | null {
  let tree: unknown;
  try {
    tree = parse(text, { seasonUncertainty: true });
  } catch (error) {
    // The package throws for any text that is not EDTF.
    if (error instanceof Error) return null;
    throw error;
  }
  const parsed = treeShape.safeParse(tree);
  return parsed.success ? parsed.data : null;
}
