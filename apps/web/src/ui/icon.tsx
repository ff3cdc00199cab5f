import { type FunctionComponent, type SVGProps } from 'react';

export type Drawing = FunctionComponent<Omit<SVGProps<SVGSVGElement>, 'stroke'> & { size?: number | string; stroke?: number | string }>;

/** Beside a word that says the same: hidden from whoever listens. */
export function Icon({ of: Shape, size = 16 }: { readonly of: Drawing; readonly size?: number }) {
  return <Shape size={size} stroke={1.5} aria-hidden="true" focusable="false" />;
}
