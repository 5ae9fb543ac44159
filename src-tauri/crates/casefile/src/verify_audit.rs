//! Whether the audit log is the one that was written and signed.

use crate::Result;
use crate::audit::{self, Stored};
use crate::head::Head;
use crate::layout::hex;
use crate::tree::Tree;
use crate::verify::Place;
use breakwater_model::audit::AuditCheckView;
use breakwater_model::{CaseId, OfficerId};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashMap};

/// What the walk along the chain gathers for the checks after it.
struct Walk {
    entries: i64,
    chain: [u8; 32],
    tree: Tree,
    roots: HashMap<i64, ([u8; 32], [u8; 32])>,
    keys: HashMap<OfficerId, String>,
}

type Problem = (i64, String);

/// Walks the chain from its beginning, then the checkpoints and the signed head.
pub(crate) fn check(place: &Place<'_>) -> Result<AuditCheckView> {
    let case_id = place.keyring.case_id;
    let checkpoints = checkpoints(place.db)?;
    let head = std::fs::read_to_string(place.layout.audit_head()).ok();
    let mut marks: Vec<i64> = checkpoints.iter().map(|(seq, _)| *seq).collect();
    let head = head.as_deref().and_then(Head::parse);
    marks.extend(head.iter().map(|(head, _)| head.seq));
    let mut walk = Walk {
        entries: 0,
        chain: audit::genesis(case_id),
        tree: Tree::default(),
        roots: HashMap::new(),
        keys: HashMap::new(),
    };
    let mut problem = walk_chain(place.db, &mut walk, &marks)?;
    if problem.is_none() {
        problem = checkpoints.iter().find_map(|(seq, text)| {
            let parsed = Head::parse(text);
            let fits = parsed.as_ref().is_some_and(|(head, _)| head.seq == *seq);
            let reason = match parsed {
                Some(parsed) if fits => head_problem(&walk, case_id, &parsed),
                _ => Some("a checkpoint cannot be read".to_owned()),
            };
            reason.map(|reason| (*seq, reason))
        });
    }
    if problem.is_none() {
        problem = match &head {
            None => Some((
                walk.entries,
                "audit.head is missing or was altered".to_owned(),
            )),
            Some(parsed) => head_problem(&walk, case_id, parsed).map(|reason| {
                (
                    walk.entries.min(parsed.0.seq) + i64::from(parsed.0.seq > walk.entries),
                    reason,
                )
            }),
        };
    }
    if problem.is_none() {
        let beyond: i64 =
            place
                .db
                .query_row("SELECT coalesce(max(seq), 0) FROM change", [], |row| {
                    row.get(0)
                })?;
        if beyond > walk.entries {
            problem = Some((beyond, "changes stand without their audit entry".to_owned()));
        }
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

fn checkpoints(db: &Connection) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare("SELECT seq, head FROM audit_checkpoint ORDER BY seq")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn walk_chain(db: &Connection, walk: &mut Walk, marks: &[i64]) -> Result<Option<Problem>> {
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
        if let Some(reason) = entry_problem(&stored, expected, &walk.chain, &texts)? {
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
            walk.roots
                .insert(expected, (stored.chain, walk.tree.root()));
        }
    }
    Ok(None)
}

fn entry_problem(
    stored: &Stored,
    expected: i64,
    previous: &[u8; 32],
    texts: &BTreeMap<String, Option<String>>,
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
    let same_words = texts.iter().all(|(name, text)| {
        text.as_ref()
            .is_none_or(|text| entry.texts.get(name) == Some(&audit::seal_text(&entry.salt, text)))
    });
    Ok((!same_names || !same_words).then(|| "the words of an entry were changed".into()))
}

fn head_problem(
    walk: &Walk,
    case_id: CaseId,
    (head, signature): &(Head, ssh_key::SshSig),
) -> Option<String> {
    if head.case_id != case_id {
        return Some("audit.head belongs to another case".into());
    }
    if head.seq > walk.entries {
        return Some(format!(
            "the log ends before its signed head at entry {}",
            head.seq
        ));
    }
    if walk.roots.get(&head.seq) != Some(&(head.chain, head.root)) {
        return Some("the log is not the one that was signed".into());
    }
    let signed = walk
        .keys
        .get(&head.officer)
        .is_some_and(|key| head.is_signed_by(signature, key));
    (!signed).then(|| "the signature of the head is not its officer's".into())
}
