import { all, openedPlaces } from './opened-places.js';

// Each of screen, theme and language beside each of the others, in four looks instead of eight; those of the phone in a file of their own,
// so that two cores share them.
openedPlaces().testFaults([
  { screen: 'desktop', theme: 'light', language: 'vi' },
  ...(all ? [{ screen: 'desktop', theme: 'dark', language: 'en' } as const] : []),
]);
