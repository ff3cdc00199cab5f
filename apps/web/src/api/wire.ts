/** The language that answers come in. */
let acceptLanguage = 'vi';

export const setAcceptLanguage = (language: string): void => {
  acceptLanguage = language;
};

export const requestHeaders = (): Record<string, string> => ({ 'accept-language': acceptLanguage });
