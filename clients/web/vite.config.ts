import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

// `npm run dev` serves the client alone; what it asks of the house goes to a server on this address.
const house = process.env.KLAPPHAUS_URL ?? 'http://127.0.0.1:5000';

/** The font's licence asks to travel with it. */
function fontLicence(): Plugin {
  return {
    name: 'font-licence',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/barlow-OFL.txt', source: readFileSync('node_modules/@fontsource/barlow/LICENSE') });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), fontLicence()],
  build: {
    // browsers that know light-dark() and @property; everything else is older than two years
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // fonts and pictures stay files: a strict content security policy refuses data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      // the host stays as the browser names it: the house compares it with the page's origin
      '/api': { target: house },
      '/house': { target: house, ws: true },
    },
  },
});
