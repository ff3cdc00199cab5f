import { type Sitting, type Card, cardsOf, howOf, judgeOne, readDossier } from './judge.js';
import { juryOf } from './jury.js';
import { type Player } from './player.js';
import { certification } from './script/initiatives.js';
import { type Stage, found } from './stage.js';
import { moment } from './teller.js';

/** Whose card of the disputed initiative has a wrong digit. */
export const MISTYPES = 'judge-4';

interface Slot {
  readonly id: string;
  readonly version: number;
  readonly initiative: { readonly receiptNumber: string; readonly title: string };
  readonly plannedAt: string | null;
  readonly judges: readonly { readonly judge: { readonly id: string; readonly fullName: string }; readonly signed: boolean }[];
}

interface Panel {
  readonly draws: readonly { readonly seed: number }[];
  readonly presentingUntil: string | null;
  readonly questionsUntil: string | null;
  readonly slots: readonly Slot[];
}

const PANEL = `draws { seed } presentingUntil questionsUntil
  slots { id version initiative { receiptNumber title } plannedAt judges { judge { id fullName } signed } }`;

/** The order is drawn; they present one after the other, and the judges mark in the room. */
export async function present(stage: Stage, sitting: Sitting): Promise<void> {
  const { cast, tell, time } = stage;
  const secretary = await cast.as('organiser-2');
  let panel = await secretary.act<Panel>('drawPresentationOrder', { roundId: sitting.round.id, startsAt: time.now() }, PANEL);
  const order = panel.slots.map(({ initiative }) => initiative.receiptNumber);
  tell.did(secretary.called, `bốc thăm thứ tự thuyết trình (số bốc thăm ${String(panel.draws.at(-1)?.seed ?? '')}): ${order.join(', ')}`);
  await refuseEarly(stage, sitting, panel);
  for (const [at, receiptNumber] of order.entries()) {
    const { id: slotId, version } = slotOf(panel, receiptNumber);
    panel = await secretary.act<Panel>('startPresentation', { slotId, version }, PANEL);
    if (at === 0)
      tell.did(
        secretary.called,
        `mời ${receiptNumber} trình bày đến ${moment(panel.presentingUntil ?? '')}, hỏi đáp đến ${moment(panel.questionsUntil ?? '')}`,
      );
    await markInRoom(stage, sitting, { slot: slotOf(panel, receiptNumber), watched: at === 0 });
    panel = await secretary.act<Panel>('endPresentation', { slotId, version: slotOf(panel, receiptNumber).version }, PANEL);
  }
  tell.did('Ban Giám khảo', `chấm tại hội trường và ký phiếu ngay sau từng phần trình bày; ${String(order.length)} sáng kiến đã trình bày`);
}

/** Nobody is called before their turn, nor marked before they have begun. */
async function refuseEarly(stage: Stage, sitting: Sitting, panel: Panel): Promise<void> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  const last = found(panel.slots.at(-1), 'presentation');
  const { id: slotId, version } = last;
  const { receiptNumber } = last.initiative;
  tell.refused(
    secretary.called,
    `mời ${receiptNumber} trình bày trước lượt`,
    await secretary.refusalOf('startPresentation', { slotId, version }),
  );
  const judge = found((await playersOf(stage, last))[0], 'judge');
  const card = await cardFor(judge, sitting, last);
  await readDossier(judge, card.id);
  const input = { scorecardId: card.id, version: card.version, marks: [] };
  tell.refused(judge.called, `chấm ${receiptNumber} khi chưa trình bày`, await judge.refusalOf('saveScorecard', input));
}

/** All judges of the one who presents sign; the secretary sees live who has. */
async function markInRoom(stage: Stage, sitting: Sitting, { slot, watched }: { slot: Slot; watched: boolean }): Promise<void> {
  const judges = await playersOf(stage, slot);
  const mark = async (judge: Player): Promise<void> => {
    const card = await cardFor(judge, sitting, slot);
    const slip = slot.initiative.title === certification.title && judge === (await stage.cast.as(MISTYPES));
    await judgeOne(judge, card, { ...(await howOf(stage, { harshId: null, judge, card })), slip });
  };
  const early = watched ? judges.slice(0, 2) : judges;
  await Promise.all(early.map(mark));
  if (!watched) return;
  const secretary = await stage.cast.as('organiser-2');
  const { judges: seen } = slotOf(await readPanel(secretary, sitting), slot.initiative.receiptNumber);
  const named = (signed: boolean): string =>
    seen
      .filter((one) => one.signed === signed)
      .map(({ judge }) => judge.fullName)
      .join(', ');
  stage.tell.did(secretary.called, `theo dõi trực tiếp ${slot.initiative.receiptNumber}: đã ký ${named(true)}; còn chờ ${named(false)}`);
  await Promise.all(judges.slice(2).map(mark));
}

async function playersOf(stage: Stage, { judges }: Slot): Promise<Player[]> {
  const given = new Set(judges.map(({ judge }) => judge.id));
  return (await juryOf(stage)).filter(({ id }) => given.has(id));
}

async function cardFor(judge: Player, { round }: Sitting, { initiative: { receiptNumber } }: Slot): Promise<Card> {
  return found(
    (await cardsOf(judge, round.id)).find((card) => card.initiative.receiptNumber === receiptNumber),
    receiptNumber,
  );
}

function readPanel(secretary: Player, { round }: Sitting): Promise<Panel> {
  return secretary.ask<Panel>(`query ($roundId: ID!) { presentationPanel(roundId: $roundId) { ${PANEL} } }`, { roundId: round.id });
}

const slotOf = ({ slots }: Panel, receiptNumber: string): Slot =>
  found(
    slots.find((slot) => slot.initiative.receiptNumber === receiptNumber),
    receiptNumber,
  );
