import { gql } from 'graphql-request';
import { type Round, cardsOf, roundOf } from './judge.js';
import { juryOf, placeOf } from './jury.js';
import { type Player } from './player.js';
import { type CardCriterion, marksOf } from './script/marks.js';
import { samples } from './script/samples.js';
import { type Contest, type Stage, found } from './stage.js';
import { decimal } from './teller.js';

interface Spread {
  readonly total: { readonly lowest: string; readonly highest: string; readonly mean: string } | null;
}

interface Calibration {
  readonly criteria: readonly CardCriterion[];
  readonly samples: readonly { readonly id: string; readonly title: string; readonly spread: Spread | null }[];
}

const CALIBRATION = 'criteria { key max step commentRequired } samples { id title spread { total { lowest highest mean } } }';
const READ = gql`query ($roundId: ID!) { calibration(roundId: $roundId) { ${CALIBRATION} } }`;

/** The secretary writes two samples for a planned round. */
export async function setSamples({ cast, tell }: Stage, contest: Contest, key: string): Promise<void> {
  const secretary = await cast.as('organiser-2');
  const { id: roundId, version } = await roundOf(secretary, contest.id, key);
  await secretary.act('setCalibrationSamples', { roundId, version, samples }, 'id');
  tell.did(secretary.called, `soạn hai hồ sơ mẫu để thống nhất cách chấm: ${samples.map(({ title }) => `«${title}»`).join(', ')}`);
}

/** Every judge marks both samples and looks how far apart all of them are; before that no real card opens. */
export async function calibrate(stage: Stage, round: Round): Promise<void> {
  const { tell } = stage;
  const jury = await juryOf(stage);
  const eager = found(jury[1], 'judge');
  const { id: scorecardId } = found((await cardsOf(eager, round.id))[0], 'card');
  await eager.act('attest', { scorecardId }, 'id');
  tell.refused(eager.called, 'mở hồ sơ dự thi khi chưa chấm mẫu', await eager.refusalOf('openDossier', { scorecardId }));

  await Promise.all(jury.map((judge) => signSamples(stage, round, judge)));
  const seen = await eager.ask<Calibration>(READ, { roundId: round.id });
  tell.did('Ban Giám khảo', `${String(jury.length)} người chấm hai hồ sơ mẫu, rồi xem mức chênh lệch (không nêu tên)`);
  for (const { title, spread } of seen.samples) {
    const { lowest, highest, mean } = found(spread?.total, 'spread');
    tell.note(`«${title}»: từ ${decimal(lowest)} đến ${decimal(highest)} điểm, trung bình ${decimal(mean)}`);
  }
  await Promise.all(jury.map((judge) => judge.act('finishCalibration', { roundId: round.id }, 'id')));
}

async function signSamples(stage: Stage, { id: roundId }: Round, judge: Player): Promise<void> {
  const { criteria, samples: given } = await judge.ask<Calibration>(READ, { roundId });
  for (const { id: sampleId, title } of given) {
    const marks = marksOf(criteria, { title, judge: await placeOf(stage, judge) });
    await judge.act('signCalibrationCard', { sampleId, marks }, 'id');
  }
}
