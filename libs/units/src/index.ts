export { UnitsModule, unitsLibrary } from './units.module.js';
