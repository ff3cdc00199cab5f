import { sql } from 'kysely';
import { type EnterHandoverOrder, HandoverService, LetterTemplateService, ModelService } from '#lib/handover';
import { PersonService } from '#lib/identity';
import { Actor, SYSTEM, addDays, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type ProcedureOrder, ProcedureService } from '#lib/procedure';
import { LETTERS, MODELS } from '../content/handovers.js';
import { DISTRICT, type Season, daysOn } from './season.js';
import { type Timeline } from './timeline.js';

/** The commune of the officer whose account is published: it has letters to make. */
const SHOWN = '09877';
/** Handovers are entered every so many days, from so many days ago on. */
const EVERY = 4;
const FROM = 56;
const DAYS_OLD = 200;

const OF_DEATHS: Omit<ProcedureOrder, 'checkedOn'> = {
  ...{ code: '9.000006.H26', name: 'Đăng ký khai tử (minh họa)', field: 'Hộ tịch', level: 'COMMUNE' },
  ...{ sourceUrl: 'https://dichvucong.gov.vn', decision: 'Quyết định (minh họa)', startsOn: '2025-07-01', endsOn: null },
  ...{ steps: ['Nộp tờ khai tại bộ phận một cửa', 'Nhận trích lục'], basis: ['Luật Hộ tịch'] },
  ways: [{ way: 'Trực tiếp', amount: 1, countedIn: 'WORKING_DAY', fee: 'Không' }],
  items: [{ name: 'Tờ khai đăng ký khai tử', originals: 1, copies: 0, form: 'Theo mẫu' }],
};

interface Placed {
  readonly modelId: string;
  readonly kind: string;
  readonly unitIds: readonly string[];
  readonly procedureId: string;
  readonly occasion: string;
}

/** Three models in communes of today, letters of some of them, and what was handed over in the last weeks. All of it is illustrative. */
export function planHandovers(season: Season, timeline: Timeline, now: Date): void {
  const placed: Placed[] = [];
  timeline.add(daysOn(now, -DAYS_OLD), async () => {
    await season
      .get(ProcedureService)
      .writeProcedure(SYSTEM, { ...OF_DEATHS, checkedOn: localDate(season.clock.now()), illustrative: true });
    placed.push(...(await models(season, now)));
    await letters(season, await communes(season, now));
  });
  for (let ago = FROM; ago > 0; ago -= EVERY)
    timeline.add(daysOn(now, -ago), async () => {
      for (const [at, one] of placed.entries()) await handOver(season, one, ago + at);
    });
}

const communes = async (season: Season, now: Date): Promise<string[]> => {
  const today = localDate(now);
  const found = await season.get(Database).rows(sql<{ id: string }>`
    select u.id from unit u where u.kind in ('COMMUNE', 'TOWNSHIP', 'WARD') and u.valid_from <= ${today}::date and coalesce(u.valid_to >= ${today}::date, true)
    order by u.code = ${SHOWN} desc, exists (select 1 from role_grant g where g.unit_id = u.id and g.role = 'COMMUNE_OFFICER' and g.state = 'IN_FORCE') desc, u.code, u.id`);
  return found.map(({ id }) => id);
};

async function models(season: Season, now: Date): Promise<Placed[]> {
  const all = await communes(season, now);
  const placed: Placed[] = [];
  for (const { communes: many, procedures, ...said } of MODELS) {
    const unitIds = all.slice(0, many);
    const of = await Promise.all(procedures.map(async ([code, occasion]) => ({ procedureId: await procedureOf(season, code), occasion })));
    const startsOn = addDays(localDate(now), -DAYS_OLD);
    const parts = { hostUnitId: season.unit(DISTRICT), procedures: of, unitIds, illustrative: true };
    const { id: modelId } = await season.get(ModelService).addServiceModel(SYSTEM, { ...said, ...parts, startsOn, endsOn: null });
    placed.push(...of.map((one) => ({ ...one, modelId, kind: said.kind, unitIds })));
  }
  return placed;
}

/** Of three communes: two approved by their head, one that waits. */
async function letters(season: Season, [first = '', second = '']: readonly string[]): Promise<void> {
  const service = season.get(LetterTemplateService);
  const write = (unitId: string, kind: 'CONGRATULATION' | 'CONDOLENCE') =>
    service.writeLetterTemplate(SYSTEM, { unitId, kind, text: LETTERS[kind], signerPosition: 'Chủ tịch', illustrative: true });
  const { id } = await season.get(PersonService).createPerson(SYSTEM, { fullName: 'Đặng Thị Khải', unitId: first });
  const position = { personId: id, unitId: first, titleVi: 'Chủ tịch UBND xã', titleEn: 'Chair of the commune', heads: true };
  await season.get(PersonService).addPosition(SYSTEM, { ...position, from: '2025-07-01' });
  for (const kind of ['CONGRATULATION', 'CONDOLENCE'] as const) {
    const { id: letterTemplateId, version } = await write(first, kind);
    await service.approveLetterTemplate(new Actor(id, []), { letterTemplateId, version });
  }
  await write(second, 'CONGRATULATION');
}

/** One of each unit, some of them absent at first; nothing of whose it was. */
async function handOver(season: Season, { modelId, kind, unitIds, procedureId, occasion }: Placed, seed: number): Promise<void> {
  const service = season.get(HandoverService);
  const day = localDate(season.clock.now());
  for (const [at, unitId] of unitIds.entries()) {
    const absent = (seed + at) % 7 === 0;
    const of = { modelId, unitId, procedureId, day };
    const letter = occasion === 'DEATH' ? ('CONDOLENCE' as const) : ('CONGRATULATION' as const);
    const how = {
      ...{ venue: kind === 'CEREMONY' ? ('CEREMONY' as const) : ('HOME' as const), askedFor: kind === 'AT_HOME' },
      ...{ byLevel: (seed + at) % 3 === 0 ? ('OFFICER' as const) : ('COMMUNE_LEADER' as const) },
      letter: occasion === 'OTHER' ? ('NONE' as const) : letter,
    };
    const order: EnterHandoverOrder = { ...of, ...how, outcome: 'HANDED' };
    if (!absent) await service.enterHandover(SYSTEM, order);
    else {
      const { id: previousId } = await service.enterHandover(SYSTEM, { ...order, letter: 'NONE', outcome: 'ABSENT' });
      if (seed % 2 === 0) await service.enterHandover(SYSTEM, { ...order, previousId });
    }
  }
}

async function procedureOf(season: Season, code: string): Promise<string> {
  return (await season.get(Database).first(sql<{ id: string }>`select id from procedure where code = ${code}`))?.id ?? '';
}
