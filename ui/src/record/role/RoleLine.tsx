import { type ReactNode, useState } from "react";
import type { AccountView, PersonRole } from "../../host";
import { Menu } from "../../kit";
import { RoleDialog } from "./RoleDialog";
import { ROLES } from "./roles";
import { w } from "./words";

/** What the person is to the case, as a quiet line that opens a menu: said by an officer, never worked out. */
export function RoleLine(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const [chosen, setChosen] = useState<PersonRole | null>(null);
  return (
    <>
      <Menu<PersonRole>
        label={`${w.lead} ${w.said(account.role)}`}
        variant="quiet"
        size="small"
        opensBy="account.role"
        items={ROLES.map((role) => ({
          id: role,
          label: w.role[role],
          detail: w.meaning[role],
        }))}
        onAction={setChosen}
      />
      {chosen !== null && (
        <RoleDialog account={account} role={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
