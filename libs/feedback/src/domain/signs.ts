/** Digits and letters without 0, O, 1 and I, which people read for one another. */
export const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Of 32 signs a byte tells one evenly. */
export const signsOf = (bytes: Iterable<number>): string => Array.from(bytes, (byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
