//! The RFC 6962 tree over audit leaves, kept as its frontier: the roots of the
//! perfect subtrees, largest first, so that appending needs no earlier leaf.

use sha2::{Digest, Sha256};

/// A growing tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    frontier: Vec<[u8; 32]>,
}

impl Tree {
    /// Takes up a tree of `size` leaves from its stored frontier; `None` if the two do not fit.
    pub fn resume(size: u64, bytes: &[u8]) -> Option<Self> {
        let (chunks, rest) = bytes.as_chunks::<32>();
        let fits = rest.is_empty() && chunks.len() == size.count_ones() as usize;
        fits.then(|| Self {
            size,
            frontier: chunks.to_vec(),
        })
    }

    /// Leaves so far.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf hash.
    pub fn push(&mut self, leaf: [u8; 32]) {
        let mut node = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.frontier.pop() {
                node = join(&left, &node);
            }
        }
        self.frontier.push(node);
        self.size += 1;
    }

    /// The tree head; of an empty tree the hash of nothing.
    pub fn root(&self) -> [u8; 32] {
        let mut nodes = self.frontier.iter().rev();
        match nodes.next() {
            None => Sha256::digest([]).into(),
            Some(last) => nodes.fold(*last, |right, left| join(left, &right)),
        }
    }

    /// The frontier as stored.
    pub fn frontier(&self) -> Vec<u8> {
        self.frontier.concat()
    }
}

fn join(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962 section 2.1, straight from its definition.
    fn defined(leaves: &[[u8; 32]]) -> [u8; 32] {
        match leaves {
            [] => Sha256::digest([]).into(),
            [leaf] => *leaf,
            _ => {
                let split = leaves.len().next_power_of_two() / 2;
                join(&defined(&leaves[..split]), &defined(&leaves[split..]))
            }
        }
    }

    #[test]
    fn head_equals_the_definition_for_every_size() {
        let leaves: Vec<[u8; 32]> = (0..70u8).map(|n| [n; 32]).collect();
        let mut tree = Tree::default();
        for n in 0..leaves.len() {
            assert_eq!(tree.root(), defined(&leaves[..n]));
            let again = Tree::resume(tree.size(), &tree.frontier()).unwrap();
            assert_eq!(again, tree);
            tree.push(leaves[n]);
        }
    }

    #[test]
    fn a_frontier_of_another_size_is_refused() {
        assert_eq!(Tree::resume(3, &[0; 32]), None);
        assert_eq!(Tree::resume(1, &[0; 31]), None);
    }
}
