/** What this device chose to look like; the file of the first look reads the same two. */
export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'normal' | 'large';

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const write = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Chosen for this page only.
  }
};

export function chosenTheme(): Theme {
  const theme = read('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function setTheme(theme: Theme): void {
  write('theme', theme);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export const chosenTextSize = (): TextSize => (read('textSize') === 'large' ? 'large' : 'normal');

export function setTextSize(size: TextSize): void {
  write('textSize', size);
  if (size === 'large') document.documentElement.dataset.textSize = 'large';
  else delete document.documentElement.dataset.textSize;
}
