/** One item of the notice, set as a block. */
import type { ReactNode } from "react";
import { type ItemView, useHost } from "../../host";
import { Bdi, Button, LinkButton, useToast, WorldTimeText } from "../../kit";
import { useRoute } from "../../lib/route";
import { failed } from "../../record/failed";
import { Canonical } from "./Canonical";
import { Earlier } from "./Earlier";
import { ItemExhibits } from "./ItemExhibits";
import styles from "./NoticeItem.module.css";
import { PaperText } from "./PaperText";
import { blockId, type ItemField } from "./requirements";
import { SeenLive } from "./SeenLive";
import { w } from "./words";

/** The block: who, where, the words, what they mean, why, and what shows it. */
export function NoticeItem(props: {
  item: ItemView;
  platform: string;
  missing: ReadonlySet<string>;
  onRemove: () => void;
}): ReactNode {
  const { item, missing } = props;
  const isMissing = (field: ItemField) => missing.has(`${item.id}/${field}`);
  const words = (field: ItemField, label: string, held: string, placeholder: string) => (
    <PaperText
      label={`${label}: ${w.item.label(item.position, item.label)}`}
      field={field}
      item={item.id}
      held={held}
      placeholder={placeholder}
      isMissing={isMissing(field)}
      set={setOf(field)}
    />
  );
  return (
    <section
      id={blockId(item.id)}
      tabIndex={-1}
      className={styles.block}
      aria-label={w.item.label(item.position, item.label)}
    >
      <Head item={item} platform={props.platform} onRemove={props.onRemove} />
      <div className={styles.address}>
        {words("address", w.item.address, item.address ?? "", w.item.noAddress)}
        <CopyAddress item={item} />
      </div>
      <Canonical item={item} />
      <Earlier item={item} />
      <Lines item={item} isMissing={isMissing} words={words} />
    </section>
  );
}

type Words = (field: ItemField, label: string, held: string, placeholder: string) => ReactNode;

function Lines(props: {
  item: ItemView;
  isMissing: (field: ItemField) => boolean;
  words: Words;
}): ReactNode {
  const { item, isMissing, words } = props;
  return (
    <dl className={styles.lines}>
      <dt>{w.item.where}</dt>
      <dd>{words("place", w.item.where, item.place, w.item.wherePlaceholder)}</dd>
      <dt>{w.item.words}</dt>
      <dd>{words("words", w.item.words, item.words, w.item.wordsPlaceholder)}</dd>
      <dt>{w.item.translation}</dt>
      <dd>
        {words(
          "translation",
          w.item.translation,
          item.translation ?? "",
          w.item.translationPlaceholder,
        )}
        {(item.translation ?? "") !== "" && (
          <div className={styles.by}>
            {words(
              "translation_by",
              w.item.translationBy,
              item.translation_by ?? "",
              w.item.translationByPlaceholder,
            )}
          </div>
        )}
      </dd>
      <dt>{w.item.why}</dt>
      <dd>{words("why", w.item.why, item.why, w.item.whyPlaceholder)}</dd>
      <dt>{w.item.live}</dt>
      <dd>
        <SeenLive item={item} isMissing={isMissing("seen_live")} />
      </dd>
      <dt>{w.item.exhibits}</dt>
      <dd>
        <ItemExhibits item={item} isMissing={isMissing("exhibits")} />
      </dd>
    </dl>
  );
}

function Head(props: { item: ItemView; platform: string; onRemove: () => void }): ReactNode {
  const { item, platform } = props;
  const { go } = useRoute();
  return (
    <header className={styles.head}>
      <p className={styles.who}>
        <b>
          {item.position}. <Bdi>{item.label}</Bdi>
        </b>{" "}
        <span className={styles.muted}>
          {item.platform_id === null ? (
            w.item.noId(platform)
          ) : (
            <bdi>{w.item.id(platform, item.platform_id)}</bdi>
          )}
          {item.handle_seen !== null && (
            <>
              , {w.item.handleSeen}
              <WorldTimeText time={item.handle_seen} />
            </>
          )}
        </span>
      </p>
      <span className={styles.acts}>
        <LinkButton
          ariaLabel={w.item.openOf(item.label)}
          onPress={() => go({ area: "review", id: item.account })}
        >
          {w.item.open}
        </LinkButton>
        <LinkButton ariaLabel={w.item.removeOf(item.label)} onPress={props.onRemove}>
          {w.item.remove}
        </LinkButton>
      </span>
    </header>
  );
}

function setOf(field: ItemField): "people" | "mono" | "plain" {
  if (field === "words") return "people";
  return field === "address" ? "mono" : "plain";
}

function CopyAddress(props: { item: ItemView }): ReactNode {
  const { item } = props;
  const host = useHost();
  const toast = useToast();
  if (item.address === null) return null;
  const copy = async () => {
    try {
      await host.commands.copyAccount(item.account, "working-address");
      toast({ text: w.item.copied, tone: "ok" });
    } catch (error) {
      toast({ text: `${w.item.notCopied}. ${failed(error)}`, tone: "warn" });
    }
  };
  return (
    <Button variant="quiet" size="small" icon="copy" onPress={() => void copy()}>
      {w.item.copyAddress}
    </Button>
  );
}
