/**
 * The window in a browser, over made-up answers, to look at. Never part of the product.
 * Address: `?at=review/<id>/<tab>&theme=dark&rows=1000000`; without `at` it is locked.
 */
import { createRoot } from "react-dom/client";
import { App } from "../app/App";
import { freezePrototypes } from "../app/freeze";
import { markRaster } from "../app/raster";
import { fakeHost } from "../host/fake";
import "../kit/base.css";
import { sample } from "./sample";
import { session } from "./sample/base";

const asked = new URLSearchParams(location.search);
const at = asked.get("at");
const host = fakeHost({
  ...sample,
  ...(at === null ? {} : { session: async () => ({ ...session, last_route: at }) }),
});
Object.assign(window, { breakwaterPreview: host });

if (asked.get("dir") === "rtl") document.documentElement.dir = "rtl";

const root = document.getElementById("root");
if (root) {
  markRaster();
  freezePrototypes();
  createRoot(root).render(<App host={host} />);
}
