import { useEffect, useState } from 'react';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'trivsel-playground-theme';
const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value);
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Where the browser keeps nothing for this page, it looks as the system does each time. */
function remembered(): Theme {
  try {
    const value = window.localStorage.getItem(key);
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system';
  }
}

function remember(theme: Theme): void {
  try {
    window.localStorage.setItem(key, theme);
  } catch {
    // Then it lasts as long as the page.
  }
}

/** `colours.css` knows light and dark; which of them "as the system" is may change any time. */
export function showTheme(theme: Theme = remembered()): void {
  const isDark = theme === 'dark' || (theme === 'system' && dark().matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Light or dark: what was chosen here before, or in another window, else what the system says. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(remembered);
  useEffect(() => {
    const show = () => showTheme(theme);
    const follow = () => setTheme(remembered());
    show();
    const system = dark();
    system.addEventListener('change', show);
    window.addEventListener('storage', follow);
    return () => {
      system.removeEventListener('change', show);
      window.removeEventListener('storage', follow);
    };
  }, [theme]);
  const choose = (chosen: Theme) => {
    remember(chosen);
    setTheme(chosen);
  };
  return [theme, choose];
}
