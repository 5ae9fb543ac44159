import { useEffect, useState } from "react";

/** True while the focus is in a field for words, where paste means paste. */
export function useIsTyping(): boolean {
  const [isTyping, setTyping] = useState(() => takesWords(document.activeElement));
  useEffect(() => {
    const look = () => setTyping(takesWords(document.activeElement));
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, []);
  return isTyping;
}

/** True for a field for words. */
export function takesWords(element: Element | null): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement &&
      !["checkbox", "radio", "button"].includes(element.type)) ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
