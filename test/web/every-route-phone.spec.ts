import { all, openedPlaces } from './opened-places.js';

const places = openedPlaces();

if (all)
  places.testFaults([
    { screen: 'phone', theme: 'light', language: 'en' },
    { screen: 'phone', theme: 'dark', language: 'vi' },
  ]);
places.testZoom();
