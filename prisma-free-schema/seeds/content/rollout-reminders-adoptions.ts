import { adoptionReasons } from './reasons.js';
import { type AdoptionSeed } from './types.js';

/** The reminders of expiry: required of some, chosen by others. Illustrative throughout. */
export const reminderAdoptions: readonly AdoptionSeed[] = [
  {
    communeCode: '09832',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-01' },
      { state: 'IN_USE', on: '2024-04-05' },
      { state: 'SUSTAINED', on: '2024-10-22' },
    ],
  },
  {
    communeCode: '09835',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-26' },
      { state: 'PILOTING', on: '2024-03-18' },
      { state: 'IN_USE', on: '2024-04-25' },
    ],
  },
  {
    communeCode: '09838',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-03-18' },
      { state: 'PILOTING', on: '2024-04-08' },
      { state: 'IN_USE', on: '2024-05-20' },
    ],
  },
  {
    communeCode: '09841',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-04-08' },
      { state: 'PILOTING', on: '2024-05-02' },
    ],
  },
  {
    communeCode: '09844',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-03-18' },
      { state: 'PILOTING', on: '2024-04-22' },
      { state: 'IN_USE', on: '2024-06-03' },
      { state: 'DROPPED', on: '2025-02-10', reason: adoptionReasons.dropped },
    ],
  },
  {
    communeCode: '09847',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-02-26' },
      { state: 'PILOTING', on: '2024-03-20' },
      { state: 'IN_USE', on: '2024-05-02' },
    ],
  },
  {
    communeCode: '09850',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-04' },
      { state: 'PILOTING', on: '2024-04-08' },
      { state: 'PAUSED', on: '2024-10-07', reason: adoptionReasons.paused },
    ],
  },
  {
    communeCode: '09853',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-04-08' },
      { state: 'PILOTING', on: '2024-04-26' },
    ],
  },
  {
    communeCode: '09856',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-04-08' },
      { state: 'NOT_SUITABLE', on: '2024-05-20', reason: adoptionReasons.notSuitable },
    ],
  },
  {
    communeCode: '09859',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-26' },
      { state: 'PILOTING', on: '2024-03-18' },
      { state: 'IN_USE', on: '2024-04-25' },
    ],
  },
  {
    communeCode: '09862',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-18' },
      { state: 'PILOTING', on: '2024-04-08' },
      { state: 'IN_USE', on: '2024-05-20' },
    ],
  },
  { communeCode: '09865', basis: 'EXEMPT', exemptReason: adoptionReasons.exempt, steps: [] },
  { communeCode: '09868', basis: 'VOLUNTARY', steps: [] },
  { communeCode: '09871', basis: 'REQUIRED', steps: [] },
  {
    communeCode: '09874',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-03-18' },
      { state: 'PILOTING', on: '2024-04-05' },
      { state: 'IN_USE', on: '2024-05-16' },
    ],
  },
  {
    communeCode: '09877',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-04-08' },
      { state: 'PILOTING', on: '2024-05-02' },
    ],
  },
  {
    communeCode: '09880',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-02-19' },
      { state: 'PILOTING', on: '2024-03-04' },
      { state: 'IN_USE', on: '2024-04-08' },
      { state: 'SUSTAINED', on: '2024-11-11' },
    ],
  },
  {
    communeCode: '09883',
    basis: 'VOLUNTARY',
    steps: [
      { state: 'PREPARING', on: '2024-02-26' },
      { state: 'PILOTING', on: '2024-03-18' },
      { state: 'IN_USE', on: '2024-04-25' },
    ],
  },
  {
    communeCode: '09889',
    basis: 'REQUIRED',
    steps: [
      { state: 'PREPARING', on: '2024-03-18' },
      { state: 'PILOTING', on: '2024-04-09' },
      { state: 'IN_USE', on: '2024-05-20' },
    ],
  },
  { communeCode: '09892', basis: 'REQUIRED', steps: [{ state: 'PREPARING', on: '2024-05-06' }] },
];
