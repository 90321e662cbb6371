import { encode } from 'uqr';

/** A QR code as the path of its dark modules, in a square of `size` modules. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Returns the QR code of a text as one SVG path. */
export function qrPath(content: string): QrPath {
  // The quiet zone around a code is four modules wide (ISO/IEC 18004).
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
