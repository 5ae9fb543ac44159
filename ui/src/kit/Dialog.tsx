import { type ReactNode, useEffect, useRef } from "react";
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
            <KeepFocus />
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

/**
 * Keeps the keys in the dialog: where the button that was pressed goes or is shut, the page would have the focus, and Esc
 * would be heard by nobody.
 */
function KeepFocus(): ReactNode {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = here.current?.closest<HTMLElement>("[data-modal]");
    if (!dialog) return undefined;
    const observer = new MutationObserver(() => {
      const open = [...document.querySelectorAll("[data-modal]")];
      const isLost = document.activeElement === document.body;
      if (isLost && open.at(-1) === dialog) dialog.focus();
    });
    observer.observe(dialog, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    return () => observer.disconnect();
  }, []);
  return <span ref={here} hidden />;
}
