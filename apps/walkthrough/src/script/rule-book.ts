import { dossierRubric, presentationRubric } from '../../../../prisma-free-schema/seeds/content/index.js';
import { criterionRule } from '../../../../prisma-free-schema/seeds/demo/rule-book.js';
import { type Input } from '../player.js';

export const DOSSIER_JUDGES = 3;
export const FINALISTS = 5;
/** Points between two cards of an initiative from which a further judge is called. */
export const DIVERGENCE = '25';

/** Two rounds, the dossier and the presentation; the best five of the first go on, and the second decides. */
export const ruleBook: Input = {
  rounds: [
    {
      key: 'dossier',
      nameVi: 'Vòng sơ khảo: chấm hồ sơ',
      nameEn: 'Preliminary round: the dossier',
      rubric: dossierRubric.map(criterionRule),
      judgesPerInitiative: DOSSIER_JUDGES,
      minimumCards: 2,
      aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
      calibration: true,
      divergenceThreshold: DIVERGENCE,
      furtherMark: 'REPLACES',
      cutOff: { score: '55', top: FINALISTS },
    },
    {
      key: 'presentation',
      nameVi: 'Vòng chung khảo: thuyết trình',
      nameEn: 'Final round: the presentation',
      rubric: presentationRubric.map(criterionRule),
      judgesPerInitiative: 5,
      minimumCards: 4,
      aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
      presentation: { presentMinutes: 10, questionMinutes: 5, marksInRoom: true },
      cutOff: {},
    },
  ],
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2 },
  tieBreak: [
    { kind: 'CRITERION', round: 'presentation', criterion: 'content' },
    { kind: 'ROUND_SCORE', round: 'dossier' },
    { kind: 'CHAIR_VOTE' },
  ],
  publicPack: true,
};

/** Groups and individuals have prizes of their own. */
export const prizePlan = [
  { track: 'GROUP', key: 'FIRST', nameVi: 'Giải Nhất', nameEn: 'First prize', quantity: 1, amount: 3_000_000 },
  { track: 'GROUP', key: 'SECOND', nameVi: 'Giải Nhì', nameEn: 'Second prize', quantity: 1, amount: 2_000_000 },
  { track: 'GROUP', key: 'THIRD', nameVi: 'Giải Ba', nameEn: 'Third prize', quantity: 2, amount: 1_000_000 },
  { track: 'GROUP', key: 'CONSOLATION', nameVi: 'Giải Khuyến khích', nameEn: 'Consolation prize', quantity: 1, amount: 500_000 },
  { track: 'INDIVIDUAL', key: 'FIRST', nameVi: 'Giải Nhất', nameEn: 'First prize', quantity: 1, amount: 1_500_000 },
  { track: 'INDIVIDUAL', key: 'SECOND', nameVi: 'Giải Nhì', nameEn: 'Second prize', quantity: 1, amount: 1_000_000 },
];

export type Track = 'GROUP' | 'INDIVIDUAL';

export const TRACKS_VI: Readonly<Record<Track, string>> = { GROUP: 'bảng tập thể', INDIVIDUAL: 'bảng cá nhân' };
