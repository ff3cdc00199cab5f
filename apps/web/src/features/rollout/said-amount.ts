import { number } from '../../ui/format';
import { type SaidFigure } from './figure.query';

/** A ratio by its two parts, since its quotient alone hides how many there were. */
export const saidAmount = ({ value, numerator, denominator }: Pick<SaidFigure, 'value' | 'numerator' | 'denominator'>): string =>
  numerator !== null && denominator !== null ? `${number(numerator)} / ${number(denominator)}` : value === null ? '–' : number(value);
