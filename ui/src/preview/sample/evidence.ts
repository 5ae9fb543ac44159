/** Made-up answers about exhibits. */
import type { Commands } from "../../host";
import { exhibit, pictureOf } from "./accounts";

/** Exhibits, their pictures and the rules before the first. */
export const evidenceAnswers: Partial<Commands> = {
  evidenceRules: async () => ({
    title: "Do not attach indecent images of children",
    text: [
      "Having one is an offence, also for an officer who means well.",
      "Stop, note the address, and tell the unit's lead.",
    ],
    source: "Protection of Children Act 1978, section 1",
    date: "2026-01-01",
  }),
  acknowledgeEvidenceRules: async () => null,
  listExhibits: async (request) => {
    const length = Math.max(0, Math.min(request.limit, 3902 - request.offset));
    return {
      rows: Array.from({ length }, (_, n) => exhibit(request.offset + n)),
      total: 3902,
      left_out: 0,
    };
  },
  thumbnail: async (id) => pictureOf(`picture ${Number.parseInt(id.slice(-12), 16)}`),
  openExhibit: async (id) => {
    const found = exhibit(Number.parseInt(id.slice(-12), 16));
    const isText = found.viewer === "text";
    return {
      exhibit: found,
      picture: found.viewer === "picture" ? pictureOf(found.number) : null,
      text: isText
        ? "19/11/2026, 14:02 - A: how much for two?\n19/11/2026, 14:03 - B: 4500 each, tonight"
        : null,
      text_is_cut: false,
      cannot_show: found.viewer === "none" ? "Video is not shown in the window yet" : null,
    };
  },
};
