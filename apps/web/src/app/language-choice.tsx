import { useLingui } from '@lingui/react/macro';
import { type Language, speak } from '../api/language';
import { Segments } from '../ui/segments';

export function LanguageChoice() {
  const { t, i18n } = useLingui();
  return (
    <Segments<Language>
      label={t`Ngôn ngữ`}
      value={i18n.locale === 'en' ? 'en' : 'vi'}
      onChange={(language) => void speak(language)}
      choices={[
        { value: 'vi', label: 'VI', lang: 'vi', says: 'Tiếng Việt' },
        { value: 'en', label: 'EN', lang: 'en', says: 'English' },
      ]}
    />
  );
}
