import { scaleLinear } from 'd3-scale';

/** Returns the coordinate of a value in pixels. */
export type PixelScale = (value: number) => number;

/**
 * Creates a linear scale from values to pixels. Rounds to tenths of a pixel, because more digits would only make the
 * page larger.
 */
export function pixelScale(values: readonly [number, number], pixels: readonly [number, number]): PixelScale {
  const scale = scaleLinear().domain(values).range(pixels);
  return (value) => Math.round(scale(value) * 10) / 10;
}
