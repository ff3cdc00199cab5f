import { adoptionReasons } from './reasons.js';
import { type AdoptionSeed } from './types.js';

/** The award-record software. Illustrative throughout. */
export const awardAdoptions: readonly AdoptionSeed[] = [
  {
    communeCode: '09832',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-08' },
      { state: 'IN_USE', on: '2024-05-20' },
    ],
  },
  {
    communeCode: '09835',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-04-01' },
      { state: 'PILOTING', on: '2024-05-02' },
      { state: 'IN_USE', on: '2024-06-13' },
      { state: 'SUSTAINED', on: '2024-12-16' },
    ],
  },
  { communeCode: '09838', basis: 'REQUIRED', steps: [{ state: 'PREPARING', on: '2024-06-10' }] },
  {
    communeCode: '09841',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-11' },
      { state: 'IN_USE', on: '2024-05-29' },
    ],
  },
  {
    communeCode: '09844',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-04-01' },
      { state: 'PILOTING', on: '2024-05-03' },
      { state: 'IN_USE', on: '2024-06-24' },
    ],
  },
  {
    communeCode: '09847',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-05-06' },
      { state: 'PILOTING', on: '2024-06-10' },
      { state: 'IN_USE', on: '2024-08-01' },
    ],
  },
  {
    communeCode: '09850',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-15' },
      { state: 'IN_USE', on: '2024-05-27' },
      { state: 'SUSTAINED', on: '2024-12-04' },
    ],
  },
  {
    communeCode: '09853',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-04-01' },
      { state: 'PILOTING', on: '2024-05-06' },
    ],
  },
  {
    communeCode: '09856',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-05-06' },
      { state: 'PILOTING', on: '2024-06-11' },
      { state: 'IN_USE', on: '2024-07-29' },
    ],
  },
  {
    communeCode: '09859',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-08' },
      { state: 'IN_USE', on: '2024-05-27' },
    ],
  },
  {
    communeCode: '09862',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-04-01' },
      { state: 'NOT_SUITABLE', on: '2024-06-17', reason: adoptionReasons.notSuitableShared },
    ],
  },
  {
    communeCode: '09865',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-05-06' },
      { state: 'PILOTING', on: '2024-06-05' },
      { state: 'IN_USE', on: '2024-07-29' },
      { state: 'SUSTAINED', on: '2025-02-10' },
    ],
  },
  {
    communeCode: '09868',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-11' },
    ],
  },
  {
    communeCode: '09871',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-04-01' },
      { state: 'PILOTING', on: '2024-05-03' },
      { state: 'IN_USE', on: '2024-06-17' },
    ],
  },
  { communeCode: '09874', basis: 'REQUIRED', steps: [] },
  {
    communeCode: '09877',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-15' },
      { state: 'IN_USE', on: '2024-06-03' },
    ],
  },
  {
    communeCode: '09880',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-11' },
      { state: 'PILOTING', on: '2024-04-15' },
      { state: 'IN_USE', on: '2024-06-10' },
      { state: 'PAUSED', on: '2024-11-18', reason: adoptionReasons.paused },
      { state: 'IN_USE', on: '2025-02-17' },
    ],
  },
  {
    communeCode: '09883',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-05-06' },
      { state: 'PILOTING', on: '2024-06-11' },
    ],
  },
  { communeCode: '09889', basis: 'VOLUNTARY', steps: [] },
  {
    communeCode: '09892',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-04-01' },
      { state: 'PILOTING', on: '2024-05-02' },
      { state: 'IN_USE', on: '2024-06-13' },
    ],
  },
];
