//! Pages of plain text: 60 lines of 80 columns, each headed and footed by the marking.

/// Lines of a page, marking and foot included.
pub const PAGE_LINES: usize = 60;
/// Columns of a line.
pub const COLUMNS: usize = 80;
const HEAD_LINES: usize = 3;
const FOOT_LINES: usize = 3;
const BODY_LINES: usize = PAGE_LINES - HEAD_LINES - FOOT_LINES;

/// What stands on every page.
pub struct Frame<'a> {
    /// The marking, head and foot.
    pub marking: &'a str,
    /// `DRAFT, NOT APPROVED` under the marking, until approval.
    pub standing: Option<&'a str>,
    /// The reference outsiders see, at the foot.
    pub reference: &'a str,
}

/// The document: blocks in order, one blank line between them, a block kept on one page if a page
/// can hold it. Pages are parted by form feeds.
pub fn pages(frame: &Frame<'_>, blocks: &[Vec<String>]) -> String {
    let bodies = fill(blocks);
    let total = bodies.len();
    let mut text = String::new();
    for (index, body) in bodies.iter().enumerate() {
        if index > 0 {
            text.push('\u{c}');
        }
        push_line(&mut text, &centred(frame.marking));
        push_line(&mut text, &frame.standing.map(centred).unwrap_or_default());
        push_line(&mut text, "");
        for line in body {
            push_line(&mut text, line);
        }
        for _ in body.len()..BODY_LINES {
            push_line(&mut text, "");
        }
        push_line(&mut text, "");
        push_line(
            &mut text,
            &centred(&format!(
                "{}, page {} of {total}",
                frame.reference,
                index + 1
            )),
        );
        push_line(&mut text, &centred(frame.marking));
    }
    text
}

/// Pages of a text made here.
pub fn page_count(text: &str) -> u32 {
    u32::try_from(text.matches('\u{c}').count() + 1).unwrap_or(u32::MAX)
}

fn fill(blocks: &[Vec<String>]) -> Vec<Vec<&str>> {
    let mut bodies: Vec<Vec<&str>> = Vec::new();
    let mut body: Vec<&str> = Vec::new();
    for block in blocks {
        let gap = usize::from(!body.is_empty());
        let fits_here = body.len() + gap + block.len() <= BODY_LINES;
        if !fits_here && block.len() <= BODY_LINES || body.len() + gap >= BODY_LINES {
            bodies.push(std::mem::take(&mut body));
        } else if gap == 1 {
            body.push("");
        }
        for line in block {
            if body.len() == BODY_LINES {
                bodies.push(std::mem::take(&mut body));
            }
            body.push(line);
        }
    }
    if !body.is_empty() || bodies.is_empty() {
        bodies.push(body);
    }
    bodies
}

fn centred(text: &str) -> String {
    let pad = COLUMNS.saturating_sub(textwrap::core::display_width(text)) / 2;
    format!("{}{text}", " ".repeat(pad))
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(lines: usize) -> Vec<String> {
        (0..lines).map(|n| format!("line {n}")).collect()
    }

    fn check(blocks: &[Vec<String>], expected: usize) {
        let frame = Frame {
            marking: "OFFICIAL",
            standing: Some("DRAFT, NOT APPROVED"),
            reference: "NB-1",
        };
        let text = pages(&frame, blocks);
        let pages: Vec<&str> = text.split('\u{c}').collect();
        assert_eq!(pages.len(), expected);
        assert_eq!(page_count(&text) as usize, expected);
        let total: usize = blocks.iter().map(Vec::len).sum();
        assert_eq!(text.matches("line ").count(), total, "no line is lost");
        for (index, page) in pages.iter().enumerate() {
            let lines: Vec<&str> = page.lines().collect();
            assert_eq!(lines.len(), PAGE_LINES);
            assert_eq!(lines[0].trim(), "OFFICIAL");
            assert_eq!(lines[1].trim(), "DRAFT, NOT APPROVED");
            assert_eq!(
                lines[58].trim(),
                format!("NB-1, page {} of {expected}", index + 1)
            );
            assert_eq!(lines[59].trim(), "OFFICIAL");
        }
    }

    #[test]
    fn every_page_has_sixty_lines_and_its_marking() {
        check(&[], 1);
        check(&[block(54)], 1);
        check(&[block(55)], 2);
        check(&[block(20), block(20), block(12)], 1);
        check(&[block(20), block(20), block(20)], 2);
        check(&[block(10), block(200)], 4);
        check(&[block(53), block(3)], 2);
        check(&[block(54), block(54), block(1)], 3);
    }
}
