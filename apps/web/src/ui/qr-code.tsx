import encodeQR from 'qr';

/** A QR code as one path, dark on light in both themes, since readers want it so. */
export function QrCode({ of, label }: { readonly of: string; readonly label: string }) {
  const rows = encodeQR(of, 'raw', { border: 2 });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : []))).join('');
  return (
    <svg
      viewBox={`0 0 ${String(rows.length)} ${String(rows.length)}`}
      width="200"
      height="200"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
