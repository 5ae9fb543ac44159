/** All answers of the preview; each part of the program may add a file and its line here. */
import type { Commands } from "../../host";
import { accounts } from "./accounts";
import { auditAnswers } from "./audit";
import { base } from "./base";
import { evidenceAnswers } from "./evidence";
import { exchangeAnswers } from "./exchange";
import { lexiconAnswers } from "./lexicons";
import { linkAnswers } from "./links";
import { lookAnswers } from "./look";
import { outcomeAnswers } from "./outcomes";
import { peopleAnswers } from "./people";
import { referralAnswers } from "./referrals";
import { registerAnswers } from "./registers";
import { todayAnswers } from "./today";

export const sample: Partial<Commands> = {
  ...base,
  ...accounts,
  ...(accounts.listAccounts ? linkAnswers(accounts.listAccounts) : {}),
  ...evidenceAnswers,
  ...todayAnswers,
  ...referralAnswers,
  ...exchangeAnswers,
  ...lookAnswers,
  ...lexiconAnswers,
  ...auditAnswers,
  ...registerAnswers,
  ...peopleAnswers,
  ...outcomeAnswers,
};
