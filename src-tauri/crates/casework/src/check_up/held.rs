//! The rows of the files, sealed into the scratch case a block at a time: memory holds one block that is being
//! filled, or the few that were read last.

use crate::Result;
use breakwater_casefile::scratch::Scratch;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Most rows of a block.
const ROWS: usize = 1_024;
/// Text of a block from which on it is sealed.
const BYTES: usize = 1 << 20;
/// Blocks kept open after they were read.
const OPEN: usize = 4;

/// A row as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct HeldRow {
    /// What to call what it names.
    pub(super) label: String,
    /// Its cells.
    pub(super) cells: Vec<String>,
}

/// A block's first row and the object that holds it.
struct Block {
    first: u32,
    object: String,
}

/// Takes rows in.
#[derive(Default)]
pub(super) struct Filling {
    blocks: Vec<Block>,
    rows: Vec<HeldRow>,
    bytes: usize,
    first: u32,
}

impl Filling {
    /// Takes the next row.
    pub(super) fn put(&mut self, scratch: &Scratch, row: HeldRow) -> Result<()> {
        self.bytes += row.label.len() + row.cells.iter().map(String::len).sum::<usize>();
        self.rows.push(row);
        if self.rows.len() >= ROWS || self.bytes >= BYTES {
            self.seal(scratch)?;
        }
        Ok(())
    }

    fn seal(&mut self, scratch: &Scratch) -> Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let text = zeroize::Zeroizing::new(serde_json::to_vec(&self.rows)?);
        self.blocks.push(Block {
            first: self.first,
            object: scratch.put(&text)?,
        });
        self.first = self
            .first
            .saturating_add(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        self.rows.clear();
        self.bytes = 0;
        Ok(())
    }

    /// Seals the rest.
    pub(super) fn finish(mut self, scratch: &Scratch) -> Result<Held> {
        self.seal(scratch)?;
        Ok(Held {
            blocks: self.blocks,
            open: Mutex::default(),
        })
    }
}

type OpenBlock = (usize, Arc<Vec<HeldRow>>);

/// Gives rows back.
pub(super) struct Held {
    blocks: Vec<Block>,
    open: Mutex<VecDeque<OpenBlock>>,
}

impl Held {
    /// The row with this number, from 0; none beyond the last.
    pub(super) fn row(&self, scratch: &Scratch, number: u32) -> Result<Option<HeldRow>> {
        let after = self.blocks.partition_point(|block| block.first <= number);
        let Some(at) = after.checked_sub(1) else {
            return Ok(None);
        };
        let Some(block) = self.blocks.get(at) else {
            return Ok(None);
        };
        let rows = self.block(scratch, at, block)?;
        Ok(rows.get((number - block.first) as usize).cloned())
    }

    /// The rows with these numbers. Each block is opened once, however the numbers lie.
    pub(super) fn rows(
        &self,
        scratch: &Scratch,
        numbers: impl IntoIterator<Item = u32>,
    ) -> Result<HashMap<u32, HeldRow>> {
        let numbers: BTreeSet<u32> = numbers.into_iter().collect();
        let mut rows = HashMap::with_capacity(numbers.len());
        for number in numbers {
            if let Some(row) = self.row(scratch, number)? {
                rows.insert(number, row);
            }
        }
        Ok(rows)
    }

    fn block(&self, scratch: &Scratch, at: usize, block: &Block) -> Result<Arc<Vec<HeldRow>>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, rows)) = open.iter().find(|(known, _)| *known == at) {
            return Ok(Arc::clone(rows));
        }
        let text = zeroize::Zeroizing::new(scratch.get(&block.object)?);
        let rows = Arc::new(serde_json::from_slice::<Vec<HeldRow>>(&text)?);
        if open.len() >= OPEN {
            open.pop_front();
        }
        open.push_back((at, Arc::clone(&rows)));
        Ok(rows)
    }
}
