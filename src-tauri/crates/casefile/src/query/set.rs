//! A set of accounts: one bit for each row, 125 KB for a million.

/// A set of rows of accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set {
    bits: Vec<u64>,
}

const fn place(row: u32) -> (usize, u64) {
    ((row / 64) as usize, 1 << (row % 64))
}

impl Set {
    /// Puts a row in.
    pub fn insert(&mut self, row: u32) {
        let (word, bit) = place(row);
        if word >= self.bits.len() {
            self.bits.resize(word + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(word) {
            *bits |= bit;
        }
    }

    /// Takes a row out.
    pub fn remove(&mut self, row: u32) {
        let (word, bit) = place(row);
        if let Some(bits) = self.bits.get_mut(word) {
            *bits &= !bit;
        }
    }

    /// Puts a row in or takes it out.
    pub fn put(&mut self, row: u32, is_in: bool) {
        if is_in {
            self.insert(row);
        } else {
            self.remove(row);
        }
    }

    /// True if a row is in it.
    pub fn contains(&self, row: u32) -> bool {
        let (word, bit) = place(row);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Rows in it.
    pub fn count(&self) -> usize {
        self.bits
            .iter()
            .map(|bits| bits.count_ones() as usize)
            .sum()
    }

    /// Leaves what is in the other one too.
    pub fn keep(&mut self, other: &Self) {
        self.bits.truncate(other.bits.len());
        for (bits, others) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= others;
        }
    }

    /// Puts in what is in the other one.
    pub fn add(&mut self, other: &Self) {
        if other.bits.len() > self.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (bits, others) in self.bits.iter_mut().zip(&other.bits) {
            *bits |= others;
        }
    }

    /// Takes out what is in the other one.
    pub fn drop_all(&mut self, other: &Self) {
        for (bits, others) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= !others;
        }
    }

    /// The rows in it, ascending.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).zip(&self.bits).flat_map(|(word, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(word * 64 + bit)
            })
        })
    }
}

impl FromIterator<u32> for Set {
    fn from_iter<I: IntoIterator<Item = u32>>(rows: I) -> Self {
        let mut set = Self::default();
        for row in rows {
            set.insert(row);
        }
        set
    }
}
