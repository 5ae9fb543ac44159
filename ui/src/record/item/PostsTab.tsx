import type { ReactNode } from "react";
import type { AccountView, PostView } from "../../host";
import { Bdi, Card, EmptyState, Pill, Time, WorldTimeText } from "../../kit";
import { useMarks } from "../search/marks";
import { signsOf } from "../signs";
import { w } from "../words";
import styles from "./ProfileText.module.css";
import { Translation, translationOf } from "./Translation";

/** Posts, stories and lives, newest first, each with its own translation. */
export function PostsTab(props: { account: AccountView }): ReactNode {
  const { account } = props;
  if (account.posts.length === 0) {
    return <EmptyState title={w.noPosts}>{w.noPostsWhy}</EmptyState>;
  }
  return account.posts.map((post) => <Post key={post.id} account={account} post={post} />);
}

function Post(props: { account: AccountView; post: PostView }): ReactNode {
  const { account, post } = props;
  const marks = useMarks("post", post.id);
  return (
    <Card>
      <div className={styles.two}>
        <div className={styles.side}>
          <h2 className={styles.heading}>
            <Pill>{w.unit[post.unit]}</Pill>{" "}
            <span className={styles.aside}>
              {post.posted === null ? (
                w.postedUnknown
              ) : (
                <>
                  {w.posted} <WorldTimeText time={post.posted} />
                </>
              )}{" "}
              · {w.cameIn} <Time at={post.imported_at} />
            </span>
          </h2>
          <Bdi lang={post.language} block marks={marks} signs={signsOf(account, "post", post.id)}>
            {post.text}
          </Bdi>
          {post.shown_url !== null && (
            <p className={styles.none}>
              <Bdi mono>{post.shown_url}</Bdi>
            </p>
          )}
        </div>
        <Translation
          account={account}
          post={post.id}
          translation={translationOf(account, post.id)}
        />
      </div>
    </Card>
  );
}
