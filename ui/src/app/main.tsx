import { createRoot } from "react-dom/client";
import { tauriHost } from "../host/tauri";
import "../kit/base.css";
import { App } from "./App";
import { freezePrototypes } from "./freeze";
import { markRaster } from "./raster";

const root = document.getElementById("root");
if (root) {
  markRaster();
  freezePrototypes();
  createRoot(root).render(<App host={tauriHost()} />);
}
