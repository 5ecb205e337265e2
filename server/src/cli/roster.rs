//! The list of a group as a school has it: a CSV file is read whole, and each wrong line is named. Pure: it opens no file and no database.

use shared::{Lang, starting::plain};
use std::collections::{HashMap, HashSet};

/// A trainee of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number in the group.
    pub number: u32,
    /// First name.
    pub first: String,
    /// Family name; may be empty.
    pub last: String,
    /// Language of the interface.
    pub lang: Lang,
}

/// The largest number that fits on a card.
const NUMBER_MAX: u32 = 999;
/// Characters of a first or family name.
const NAME_MAX: usize = 60;

/// The four columns, and what schools call them.
const COLUMNS: [(&str, &[&str]); 4] = [
    ("number", &["number", "no", "n°", "nº", "numero", "رقم", "الرقم"]),
    ("first", &["first", "first name", "prenom", "الاسم", "الاسم الشخصي"]),
    ("last", &["last", "last name", "nom", "النسب", "الاسم العائلي"]),
    ("lang", &["lang", "language", "langue", "اللغه"]),
];

/// Reads a list. `taken` are the numbers that the group has given already.
///
/// # Errors
/// One sentence for each wrong line, with its number; the first line is 1.
pub fn read(bytes: &[u8], taken: &HashSet<u32>) -> Result<Vec<Entry>, Vec<String>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(wrong) => {
            let line = 1 + bytes[..wrong.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            return Err(vec![format!("Line {line}: the letters are not UTF-8. Save the file again as \"CSV UTF-8\".")]);
        }
    };
    let head = text.lines().next().unwrap_or_default();
    let separator = [b';', b'\t', b','].into_iter().find(|mark| head.bytes().any(|byte| byte == *mark)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let ends: Vec<usize> = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    let mut columns = [Some(0), Some(1), Some(2), Some(3)];
    let (mut entries, mut wrong, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for (at, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                wrong.push(format!("The file cannot be read as CSV: {error}."));
                break;
            }
        };
        // The reader counts records; a quoted field may go over several lines, and people look at lines.
        let line = record.position().map_or(at + 1, |position| line_at(text, &ends, usize::try_from(position.byte()).unwrap_or_default()));
        if record.iter().all(str::is_empty) {
            continue;
        }
        if at == 0 && record.get(0).is_some_and(|cell| cell.parse::<u32>().is_err()) {
            match header(&record) {
                Ok(found) => columns = found,
                Err(said) => return Err(vec![said]),
            }
            continue;
        }
        match entry(&record, &columns) {
            Ok(entry) => {
                if taken.contains(&entry.number) {
                    wrong.push(format!("Line {line}: the group already has a number {}. Give a free number.", entry.number));
                } else if let Some(before) = seen.insert(entry.number, line) {
                    wrong.push(format!(
                        "Line {line}: number {} is on line {before}, too. Give each trainee a number of their own.",
                        entry.number
                    ));
                } else {
                    entries.push(entry);
                }
            }
            Err(said) => wrong.push(format!("Line {line}: {said}")),
        }
    }
    if wrong.is_empty() && entries.is_empty() {
        wrong.push("The file names nobody: each line needs number,first,last and may have lang.".to_owned());
    }
    if wrong.is_empty() { Ok(entries) } else { Err(wrong) }
}

/// The line, from 1, of the record that begins at this byte or after the line ends there: where lines end as in files of Excel, the reader takes
/// the second half of an end for the beginning of the next record.
fn line_at(text: &str, ends: &[usize], byte: usize) -> usize {
    let rest = text.as_bytes().get(byte..).unwrap_or_default();
    let begin = byte + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    1 + ends.partition_point(|end| *end < begin)
}

fn header(record: &csv::StringRecord) -> Result<[Option<usize>; 4], String> {
    let titles: Vec<String> = record.iter().map(shared::accounts::folded).collect();
    let found = COLUMNS.map(|(_, names)| titles.iter().position(|title| names.contains(&title.as_str())));
    let missing: Vec<&str> =
        COLUMNS.iter().zip(found).filter(|((name, _), at)| *name != "lang" && at.is_none()).map(|((name, _), _)| *name).collect();
    if missing.is_empty() {
        return Ok(found);
    }
    Err(format!("Line 1: no column is called {}. Call the columns number,first,last and, if wanted, lang.", missing.join(" or ")))
}

fn entry(record: &csv::StringRecord, columns: &[Option<usize>; 4]) -> Result<Entry, String> {
    let cell = |at: usize| columns[at].and_then(|column| record.get(column)).unwrap_or_default();
    let number = match cell(0).parse::<u32>() {
        Ok(number @ 1..=NUMBER_MAX) => number,
        Ok(_) | Err(_) => return Err(format!("\"{}\" is no number of a card. Write a whole number from 1 to {NUMBER_MAX}.", cell(0))),
    };
    let (first, last) = (name(cell(1))?, name(cell(2))?);
    if first.is_empty() {
        return Err(format!("number {number} has no first name. Write one in the second column."));
    }
    let lang = match cell(3) {
        "" => Lang::Fr,
        code => Lang::from_code(&code.to_ascii_lowercase())
            .ok_or_else(|| format!("\"{code}\" is no language of the interface. Write fr, ar or en, or nothing."))?,
    };
    Ok(Entry { number, first, last, lang })
}

fn name(cell: &str) -> Result<String, String> {
    // What is not seen would turn the direction of what follows, on the cards too.
    let name = plain(cell);
    if name.chars().count() > NAME_MAX {
        return Err(format!("a name is longer than {NAME_MAX} characters. Shorten it."));
    }
    // A spreadsheet would take such a cell of the cards for a formula.
    if name.starts_with(['=', '+', '-', '@']) {
        return Err(format!("\"{}\" is no name. Write letters only.", name.escape_debug()));
    }
    Ok(name)
}

/// The cards as CSV, with the mark that makes spreadsheets read it as UTF-8. `codes` are in the order of the entries, as printed.
pub fn cards(group: &str, entries: &[Entry], codes: &[String]) -> String {
    let mut out = "\u{feff}group,number,name,code\r\n".to_owned();
    for (entry, code) in entries.iter().zip(codes) {
        let name = format!("{} {}", entry.first, entry.last);
        let name = name.trim().replace('"', "\"\"");
        out.push_str(&format!("{group},{},\"{name}\",{code}\r\n", entry.number));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Result<Vec<Entry>, Vec<String>> {
        read(text.as_bytes(), &HashSet::from([40]))
    }

    #[test]
    fn a_list_is_read_as_schools_write_it() {
        let comma = list("number,first,last,lang\n1,Amal,El Idrissi,ar\n2,\"Zineb, dite Zizi\",,\n").unwrap();
        assert_eq!((comma[0].number, comma[0].first.as_str(), comma[0].last.as_str(), comma[0].lang), (1, "Amal", "El Idrissi", Lang::Ar));
        assert_eq!((comma[1].first.as_str(), comma[1].last.as_str(), comma[1].lang), ("Zineb, dite Zizi", "", Lang::Fr));
        let excel = list("\u{feff}Nom;Prénom;N°\r\nEl  Idrissi ; Amal;1\r\n;;\r\nعلوي;أمينة;2\r\n").unwrap();
        assert_eq!((excel[0].number, excel[0].first.as_str(), excel[0].last.as_str()), (1, "Amal", "El Idrissi"));
        assert_eq!((excel[1].first.as_str(), excel[1].last.as_str()), ("أمينة", "علوي"));
        assert_eq!(list("1,\u{202e}Amal\u{202c},Alaoui").unwrap()[0].first, "Amal", "no name turns a page");
        assert_eq!(list("1,Amal,Alaoui").unwrap().len(), 1, "a list without titles");
        assert_eq!(list("رقم,الاسم الشخصي,الاسم العائلي\n1,أمل,علوي").unwrap().len(), 1);
    }

    #[test]
    fn each_wrong_line_is_named() {
        let said = list("number;first;last;lang\n1;Amal;A;fr\n1;Zineb;B;fr\nx;C;D\n0;C;D\n40;E;F\n5;;G\n6;H;I;de\n7;=1+1;J\n").unwrap_err();
        let lines: Vec<&str> = said.iter().map(|said| said.split(':').next().unwrap()).collect();
        assert_eq!(lines, ["Line 3", "Line 4", "Line 5", "Line 6", "Line 7", "Line 8", "Line 9"], "{said:#?}");
        assert!(said[0].contains("on line 2") && said[3].contains("already has") && said[5].contains("fr, ar or en"), "{said:#?}");
        let excel = list("\u{feff}number;first;last\r\n1;Amal;A\r\n\r\n0;\"Zi\r\nneb\";B\r\nx;C;D\r\n").unwrap_err();
        let lines: Vec<&str> = excel.iter().map(|said| said.split(':').next().unwrap()).collect();
        assert_eq!(lines, ["Line 4", "Line 6"], "a file of Excel, with an empty line and a cell of two: {excel:#?}");
        let latin = read(b"number,first,last\n1,Andr\xe9,B\n", &HashSet::new()).unwrap_err();
        assert!(latin[0].starts_with("Line 2") && latin[0].contains("CSV UTF-8"), "{latin:?}");
        assert!(list("prenom,age\nA,3").unwrap_err()[0].contains("number or last"));
        assert!(list("").unwrap_err()[0].contains("names nobody"));
    }

    #[test]
    fn a_name_turns_nothing_round() {
        let entries = list("1,Amal\u{202E},\u{200F}El  Idrissi\u{2067}").unwrap();
        assert_eq!((entries[0].first.as_str(), entries[0].last.as_str()), ("Amal", "El Idrissi"));
        assert!(list("1,\u{202E}=1+1,B").unwrap_err()[0].contains("is no name"));
    }

    #[test]
    fn cards_are_read_by_a_spreadsheet() {
        let entries = list("1,\"A \"\"B\"\"\",C").unwrap();
        let cards = cards("BER1", &entries, &["ABCD-EFGH".to_owned()]);
        assert_eq!(cards, "\u{feff}group,number,name,code\r\nBER1,1,\"A \"\"B\"\" C\",ABCD-EFGH\r\n");
    }
}
