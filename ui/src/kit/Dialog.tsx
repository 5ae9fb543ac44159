import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { cx } from "../lib/css";
import { IconButton } from "./Button";
import styles from "./Dialog.module.css";
import { ToastPlace } from "./Toast";
import { w } from "./words";

/** A window over the window. Esc closes it unless `isDismissable` is false. */
export function Dialog(props: {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  size?: "small" | "wide" | "full";
  isDismissable?: boolean;
  role?: "dialog" | "alertdialog";
  /** The buttons; they stay in sight while the body scrolls. */
  footer?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { isDismissable = true } = props;
  return (
    <ModalOverlay
      className={cx(styles.veil)}
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      isDismissable={false}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={cx(styles.modal, styles[props.size ?? "small"])}>
        <AriaDialog className={cx(styles.dialog)} role={props.role ?? "dialog"} data-modal="">
          <header className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {props.title}
            </Heading>
            {isDismissable && <IconButton icon="close" label={w.close} onPress={props.onClose} />}
          </header>
          <div className={styles.body}>{props.children}</div>
          <ToastPlace className={styles.messages} />
          {props.footer && <footer className={styles.foot}>{props.footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
