import { useEffect, useState } from "react";
import type { PictureView } from "../../host";

/** How many thumbnails are kept in the page; older ones are asked for again. */
const KEPT = 150;

/**
 * Thumbnails that were asked for, so that scrolling does not ask twice. `forget` takes a picture
 * away everywhere at once: whoever shows it is told and shows nothing.
 */
export class ThumbnailShelf {
  readonly #kept = new Map<string, Promise<PictureView | null>>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(private readonly ask: (id: string) => Promise<PictureView | null>) {}

  /** The thumbnail of an exhibit, or null if there is none to show. */
  take(id: string): Promise<PictureView | null> {
    const known = this.#kept.get(id);
    if (known !== undefined) {
      return known;
    }
    const asked = this.ask(id).catch(() => {
      this.#kept.delete(id);
      return null;
    });
    this.#kept.set(id, asked);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    return asked;
  }

  /** Takes every picture away. */
  forget(): void {
    this.#kept.clear();
    this.#version += 1;
    for (const listener of this.#listeners) {
      listener();
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  version = (): number => this.#version;
}

/** An address for a picture that lives only as long as the picture is on screen. */
export function usePictureUrl(picture: PictureView | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (picture === null) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(blobOf(picture));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [picture]);
  return picture === null ? null : url;
}

function blobOf(picture: PictureView): Blob {
  const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: picture.media_type });
}
