import { judges } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Round, judgeAll } from './judge.js';
import { type Stage, found } from './stage.js';

interface Slot {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly judges: readonly { readonly signed: boolean }[];
}

interface Panel {
  readonly draws: readonly { readonly seed: number; readonly codes: readonly string[] }[];
  readonly slots: readonly Slot[];
}

const PANEL = 'draws { seed codes } slots { id version code title judges { signed } }';

/** The order is drawn, then one after the other presents; the marks are typed in the room. */
export async function presentAll(stage: Stage, round: Round): Promise<void> {
  const { cast, tell } = stage;
  const secretary = await cast.as('organiser-2');
  let panel = await secretary.act<Panel>('drawPresentationOrder', { roundId: round.id }, PANEL);
  const { seed, codes } = found(panel.draws.at(-1), 'draw');
  tell.did(secretary.called, `bốc thăm thứ tự thuyết trình (số bốc thăm ${String(seed)}): ${codes.join(', ')}`);
  for (const code of codes) {
    const { id: slotId, version, title } = slotOf(panel, code);
    panel = await secretary.act<Panel>('startPresentation', { slotId, version }, PANEL);
    tell.did(secretary.called, `mời ${code} «${title}» thuyết trình 10 phút, trả lời câu hỏi 5 phút`);
    for (const judge of await cast.all(judges.map(({ key }) => key))) await judgeAll(stage, round, judge, code);
    panel = await secretary.act<Panel>('endPresentation', { slotId, version: slotOf(panel, code).version }, PANEL);
    const { judges: asked } = slotOf(panel, code);
    tell.note(`${String(asked.filter(({ signed }) => signed).length)}/${String(asked.length)} giám khảo đã ký phiếu của ${code}`);
  }
}

function slotOf({ slots }: Panel, code: string): Slot {
  return found(
    slots.find((slot) => slot.code === code),
    code,
  );
}
