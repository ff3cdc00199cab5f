import { type Page } from 'playwright-core';
import { localDate } from '#lib/kernel';
import { SEATED } from '../../../apps/walkthrough/src/jury.js';
import { MISTYPES } from '../../../apps/walkthrough/src/present.js';
import { certification } from '../../../apps/walkthrough/src/script/initiatives.js';
import { marksOf } from '../../../apps/walkthrough/src/script/marks.js';
import { type Contest, DAY, MINUTE, confirm, moveTo, together, typedMoment } from './acts.js';
import { own, readDossier, sign, typeMarks } from './cards.js';
import { close } from './judge.js';
import { agree } from './jury.js';
import { type Year } from './people.js';
import { type Round, assign, open, pathOf, proposeInVain } from './rounds.js';
import { nameOf } from './submit.js';

const AWAY = ['judge-9', 'judge-7', 'judge-8'] as const;
const BACK = AWAY[0];
/** Ten minutes to present, five for questions. */
const SLOT = 15 * MINUTE;

/** The second round: with three away too few are left; once one has made time it is assigned, presented and marked in the room. */
export async function presentFinal(year: Year, contest: Contest, round: Round): Promise<void> {
  const now = year.contest.clock.now().getTime();
  const away = { from: localDate(new Date(now)), to: localDate(new Date(now + 2 * DAY)) };
  for (const key of AWAY) await agree(year, contest, { key, away });
  await proposeInVain(year, contest, round);
  await agree(year, contest, { key: BACK });
  await assign(year, contest, round);
  await open(year, contest, round);

  const office = await year.at('organiser-2', `${pathOf(contest, round)}/presentation`);
  const count = await drawOrder(year, office);
  await refuseEarly(year, round);
  for (let at = 0; at < count; at += 1) await presentOne(year, contest, round);
  await office.getByText('Mọi lượt đã thuyết trình xong.').waitFor();
  await close(year, contest, round);
  await year.leave(SEATED);
}

/** Returns how many will present. */
async function drawOrder(year: Year, office: Page): Promise<number> {
  await office.getByRole('button', { name: 'Rút thăm…' }).click();
  await office.getByLabel('Lượt đầu bắt đầu lúc').fill(typedMoment(year.contest.clock.now()));
  await confirm(office, 'Rút thăm');
  await office.getByText(/^Lần 1, số rút \d+/).waitFor();
  // Nobody is called before their turn.
  expect(await office.getByRole('button', { name: /^Bắt đầu lượt/ }).count()).toBe(1);
  return office.getByText('chờ đến lượt').count();
}

/** No card is marked before its presentation has begun. */
async function refuseEarly(year: Year, round: Round): Promise<void> {
  const page = await year.at(BACK, `/judging/${round.id}/presentation`);
  await page
    .getByRole('link', { name: /^Chấm \d/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Tôi cam đoan và mở hồ sơ' }).click();
  await page.getByText('Phần thuyết trình chưa bắt đầu.').first().waitFor();
  expect(await page.getByRole('button', { name: 'Xem lại và ký' }).getAttribute('aria-disabled')).toBe('true');
}

/** Whoever is called presents for their time, and all their judges sign; the office sees who has, and calls the next. */
async function presentOne(year: Year, contest: Contest, round: Round): Promise<void> {
  const path = `${pathOf(contest, round)}/presentation`;
  const office = await year.at('organiser-2', path);
  const begin = office.getByRole('button', { name: /^Bắt đầu lượt/ });
  const code = /\d{4}-\d{3}/.exec((await begin.getAttribute('aria-label')) ?? '')?.[0] ?? '';
  await begin.click();
  await confirm(office, 'Bắt đầu tính giờ');
  const now = office.getByRole('region', { name: 'Đang thuyết trình' });
  const due = now.getByText(/: chưa ký$/);
  await due.first().waitFor();
  const names = await due.allInnerTexts();
  const judges = SEATED.filter((key) => names.some((words) => words.includes(nameOf(key))));
  expect(judges).toHaveLength(names.length);
  await together(judges, (key) => markInRoom(year, round, key, code));
  moveTo(year, new Date(year.contest.clock.now().getTime() + SLOT));
  await year.at('organiser-2', path);
  for (const key of judges) await now.getByText(`${nameOf(key)}: đã ký`).waitFor();
  await office.getByRole('button', { name: 'Kết thúc lượt này…' }).click();
  await confirm(office, 'Kết thúc lượt');
  await now.waitFor({ state: 'detached' });
}

async function markInRoom(year: Year, round: Round, key: string, code: string): Promise<void> {
  const page = await year.at(key, `/judging/${round.id}/presentation`);
  const card = own(key, code);
  const slip = card.title === certification.title && key === MISTYPES;
  await page.getByRole('region', { name: 'Đang thuyết trình' }).getByRole('link').click();
  await readDossier(page);
  await typeMarks(page, marksOf(round.criteria, { ...card, slip }));
  await sign(page);
}
