import { createHash } from 'node:crypto';
import pg from 'pg';
import { PRESENT_EDITION, type RoundRule, type RuleBookContent } from '#domain/contest';

export const TOKENS = { organiser: 'benchmark-organiser-token', judge: 'benchmark-judge-token' } as const;
export const CRITERIA = Array.from({ length: 10 }, (_, at) => `c${String(at + 1)}`);
export const CARDS_TO_SIGN = 30_000;

const criterion = (key: string) => ({
  key,
  nameVi: key,
  nameEn: key,
  guidanceVi: null,
  guidanceEn: null,
  max: '10',
  step: '0.5',
  knockOutMinimum: null,
  commentRequired: false,
  bands: [],
  children: [],
});

/** Five judges, ten criteria of ten points, the mean. */
export const RULE: RoundRule = {
  key: 'dossier',
  nameVi: 'Vòng sơ khảo',
  nameEn: 'Preliminary round',
  rubric: CRITERIA.map(criterion),
  judgesPerInitiative: 5,
  minimumCards: 1,
  aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
  divergenceThreshold: null,
  cutOff: { score: null, top: null },
};
export const BOOK: RuleBookContent = {
  rounds: [RULE],
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2 },
  tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'c1' }],
  edition: PRESENT_EDITION,
};

/** The id of the nth thing of a kind: the same in every run. */
export const idOf = (kind: string, n: number | string): string =>
  createHash('md5')
    .update(`${kind}${String(n)}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** One contest of the benchmark, in judging. `state` is its round's; `cards` what its five judges have done. */
interface ContestPlan {
  readonly name: string;
  readonly year: number;
  readonly initiatives: number;
  readonly cards: 'SIGNED' | 'ONE_DRAFT';
}

/** `read` has its standings computed by closing it; `close` and `large` are closed under measurement; `sign` has cards to sign. */
export const CONTESTS: readonly ContestPlan[] = [
  { name: 'read', year: 2021, initiatives: 200, cards: 'SIGNED' },
  { name: 'close', year: 2022, initiatives: 200, cards: 'SIGNED' },
  { name: 'large', year: 2023, initiatives: 10_000, cards: 'SIGNED' },
  { name: 'sign', year: 2024, initiatives: CARDS_TO_SIGN, cards: 'ONE_DRAFT' },
];

const PERSON = (key: string) => `named('person${key}')`;

/** A district with 12 departments and 20 communes; an organiser, five judges, 60 authors; a session for the organiser and for the first judge. */
const BASE = `
  create function named(what text) returns uuid language sql immutable return overlay(overlay(md5(what) placing '4' from 13) placing '8' from 17)::uuid;
  insert into unit (id, root_id, kind, name_vi, name_en, valid_from) values (named('unit0'), named('unit0'), 'DISTRICT', 'Huyện', 'District', '2021-01-01');
  insert into unit (id, root_id, kind, name_vi, name_en, parent_id, valid_from)
    select named('unit' || n), named('unit0'), case when n <= 12 then 'DEPARTMENT' else 'COMMUNE' end, 'Đơn vị ' || n, 'Unit ' || n, named('unit0'), '2021-01-01' from generate_series(1, 32) n;
  insert into roster (id, host_id, as_of) values (named('roster'), named('unit0'), '2025-06-30');
  insert into roster_unit (roster_id, unit_id) select named('roster'), named('unit' || n) from generate_series(1, 32) n;
  insert into person (id, full_name, email, locale, unit_id, external)
    select named('person' || who), 'Nguyễn Văn ' || who, lower(who) || '@example.vn', 'vi', named('unit1'), false
    from (select 'O' as who union all select 'J' || n from generate_series(1, 5) n union all select 'A' || n from generate_series(1, 60) n) people;
  insert into account (id, person_id, created_at) select named('account' || id), id, now() from person;
  insert into role_grant (id, person_id, role, unit_id, valid_from, state) values (named('grantO'), ${PERSON('O')}, 'ORGANISER', named('unit0'), '2021-01-01', 'IN_FORCE');
  insert into role_grant (id, person_id, role, unit_id, valid_from, state)
    select named('grantJ' || n), named('personJ' || n), 'JUDGE', named('unit0'), '2021-01-01', 'IN_FORCE' from generate_series(1, 5) n;
  insert into session (id, person_id, kind, token_hash, created_at, expires_at, factor_at) values
    (named('sessionO'), ${PERSON('O')}, 'COOKIE', '${sha256(TOKENS.organiser)}', now(), now() + interval '1 day', now()),
    (named('sessionJ'), ${PERSON('J1')}, 'COOKIE', '${sha256(TOKENS.judge)}', now(), now() + interval '1 day', now());
  insert into reform_area (id, code, name_vi, name_en, "order", retired) values (named('area'), 'PROCEDURE', 'Cải cách thủ tục hành chính', 'Procedures', 1, false);`;

/** Marks between 4 and 10 by halves, the same in every run. */
const MARKS = `(select jsonb_agg(jsonb_build_object('criterion', 'c' || c, 'points', to_char(4 + ((i.n * 7 + j.n * 11 + c * 13) % 13) / 2.0, 'FM90.0'), 'comment', null) order by c) from generate_series(1, 10) c)`;

const contestSql = ({ name, year, initiatives, cards }: ContestPlan): string => `
  insert into contest (id, year, title, title_en, objectives, host_id, roster_id, phase, announced_at, head_confirms, grace_minutes, max_files, max_file_bytes, recorded, illustrative, edits)
    values (named('contest${name}'), ${String(year)}, 'Cuộc thi ${name}', 'Contest ${name}', '', named('unit0'), named('roster'), 'JUDGING', now(), false, 0, 5, 1048576, false, true, 0);
  insert into contest_area (contest_id, area_id) values (named('contest${name}'), named('area'));
  insert into phase (id, contest_id, kind, starts_at, ends_at, permits) values (named('phase${name}'), named('contest${name}'), 'JUDGING', now() - interval '1 day', now() + interval '9 days', '{JUDGE}');
  insert into rule_book (id, contest_id, number, content, hash, frozen_at) values (named('book${name}'), named('contest${name}'), 1, '${JSON.stringify(BOOK)}', '0', now());
  insert into round (id, contest_id, key, ordinal, last, state, rule, rule_book_id, opened_at)
    values (named('round${name}'), named('contest${name}'), 'dossier', 1, true, 'OPEN', '${JSON.stringify(RULE)}', named('book${name}'), now());
  insert into seat (id, contest_id, person_id, kind, chair, "from") select named('seat${name}' || n), named('contest${name}'), named('personJ' || n), 'JUDGE', n = 1, now() from generate_series(1, 5) n;
  insert into initiative (id, contest_id, area_id, owner_id, code, title, problem, solution, novelty, effect, influence, state, receipt_number, submitted_at, own_work_at, not_prized_elsewhere_at, nobody_on_jury_at, illustrative, saved_at, version)
    select named('initiative${name}' || n), named('contest${name}'), named('area'), named('unit' || (1 + n % 32)), '${String(year)}-' || lpad(n::text, 5, '0'),
      'Sáng kiến rút ngắn thời gian giải quyết hồ sơ số ' || n, 'Hồ sơ chậm.', 'Nhắc việc.', 'Lần đầu.', 'Đúng hạn.', 'ESTABLISHMENT', 'ELIGIBLE', n, now(), now(), now(), now(), true, now(), 1
    from generate_series(1, ${String(initiatives)}) n;
  insert into initiative_author (id, initiative_id, person_id, share, lead, "order")
    select named('author${name}' || n || '-' || k), named('initiative${name}' || n), named('personA' || (1 + (n * 2 + k) % 60)), 50, k = 1, k
    from generate_series(1, ${String(initiatives)}) n, generate_series(1, 2) k;
  insert into attestation (id, initiative_id, judge_id, attested_at)
    select named('attestation${name}' || n), named('initiative${name}' || n), ${PERSON('J1')}, now() from generate_series(1, ${String(initiatives)}) n;
  ${cards === 'SIGNED' ? signedCards(name, initiatives) : draftCards(name, initiatives)}`;

const signedCards = (name: string, initiatives: number): string => `
  insert into scorecard (id, round_id, initiative_id, judge_id, state, extra, marks, total, nonce, hash, assigned_at, signed_at)
    select named('card${name}' || i.n || '-' || j.n), named('round${name}'), named('initiative${name}' || i.n), named('personJ' || j.n), 'SIGNED', false, m.marks,
      (select sum((mark->>'points')::numeric) from jsonb_array_elements(m.marks) mark), 'n', 'h', now(), now()
    from generate_series(1, ${String(initiatives)}) i (n), generate_series(1, 5) j (n), lateral (select ${MARKS} as marks) m;`;

const draftCards = (name: string, initiatives: number): string => `
  insert into scorecard (id, round_id, initiative_id, judge_id, state, extra, marks, assigned_at)
    select named('card${name}' || n), named('round${name}'), named('initiative${name}' || n), ${PERSON('J1')}, 'DRAFT', false, '[]', now() from generate_series(1, ${String(initiatives)}) n;`;

/** Sixteen roll-outs over twenty communes, in states that differ. */
const ROLLOUTS = `
  insert into rollout (id, initiative_id, roster_id, kind, title_vi, title_en, reason, lead_unit_id, decision_number, decision_date, started_on, illustrative)
    select named('rollout' || n), named('initiativeread' || n), named('roster'), 'DECISION', 'Nhân rộng ' || n, 'Roll-out ' || n, '', named('unit1'), n || '/QĐ-UBND', '2024-01-01', '2024-01-01', true
    from generate_series(1, 16) n;
  insert into adoption (id, rollout_id, unit_id, basis, state, since, changed_on)
    select named('adoption' || r || '-' || u), named('rollout' || r), named('unit' || u), 'REQUIRED', (array['NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE'])[1 + (r + u) % 4], '2024-01-01', '2024-02-01'
    from generate_series(1, 16) r, generate_series(13, 32) u;
  insert into adoption_change (id, adoption_id, from_state, to_state, basis, since, effective_on, at)
    select named('change' || a.id), a.id, null, a.state, a.basis, a.since, a.changed_on, now() from adoption a;`;

/** Fills an empty, migrated database. Rows are inserted, since what is measured is reading and signing, not this. */
export async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of [BASE, ...CONTESTS.map(contestSql), ROLLOUTS, 'analyze']) await client.query(statement);
  } finally {
    await client.end();
  }
}
