//! The table that is printed.

use std::fmt;

/// One line: what is done, ours, the peer's, how they stand, the goal.
#[derive(Debug, Default)]
pub struct Row {
    /// What is done.
    pub work: String,
    /// What it took here.
    pub ours: String,
    /// Which peer.
    pub peer: String,
    /// What it took there.
    pub theirs: String,
    /// Ours divided by theirs.
    pub ratio: Option<f64>,
    /// What is aimed at.
    pub goal: String,
}

/// Lines as they were measured.
#[derive(Debug, Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// Adds a line.
    pub fn push(&mut self, row: Row) {
        self.0.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| Work | Breakwater | Peer | Took | Ratio | Goal |")?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        for row in &self.0 {
            let ratio = row
                .ratio
                .map(|ratio| format!("{ratio:.2}"))
                .unwrap_or_default();
            writeln!(
                f,
                "| {} | {} | {} | {} | {ratio} | {} |",
                row.work, row.ours, row.peer, row.theirs, row.goal
            )?;
        }
        Ok(())
    }
}
