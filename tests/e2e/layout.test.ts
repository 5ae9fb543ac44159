/** Every area at every size of the window: no button leaves the box it stands in, light and dark are sound. */
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { assertNothingLeaves, assertSound } from "./lib/faults.ts";
import { goToByKey, setTheme } from "./lib/officer.ts";
import { pictures, Workbench } from "./lib/workbench.ts";

const sizes = [
  { name: "1440x900", width: 1440, height: 900 },
  { name: "1280x720", width: 1280, height: 720 },
  { name: "900x720", width: 900, height: 720 },
  { name: "600x800", width: 600, height: 800 },
  // What the page gets of 1440 by 900 when everything in it is twice as large.
  { name: "200-percent", width: 720, height: 450 },
] as const;

const areas = [
  "Today",
  "Review",
  "Accounts",
  "Evidence",
  "Drafts",
  "Colleagues",
  "Audit log",
  "Settings",
];

describe("layout of the demonstration case", { concurrency: false }, () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open({ arguments: ["--demonstration"] });
    await bench.page.find({ role: "contentinfo", timeout: 240_000 });
  });
  after(async () => {
    await bench?.close();
    bench?.home.remove();
  });

  for (const { name, width, height } of sizes) {
    it(`no box leaves its parent at ${name}`, async () => {
      await bench.resize(width, height);
      for (const area of areas) {
        await goToByKey(bench, area);
        await bench.picture(join(pictures, `${name}-${area.toLowerCase().replace(" ", "-")}.png`));
        await assertNothingLeaves(bench, `${area} at ${name}`);
      }
    });
  }

  for (const theme of ["Light", "Dark", "High contrast"] as const) {
    it(`${theme.toLowerCase()} colours can be read`, async () => {
      await bench.resize(1440, 900);
      await setTheme(bench, theme);
      for (const area of ["Today", "Review", "Evidence", "Drafts"]) {
        await goToByKey(bench, area);
        const file = `${theme.toLowerCase().replace(" ", "-")}-${area.toLowerCase()}.png`;
        await bench.picture(join(pictures, file));
        await assertSound(bench, `${area}, ${theme}`);
      }
    });
  }
});
