import { type Messages, i18n } from '@lingui/core';
import { setAcceptLanguage } from './wire';

export type Language = 'vi' | 'en';

/** Where a feature's texts are, by language; they come with its pages. */
export type Texts = Readonly<Record<Language, () => Promise<{ messages: Messages }>>>;

/** The texts of a feature with those of others, of which its pages show parts. */
export function together(...all: readonly Texts[]): Texts {
  const of = (language: Language) => async (): Promise<{ messages: Messages }> => {
    const read = await Promise.all(all.map((texts) => texts[language]()));
    return { messages: Object.assign({}, ...read.map(({ messages }) => messages)) as Messages };
  };
  return { vi: of('vi'), en: of('en') };
}

const STORED = 'language';
const wanted = new Set<Texts>();
const loaded: Record<Language, Set<Texts>> = { vi: new Set(), en: new Set() };

/** As chosen on this device; Vietnamese where nobody chose. */
export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

async function load(language: Language, texts: Texts): Promise<void> {
  if (loaded[language].has(texts)) return;
  const { messages } = await texts[language]();
  i18n.load(language, messages);
  loaded[language].add(texts);
}

/** The texts of a feature, in the language in force and, from then on, in whichever comes to be. */
export async function withTexts(texts: Texts): Promise<void> {
  wanted.add(texts);
  await load(languageInForce(), texts);
}

export const languageInForce = (): Language => (i18n.locale === 'en' ? 'en' : 'vi');

export async function speak(language: Language): Promise<void> {
  await Promise.all([...wanted].map((texts) => load(language, texts)));
  i18n.activate(language);
  setAcceptLanguage(language);
  if (typeof document === 'undefined') return;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser that keeps nothing is asked again the next time.
  }
}
