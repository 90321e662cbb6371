import { qrPath } from './qr-path.ts';
import styles from './second-factor.module.css';

/** A QR code. `label` describes it to screen readers. */
export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  const { size, path } = qrPath(content);
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
