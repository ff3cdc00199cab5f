import { LEVELS, LEVEL_WORDS, LONGEST_COMMENT, REASONS, REASON_WORDS } from '#domain/feedback';
import { type Locale } from '#lib/kernel';
import { SITE, escaped } from '../page-heads.js';
import { RATING_WORDS } from './words.js';

/** A counter as its page shows it. */
export interface ShownCounter {
  readonly counterCode: string;
  readonly name: string;
  readonly unit: { readonly nameVi: string; readonly nameEn: string };
  readonly open: boolean;
  readonly illustrative: boolean;
}

export interface ShownProcedures {
  readonly list: readonly { readonly id: string; readonly name: string }[];
  /** Where all of them are. */
  readonly catalogue: string;
}

/** What stands in the form: nothing, or what was sent and could not be taken. */
export interface ShownForm {
  readonly submission: string;
  readonly level?: string;
  readonly reasons?: readonly string[];
  readonly comment?: string;
  readonly slip?: string;
  /** Why it could not be taken. */
  readonly problem?: string;
}

interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
  /** The same page in the other language. */
  readonly other: string;
}

export const counterPath = (code: string): string => `/q/${encodeURIComponent(code)}`;

/** A page of a counter in a language, whatever the browser asks for. */
export const counterAddress = (code: string, locale: Locale, below = ''): string => `${counterPath(code)}${below}?lang=${locale}`;

const other = (locale: Locale): Locale => (locale === 'vi' ? 'en' : 'vi');

/** Plain HTML without a script: it is drawn at once, and works in whatever browser a citizen has. */
function pageOf({ locale, title, body, other: address }: Page): string {
  const words = RATING_WORDS[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · ${SITE}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/rating.css">
</head>
<body>
<header><a href="/">${SITE}</a><a href="${escaped(address)}" lang="${other(locale)}" hreflang="${other(locale)}">${words.other}</a></header>
<main>
${body}
</main>
</body>
</html>
`;
}

function headOf({ unit, name, illustrative }: ShownCounter, locale: Locale): string {
  const mark = illustrative ? ` <span class="mark">${RATING_WORDS[locale].illustrative}</span>` : '';
  return `<p class="unit">${escaped(locale === 'en' ? unit.nameEn : unit.nameVi)}${mark}</p>
<h1>${escaped(name)}</h1>`;
}

/** The page that the code of an open counter leads to: rate in two taps, and what is done there. */
export function ratingPage(counter: ShownCounter, form: ShownForm, procedures: ShownProcedures, locale: Locale): string {
  const words = RATING_WORDS[locale];
  const problem =
    form.problem === undefined
      ? ''
      : `<div class="problem" role="alert"><strong>${words.problem}</strong><p>${escaped(form.problem)}</p></div>`;
  const title = `${form.problem === undefined ? '' : `${words.problem}: `}${words.title} ${counter.name}`;
  const body = `${headOf(counter, locale)}
${problem}
<form method="post" action="${counterAddress(counter.counterCode, locale)}">
<input type="hidden" name="submission" value="${escaped(form.submission)}">
<fieldset class="levels"><legend>${words.question}</legend>
${LEVELS.toReversed()
  .map((level) => levelOf(level, form.level, locale))
  .join('\n')}
</fieldset>
<button type="submit">${words.send}</button>
<p class="kept">${words.kept}</p>
<details${form.reasons?.length || form.comment || form.slip ? ' open' : ''}><summary>${words.more}</summary>
<fieldset class="reasons"><legend>${words.reasons}</legend>
${REASONS.map((reason) => reasonOf(reason, form.reasons ?? [], locale)).join('\n')}
</fieldset>
<label for="comment">${words.comment}</label>
<p class="hint" id="comment-hint">${words.commentHint}</p>
<textarea id="comment" name="comment" rows="4" maxlength="${String(LONGEST_COMMENT)}" aria-describedby="comment-hint">
${escaped(form.comment ?? '')}</textarea>
<label for="slip">${words.slip}</label>
<p class="hint" id="slip-hint">${words.slipHint}</p>
<input id="slip" name="slip" value="${escaped(form.slip ?? '')}" maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="slip-hint">
<button type="submit">${words.send}</button>
</details>
</form>
${proceduresOf(procedures, locale)}`;
  return pageOf({ locale, title, body, other: counterAddress(counter.counterCode, other(locale)) });
}

// Five places, so many of them full: a shape beside the words, and no colour alone.
function levelOf(level: (typeof LEVELS)[number], chosen: string | undefined, locale: Locale): string {
  const shape = '●'.repeat(level) + '○'.repeat(LEVELS.length - level);
  return `<label><input type="radio" name="level" value="${String(level)}" required${chosen === String(level) ? ' checked' : ''}><span>${LEVEL_WORDS[level][locale]}</span><span class="shape" aria-hidden="true">${shape}</span></label>`;
}

function reasonOf(reason: (typeof REASONS)[number], chosen: readonly string[], locale: Locale): string {
  return `<label><input type="checkbox" name="reasons" value="${reason}"${chosen.includes(reason) ? ' checked' : ''}><span>${REASON_WORDS[reason][locale]}</span></label>`;
}

// Names are as the national portal has them, in Vietnamese.
function proceduresOf({ list, catalogue }: ShownProcedures, locale: Locale): string {
  const words = RATING_WORDS[locale];
  const items = list.map(({ id, name }) => `<li><a href="/procedures/${encodeURIComponent(id)}" lang="vi">${escaped(name)}</a></li>`);
  return `<section><h2>${words.procedures}</h2>
${items.length > 0 ? `<ul>${items.join('\n')}</ul>` : ''}
<p><a href="${escaped(catalogue)}">${words.catalogue}</a></p>
<p><a href="/citizens-voice">${words.results}</a></p></section>`;
}

/** After it was taken, or was not counted: the same for both. */
export function thanksPage(counter: ShownCounter, locale: Locale): string {
  const words = RATING_WORDS[locale];
  const body = `${headOf(counter, locale)}
<div class="taken" role="status"><strong>${words.thanks}</strong><p>${words.counted}</p></div>
<p><a href="${counterAddress(counter.counterCode, locale)}">${words.back}</a></p>
<p><a href="/citizens-voice">${words.results}</a></p>`;
  return pageOf({ locale, title: words.thanks, body, other: counterAddress(counter.counterCode, other(locale), '/thanks') });
}

/** Of a counter that is not open, and of a code that no counter has. */
export function noCounterPage(counter: ShownCounter | null, code: string, locale: Locale): string {
  const words = RATING_WORDS[locale];
  const [title, hint] = counter ? [words.closed, words.closedHint] : [words.unknown, words.unknownHint];
  const body = `${counter ? `${headOf(counter, locale)}<div class="problem"><strong>${title}</strong><p>${hint}</p></div>` : `<h1>${title}</h1><p>${hint}</p>`}
<p><a href="/procedures">${words.catalogue}</a></p>`;
  return pageOf({ locale, title, body, other: counterAddress(code, other(locale)) });
}
