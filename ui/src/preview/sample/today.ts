/** Made-up things that wait. */
import type { Commands, TodayItem, TodayView } from "../../host";
import { hours } from "./base";

function item(
  label: string,
  why: string,
  platform: string,
  due: number | null,
  n: number,
): TodayItem {
  return {
    label,
    why,
    due: due === null ? null : hours(due),
    is_overdue: due !== null && due < 0,
    account: `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
    referral: null,
    platform,
    act: null,
    promise: null,
    handover: null,
  };
}

const today: TodayView = {
  sections: [
    {
      key: "urgent",
      title: "Urgent",
      total: 2,
      items: [
        item("@boys_ready_22", "Leaves tonight, by its own words", "tiktok", 6, 0),
        item("channel_route_safe", "Flagged for the next 24 hours", "telegram", 22, 1),
      ],
    },
    {
      key: "safeguarding",
      title: "Safeguarding not answered",
      total: 1,
      items: [
        {
          ...item("@boys_ready_22", "told, no answer yet", "tiktok", null, 0),
          act: {
            id: "0190a000-0000-7000-8009-000000000001",
            action: "safeguarding",
            kind: "life-at-sea",
            grading: null,
            told: "HM Coastguard",
            by: "telephone, 999",
            reference: "CG 1148",
            known: "Says that a boat with 40 people leaves tonight.",
            at: hours(-2),
            officer: "4417",
            is_open: true,
            answer: null,
            answered_at: null,
          },
        },
      ],
    },
    {
      key: "second-look",
      title: "Second look",
      total: 3,
      items: [
        item("ڕێگای بەریتانیا", "5120 answered: Can't tell, own journey", "facebook", null, 3),
        item("@angli.express7", "5120 answered: Yes, someone else quoted", "tiktok", null, 4),
        item("uk.dream.vip", "4417 answered: Can't tell, scam", "instagram", null, 5),
      ],
    },
    {
      key: "holds",
      title: "Holds that have run out",
      total: 1,
      items: [item("sarafi_london_kbl", "Hold for information until today", "telegram", -20, 8)],
    },
    {
      key: "drafts",
      title: "Drafts with something missing",
      total: 62,
      items: [
        {
          label: "R-031 TikTok · 4 accounts",
          why: "2 things missing",
          due: null,
          is_overdue: false,
          account: null,
          referral: "0190a000-0000-7000-8005-000000000001",
          platform: "tiktok",
          act: null,
          promise: null,
          handover: null,
        },
      ],
    },
    {
      key: "erasure",
      title: "Due for erasure",
      total: 3,
      items: [item("@udhetim_angli.24", "No action, and its time has run", "tiktok", -40, 2)],
    },
  ],
  assessed_today: 37,
  to_review: 214,
};

/** Answers about Today; `?today=done` shows that nothing waits. */
export const todayAnswers: Partial<Commands> = {
  promisesOn: async () => [],
  handovers: async () => [],
  today: async () =>
    new URLSearchParams(location.search).get("today") === "done"
      ? { sections: [], assessed_today: 118, to_review: 0 }
      : today,
};
