//! Whether the audit log is the one that was written and signed.

use crate::audit::{self, Stored};
use crate::erase::words;
use crate::head::Head;
use crate::layout::hex;
use crate::table::exhibit;
use crate::tree::Tree;
use crate::verify::Place;
use crate::{Result, witness};
use breakwater_model::audit::AuditCheckView;
use breakwater_model::{CaseId, OfficerId};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The log at a signed place.
struct Mark {
    chain: [u8; 32],
    root: [u8; 32],
    frontier: Vec<u8>,
}

/// What the walk along the chain gathers for the checks after it.
struct Walk {
    entries: i64,
    chain: [u8; 32],
    tree: Tree,
    marks: HashMap<i64, Mark>,
    keys: HashMap<OfficerId, String>,
}

type Problem = (i64, String);
type Signed = (Head, ssh_key::SshSig);

/// Walks the chain from its beginning, then the checkpoints, the signed head, and what else knows how far
/// the log went: its changes, the index (`indexed`), and this machine.
pub(crate) fn check(place: &Place<'_>, indexed: Option<i64>) -> Result<AuditCheckView> {
    // What is written meanwhile is not half seen.
    let _one_view = place.db.unchecked_transaction()?;
    let checkpoints = checkpoints(place.db)?;
    let head = std::fs::read_to_string(place.layout.audit_head()).ok();
    let head = head.as_deref().and_then(Head::parse);
    let mut walk = Walk {
        entries: 0,
        chain: audit::genesis(place.keyring.case_id),
        tree: Tree::default(),
        marks: HashMap::new(),
        keys: HashMap::new(),
    };
    let marks = checkpoints.iter().map(|checkpoint| checkpoint.seq);
    let marks = marks
        .chain(head.iter().map(|(head, _)| head.seq))
        .collect::<HashSet<_>>();
    let mut problem = walk_chain(place.db, &mut walk, &marks)?;
    if problem.is_none() {
        problem = checkpoints.iter().find_map(|checkpoint| {
            checkpoint_problem(&walk, place.keyring.case_id, checkpoint)
                .map(|reason| (checkpoint.seq, reason))
        });
    }
    if problem.is_none() {
        problem = end_problem(&walk, place.keyring.case_id, head.as_ref());
    }
    if problem.is_none() {
        problem = beyond(place, walk.entries, indexed)?;
    }
    Ok(AuditCheckView {
        entries: u32::try_from(walk.entries).unwrap_or(u32::MAX),
        head: hex(&walk.chain),
        intact: problem.is_none(),
        first_bad: problem
            .as_ref()
            .map(|(seq, _)| u32::try_from(*seq).unwrap_or(u32::MAX)),
        problem: problem.map(|(_, reason)| reason),
    })
}

/// A checkpoint as stored: the signed text and the columns beside it, which say the same.
struct Checkpoint {
    seq: i64,
    root: Vec<u8>,
    frontier: Vec<u8>,
    at_ms: i64,
    officer: Vec<u8>,
    head: String,
}

fn checkpoints(db: &Connection) -> Result<Vec<Checkpoint>> {
    let mut statement = db.prepare(
        "SELECT seq, root, frontier, at_ms, officer, head FROM audit_checkpoint ORDER BY seq",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Checkpoint {
            seq: row.get(0)?,
            root: row.get(1)?,
            frontier: row.get(2)?,
            at_ms: row.get(3)?,
            officer: row.get(4)?,
            head: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn checkpoint_problem(walk: &Walk, case_id: CaseId, stored: &Checkpoint) -> Option<String> {
    let unread = || Some("a checkpoint cannot be read".to_owned());
    let Some(signed) = Head::parse(&stored.head) else {
        return unread();
    };
    let head = &signed.0;
    if head.seq != stored.seq {
        return unread();
    }
    if let Some(reason) = head_problem(walk, case_id, &signed) {
        return Some(reason);
    }
    let frontier = walk.marks.get(&head.seq).map(|mark| &mark.frontier);
    let agrees = stored.root == head.root
        && frontier == Some(&stored.frontier)
        && stored.at_ms == head.at.0
        && stored.officer == head.officer.bytes();
    (!agrees).then(|| "a checkpoint says something else than what was signed".into())
}

fn end_problem(walk: &Walk, case_id: CaseId, head: Option<&Signed>) -> Option<Problem> {
    let Some(signed) = head else {
        let reason = "audit.head is missing or was altered".to_owned();
        return Some((walk.entries, reason));
    };
    let seq = signed.0.seq;
    head_problem(walk, case_id, signed).map(|reason| {
        let first = walk.entries.min(seq) + i64::from(seq > walk.entries);
        (first, reason)
    })
}

/// Whether anything knows of a log that went on after its present end, or of another one.
fn beyond(place: &Place<'_>, entries: i64, indexed: Option<i64>) -> Result<Option<Problem>> {
    let changed: i64 =
        place
            .db
            .query_row("SELECT coalesce(max(seq), 0) FROM change", [], |row| {
                row.get(0)
            })?;
    if changed > entries {
        let reason = "changes stand without their audit entry".to_owned();
        return Ok(Some((changed, reason)));
    }
    if let Some(indexed) = indexed.filter(|indexed| *indexed > entries) {
        let reason = format!("the log ends before entry {indexed}, which the search index knows");
        return Ok(Some((entries + 1, reason)));
    }
    if let Some(seq) = exhibit::vanished(place.db)? {
        let reason = "an exhibit that was attached is no longer in the case".to_owned();
        return Ok(Some((seq, reason)));
    }
    let Some(seen) = &place.seen else {
        return Ok(None);
    };
    if seen.seq > entries {
        let reason = format!(
            "the log ends before entry {}, which this machine saw",
            seen.seq
        );
        return Ok(Some((entries + 1, reason)));
    }
    let is_held = witness::is_held(place.db, seen)?;
    Ok((!is_held).then(|| {
        let reason = "the log is not the one this machine saw".to_owned();
        (seen.seq, reason)
    }))
}

fn walk_chain(db: &Connection, walk: &mut Walk, marks: &HashSet<i64>) -> Result<Option<Problem>> {
    let erased = erased_words(db)?;
    let mut words = db.prepare("SELECT name, text FROM audit_text WHERE seq = :seq")?;
    let mut statement = db.prepare(&format!(
        "SELECT {} FROM audit ORDER BY seq",
        audit::COLUMNS
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let expected = walk.entries + 1;
        let Ok(stored) = audit::read(row) else {
            return Ok(Some((expected, "an entry cannot be read".into())));
        };
        let texts = words
            .query_map(named_params! { ":seq": stored.entry.seq }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<BTreeMap<String, Option<String>>>>()?;
        if let Some(reason) = entry_problem(&stored, expected, &walk.chain, &texts, &erased)? {
            return Ok(Some((expected.min(stored.entry.seq), reason)));
        }
        if matches!(
            stored.entry.action.as_str(),
            "case-created" | "officer-joined"
        ) && let Some(Some(key)) = texts.get("public_key")
        {
            walk.keys.insert(stored.entry.officer, key.clone());
        }
        walk.entries = expected;
        walk.chain = stored.chain;
        walk.tree.push(stored.leaf);
        if marks.contains(&expected) {
            let mark = Mark {
                chain: stored.chain,
                root: walk.tree.root(),
                frontier: walk.tree.frontier(),
            };
            walk.marks.insert(expected, mark);
        }
    }
    Ok(None)
}

/// Words that erasures took out, by entry and name: those of an erasure whose own entry holds the hash of its list.
fn erased_words(db: &Connection) -> Result<HashSet<(i64, String)>> {
    let mut erasures = db.prepare(
        "SELECT e.id, t.text FROM erasure e JOIN audit_text t ON t.seq = e.seq AND t.name = :name WHERE e.number IS NOT NULL",
    )?;
    let told = erasures
        .query_map(named_params! { ":name": words::ERASED_WORDS }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<Vec<(i64, Option<String>)>>>()?;
    let mut all = HashSet::new();
    for (erasure, said) in told {
        if said != Some(hex(&words::list_hash(db, erasure)?)) {
            continue;
        }
        let mut listed =
            db.prepare("SELECT seq, name FROM erased_word WHERE erasure = :erasure")?;
        let rows = listed.query_map(named_params! { ":erasure": erasure }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        for row in rows {
            all.insert(row?);
        }
    }
    Ok(all)
}

fn entry_problem(
    stored: &Stored,
    expected: i64,
    previous: &[u8; 32],
    texts: &BTreeMap<String, Option<String>>,
    erased: &HashSet<(i64, String)>,
) -> Result<Option<String>> {
    let entry = &stored.entry;
    if entry.seq != expected {
        return Ok(Some("an entry is missing".into()));
    }
    if entry.leaf()? != stored.leaf {
        return Ok(Some("an entry was changed".into()));
    }
    if audit::link(previous, &stored.leaf) != stored.chain {
        return Ok(Some("the chain is broken".into()));
    }
    let same_names = texts.keys().eq(entry.texts.keys());
    // A word that no erasure lists was taken out past the program.
    let same_words = texts.iter().all(|(name, text)| match text {
        Some(text) => entry.texts.get(name) == Some(&audit::seal_text(&entry.salt, text)),
        None => erased.contains(&(entry.seq, name.clone())),
    });
    Ok((!same_names || !same_words)
        .then(|| "the words of an entry were changed or taken out".into()))
}

fn head_problem(walk: &Walk, case_id: CaseId, (head, signature): &Signed) -> Option<String> {
    if head.case_id != case_id {
        return Some("audit.head belongs to another case".into());
    }
    if head.seq > walk.entries {
        return Some(format!(
            "the log ends before its signed head at entry {}",
            head.seq
        ));
    }
    let mark = walk.marks.get(&head.seq);
    if mark.is_none_or(|mark| mark.chain != head.chain || mark.root != head.root) {
        return Some("the log is not the one that was signed".into());
    }
    let signed = walk
        .keys
        .get(&head.officer)
        .is_some_and(|key| head.is_signed_by(signature, key));
    (!signed).then(|| "the signature of the head is not its officer's".into())
}
