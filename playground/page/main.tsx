import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { showTheme } from './theme.ts';

// Before anything is drawn, so that nothing flashes.
showTheme();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
