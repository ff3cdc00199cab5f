import { adoptionReasons } from './reasons.js';
import { type AdoptionSeed } from './types.js';

/** The QR codes: required of all twenty. Illustrative throughout. */
export const qrAdoptions: readonly AdoptionSeed[] = [
  {
    communeCode: '09832',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-08' },
      { state: 'PILOTING', on: '2024-01-22' },
      { state: 'IN_USE', on: '2024-02-19' },
      { state: 'SUSTAINED', on: '2024-08-19' },
    ],
  },
  {
    communeCode: '09835',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-15' },
      { state: 'PILOTING', on: '2024-01-30' },
      { state: 'IN_USE', on: '2024-02-22' },
      { state: 'SUSTAINED', on: '2024-08-22' },
    ],
  },
  {
    communeCode: '09838',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-22' },
      { state: 'PILOTING', on: '2024-02-07' },
      { state: 'IN_USE', on: '2024-03-04' },
      { state: 'SUSTAINED', on: '2024-09-09' },
    ],
  },
  {
    communeCode: '09841',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-07' },
      { state: 'IN_USE', on: '2024-04-03' },
      { state: 'SUSTAINED', on: '2024-10-03' },
    ],
  },
  {
    communeCode: '09844',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-08' },
      { state: 'PILOTING', on: '2024-01-26' },
      { state: 'IN_USE', on: '2024-02-26' },
    ],
  },
  {
    communeCode: '09847',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-15' },
      { state: 'PILOTING', on: '2024-02-05' },
      { state: 'IN_USE', on: '2024-02-26' },
      { state: 'SUSTAINED', on: '2024-08-29' },
    ],
  },
  {
    communeCode: '09850',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-22' },
      { state: 'PILOTING', on: '2024-02-05' },
      { state: 'IN_USE', on: '2024-02-28' },
      { state: 'SUSTAINED', on: '2024-09-09' },
    ],
  },
  {
    communeCode: '09853',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-05' },
      { state: 'IN_USE', on: '2024-04-01' },
      { state: 'SUSTAINED', on: '2024-10-07' },
    ],
  },
  {
    communeCode: '09856',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-08' },
      { state: 'PILOTING', on: '2024-01-24' },
      { state: 'IN_USE', on: '2024-02-20' },
      { state: 'SUSTAINED', on: '2024-08-26' },
    ],
  },
  {
    communeCode: '09859',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-15' },
      { state: 'PILOTING', on: '2024-02-01' },
      { state: 'IN_USE', on: '2024-03-01' },
    ],
  },
  {
    communeCode: '09862',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-22' },
      { state: 'PILOTING', on: '2024-02-09' },
      { state: 'IN_USE', on: '2024-03-01' },
      { state: 'SUSTAINED', on: '2024-09-03' },
    ],
  },
  {
    communeCode: '09865',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-18' },
      { state: 'IN_USE', on: '2024-04-22' },
      { state: 'PAUSED', on: '2025-01-13', reason: adoptionReasons.pausedForEquipment },
      { state: 'IN_USE', on: '2025-03-03' },
    ],
  },
  {
    communeCode: '09868',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-08' },
      { state: 'PILOTING', on: '2024-01-22' },
      { state: 'IN_USE', on: '2024-02-16' },
      { state: 'SUSTAINED', on: '2024-08-19' },
    ],
  },
  {
    communeCode: '09871',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-04' },
      { state: 'PILOTING', on: '2024-05-13' },
    ],
  },
  {
    communeCode: '09874',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-22' },
      { state: 'PILOTING', on: '2024-02-07' },
      { state: 'IN_USE', on: '2024-03-07' },
    ],
  },
  {
    communeCode: '09877',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-07' },
      { state: 'IN_USE', on: '2024-03-28' },
      { state: 'SUSTAINED', on: '2024-09-30' },
    ],
  },
  {
    communeCode: '09880',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-08' },
      { state: 'PILOTING', on: '2024-01-26' },
      { state: 'IN_USE', on: '2024-02-19' },
      { state: 'SUSTAINED', on: '2024-08-26' },
    ],
  },
  {
    communeCode: '09883',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-05' },
      { state: 'PILOTING', on: '2024-03-11' },
      { state: 'IN_USE', on: '2024-04-15' },
      { state: 'PAUSED', on: '2025-04-21', reason: adoptionReasons.paused },
    ],
  },
  {
    communeCode: '09889',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-01-22' },
      { state: 'PILOTING', on: '2024-02-05' },
      { state: 'IN_USE', on: '2024-03-04' },
      { state: 'SUSTAINED', on: '2024-09-09' },
    ],
  },
  {
    communeCode: '09892',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-05' },
      { state: 'IN_USE', on: '2024-04-03' },
    ],
  },
];
