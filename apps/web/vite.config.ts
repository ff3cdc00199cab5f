import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
    rollupOptions: { input: { explorer: new URL('explorer.html', import.meta.url).pathname } },
  },
});
