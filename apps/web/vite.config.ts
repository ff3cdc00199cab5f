import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
    rollupOptions: { input: ['explorer', 'link'].map((page) => `${import.meta.dirname}/${page}.html`) },
  },
});
