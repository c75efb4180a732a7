import type { ReactNode } from 'react';
import { usePage } from './page-context.ts';
import { type Theme, themes, useTheme } from './theme.ts';

export function ThemeSwitch(): ReactNode {
  const { t } = usePage();
  const [theme, choose] = useTheme();
  return (
    <div className="theme-switch">
      <label htmlFor="theme">{t.look}</label>
      <select id="theme" value={theme} onChange={(event) => choose(event.target.value as Theme)}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {t.looks[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
