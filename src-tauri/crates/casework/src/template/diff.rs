//! Two texts laid beside each other, line by line.

use breakwater_model::template::{DiffLineKind, DiffLineView};

/// Lines of a text that are compared; the rest is told as it stands in each.
const MOST: usize = 3_000;

/// Every line of both, in order; what is in both is told once. Nothing if they are the same.
pub(super) fn lines(before: &str, after: &str) -> Vec<DiffLineView> {
    if before == after {
        return Vec::new();
    }
    let old: Vec<&str> = before.lines().take(MOST).collect();
    let new: Vec<&str> = after.lines().take(MOST).collect();
    let common = common(&old, &new);
    let at = |i: usize, j: usize| {
        common
            .get(i * (new.len() + 1) + j)
            .copied()
            .unwrap_or_default()
    };
    let (mut i, mut j) = (0, 0);
    let mut all = Vec::new();
    loop {
        match (old.get(i), new.get(j)) {
            (Some(left), Some(right)) if left == right => {
                all.push(line(DiffLineKind::Same, left));
                (i, j) = (i + 1, j + 1);
            }
            (Some(left), right) if right.is_none() || at(i + 1, j) >= at(i, j + 1) => {
                all.push(line(DiffLineKind::Removed, left));
                i += 1;
            }
            (_, Some(right)) => {
                all.push(line(DiffLineKind::Added, right));
                j += 1;
            }
            (_, None) => return all,
        }
    }
}

fn line(kind: DiffLineKind, text: &str) -> DiffLineView {
    DiffLineView {
        kind,
        text: text.to_owned(),
    }
}

/// For each pair of places, how many lines both have in common from there on.
fn common(old: &[&str], new: &[&str]) -> Vec<u16> {
    let wide = new.len() + 1;
    let mut table = vec![0_u16; (old.len() + 1) * wide];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let get = |at: usize| table.get(at).copied().unwrap_or_default();
            let count = if old.get(i) == new.get(j) {
                get((i + 1) * wide + j + 1) + 1
            } else {
                get((i + 1) * wide + j).max(get(i * wide + j + 1))
            };
            if let Some(cell) = table.get_mut(i * wide + j) {
                *cell = count;
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_both_can_be_read_back_from_what_is_told() {
        let (before, after) = ("a\nb\nc\nd", "a\nx\nc\nd\ne");
        let told = lines(before, after);
        let side = |not: DiffLineKind| {
            let lines = told.iter().filter(|line| line.kind != not);
            lines
                .map(|line| line.text.as_str())
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert_eq!(side(DiffLineKind::Added), before);
        assert_eq!(side(DiffLineKind::Removed), after);
        assert_eq!(told.len(), 6);
        assert_eq!(lines(after, after), []);
    }
}
