import { encode } from 'uqr';
import styles from './second-factor.module.css';

/** A QR code, drawn as one SVG path. `label` describes it to screen readers. */
export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  // The quiet zone around a code is four modules wide (ISO/IEC 18004).
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((square) => square !== '')
    .join('');
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
