import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// `npm run dev` serves the client alone; what it asks of the house goes to a server on this address.
const house = process.env.KLAPPHAUS_URL ?? 'http://127.0.0.1:5000';

export default defineConfig({
  plugins: [svelte()],
  build: {
    // browsers that know light-dark() and @property; everything else is older than two years
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // fonts and pictures stay files: a strict content security policy refuses data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/api': house,
      '/house': { target: house, ws: true },
    },
  },
});
