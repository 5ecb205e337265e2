//! What a team does next. One thing, never a list: the page shows one saffron step.

use board::id::RecordId;

/// A sheet on a team's board, as far as the rule looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its frame on the board.
    pub frame: RecordId,
    /// Its template's id.
    pub template: String,
    /// Blocks with something in them.
    pub filled: u32,
    /// Blocks to fill.
    pub blocks: u32,
}

/// The next step of a venture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing is on the board: the first sheet, by its template's id.
    Begin(String),
    /// A sheet of the way to the next gate was begun, or only laid out: go on with it.
    Fill(Sheet),
    /// The next sheet of that way is not on the board yet: add it, by its template's id.
    Add(String),
    /// All sheets of that way are filled: show them to the mentor.
    Show,
}

/// The sheet every venture begins with.
pub const FIRST_SHEET: &str = "problem-map";

/// The next step of a team whose board holds `sheets`; `way` are the templates that lead to the next gate, in order.
/// Of several sheets of one template, the fullest that is not full yet counts.
pub fn next_step(way: &[&str], sheets: &[Sheet]) -> Step {
    if sheets.is_empty() {
        return Step::Begin(FIRST_SHEET.to_owned());
    }
    for template in way {
        let mut of_it = sheets.iter().filter(|sheet| sheet.template == *template).peekable();
        if of_it.peek().is_none() {
            return Step::Add((*template).to_owned());
        }
        let full = of_it.clone().any(|sheet| sheet.filled >= sheet.blocks);
        if let (false, Some(sheet)) = (full, of_it.max_by_key(|sheet| sheet.filled)) {
            return Step::Fill(sheet.clone());
        }
    }
    Step::Show
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::id::ClientNo;

    const WAY: [&str; 2] = ["problem-map", "interview"];

    fn sheet(counter: u32, template: &str, filled: u32) -> Sheet {
        Sheet { frame: RecordId { client: ClientNo(1), counter }, template: template.to_owned(), filled, blocks: 8 }
    }

    #[test]
    fn an_empty_board_begins_with_the_problem() {
        assert_eq!(next_step(&WAY, &[]), Step::Begin("problem-map".to_owned()));
    }

    #[test]
    fn the_fullest_unfinished_sheet_comes_first() {
        let sheets = [sheet(1, "problem-map", 1), sheet(2, "problem-map", 3), sheet(3, "interview", 2)];
        assert_eq!(next_step(&WAY, &sheets), Step::Fill(sheets[1].clone()));
    }

    #[test]
    fn a_full_sheet_leads_to_the_next_one() {
        assert_eq!(next_step(&WAY, &[sheet(1, "problem-map", 8)]), Step::Add("interview".to_owned()));
        assert_eq!(next_step(&WAY, &[sheet(1, "problem-map", 8), sheet(2, "interview", 8)]), Step::Show);
    }

    #[test]
    fn a_board_of_other_sheets_still_gets_the_one_that_is_missing() {
        assert_eq!(next_step(&WAY, &[sheet(1, "pitch", 8)]), Step::Add("problem-map".to_owned()));
    }
}
