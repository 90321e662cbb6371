/// <reference path="./edtf-module.d.ts" />
import { parse } from 'edtf';
import { z } from 'zod';

const doubt = z.union([z.boolean(), z.number()]).optional();

const treeShape = z.object({
  type: z.enum(['Date', 'Season', 'Year', 'Decade', 'Century']),
  values: z.array(z.number()).min(1),
  /** `true` for the whole date, else a bit for each digit of YYYYMMDD that is doubted. */
  uncertain: doubt,
  approximate: doubt,
  significant: z.number().optional(),
});

/** What the edtf package makes of one date: never an interval or a set, which we take apart ourselves. */
export type DateTree = z.infer<typeof treeShape>;

/**
 * The tree of one date in EDTF, or null if the text is not one. The package decides what is EDTF; the bounds it would
 * compute are not used (its seasons are quarters, it accepts 29 February in any year, its sets trust their order).
 */
export function dateTree(text: string): DateTree | null {
  let tree: unknown;
  try {
    tree = parse(text, { seasonUncertainty: true });
  } catch (fault) {
    // The package says "not EDTF" by throwing, and has no other way to say it.
    if (fault instanceof Error) return null;
    throw fault;
  }
  const looked = treeShape.safeParse(tree);
  return looked.success ? looked.data : null;
}
