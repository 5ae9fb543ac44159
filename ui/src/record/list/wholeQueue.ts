import type { ListRequest } from "../../host";

/** Everything that is to be reviewed, in the queue's order. */
export const wholeQueue: ListRequest = {
  scope: "to-review",
  search: "",
  statuses: [],
  platforms: [],
  only_readable: false,
  assigned: null,
  tags: [],
  order: "queue",
  is_descending: false,
  offset: 0,
  limit: 0,
};
