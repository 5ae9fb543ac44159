import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/**
 * cytoscape's collections inherit from `Array.prototype` and are given `map`, `filter` … of their own
 * by assignment. It is loaded after the prototypes are frozen (`app/freeze.ts`), which forbids that.
 * So they inherit from a copy that may be written to. Accessors in `Array.prototype` would do it too,
 * and made every use of an array in the window half as fast.
 */
function cytoscapeAfterFreeze(): Plugin {
  const found = "Object.create(Array.prototype)";
  const own =
    "Object.create(Array.prototype, Object.fromEntries(Reflect.ownKeys(Array.prototype).map(" +
    "(name) => [name, { value: Array.prototype[name], writable: true, configurable: true }])))";
  return {
    name: "cytoscape-after-freeze",
    enforce: "pre",
    transform(code, id) {
      if (!/cytoscape\.esm\.mjs/.test(id)) return null;
      if (code.split(found).length !== 2) this.error(`cytoscape no longer has one "${found}"`);
      return { code: code.replace(found, own), map: null };
    },
  };
}

/** The preview page (fake host, for looking at screens in a browser) is never in the product's build. */
export default defineConfig(({ mode }) => ({
  base: "./",
  clearScreen: false,
  plugins: [react(), cytoscapeAfterFreeze()],
  // Bundled beforehand it would pass the plugin by.
  optimizeDeps: { exclude: ["cytoscape"] },
  server: { port: 5173, strictPort: true },
  build: {
    outDir: mode === "preview" ? "dist-preview" : "dist",
    target: "safari16",
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: mode === "preview" ? "preview.html" : "index.html" },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/lib/testing.ts"],
    css: { include: [/tokens\.css/] },
    restoreMocks: true,
    testTimeout: 30_000,
    server: { deps: { inline: ["cytoscape"] } },
    // One page for all files of a worker: making a page anew for each costs more than the tests.
    isolate: false,
    maxWorkers: "100%",
  },
}));
