import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://127.0.0.1:7300';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The stylesheet of a lazy page travels with it; nothing is inlined that a strict CSP would refuse.
    assetsInlineLimit: 0,
    // antd's core is one piece; `npm run size` guards what the first load weighs in all.
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 7310,
    proxy: {
      '/api': { target: SERVER, ws: true, changeOrigin: false },
      '/files': { target: SERVER },
    },
  },
});
