//! Computed number blocks: `ceil((fixed + pay) / margin)`. Names are blocks of the same frame; values are thousandths.

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormulaError {
    /// Not a formula.
    #[error("syntax")]
    Syntax,
    /// A number it needs is still empty.
    #[error("a number is missing")]
    Missing,
    /// Division by zero, a loss that never pays back, or a result out of range.
    #[error("no result")]
    NoResult,
}

/// Evaluates a formula; `value` gives the number of a block in thousandths, `None` while it is empty. The result is in thousandths.
///
/// # Errors
/// See [`FormulaError`].
pub fn evaluate(formula: &str, value: &dyn Fn(&str) -> Option<i64>) -> Result<i64, FormulaError> {
    let mut reader = Reader { rest: formula, value, depth: 0 };
    let result = reader.sum()?;
    reader.skip();
    if !reader.rest.is_empty() {
        return Err(FormulaError::Syntax);
    }
    let thousandths = (result * 1000.0).round();
    if thousandths.is_finite() && thousandths.abs() < 9e15 {
        #[expect(clippy::cast_possible_truncation, reason = "checked just above")]
        return Ok(thousandths as i64);
    }
    Err(FormulaError::NoResult)
}

struct Reader<'a> {
    rest: &'a str,
    value: &'a dyn Fn(&str) -> Option<i64>,
    depth: u8,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, c: char) -> bool {
        self.skip();
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> Result<f64, FormulaError> {
        let mut total = self.product()?;
        loop {
            if self.take('+') {
                total += self.product()?;
            } else if self.take('-') {
                total -= self.product()?;
            } else {
                return Ok(total);
            }
        }
    }

    fn product(&mut self) -> Result<f64, FormulaError> {
        let mut total = self.atom()?;
        loop {
            if self.take('*') {
                total *= self.atom()?;
            } else if self.take('/') {
                let by = self.atom()?;
                // Units to sell at a loss, months to earn back from nothing: there is no such number.
                if by <= 0.0 {
                    return Err(FormulaError::NoResult);
                }
                total /= by;
            } else {
                return Ok(total);
            }
        }
    }

    /// What follows an opening bracket, to its end. Nesting is bounded: a formula must not be able to use up the stack.
    fn inner(&mut self) -> Result<f64, FormulaError> {
        self.depth += 1;
        if self.depth > 32 {
            return Err(FormulaError::Syntax);
        }
        let inner = self.sum()?;
        self.depth -= 1;
        if self.take(')') { Ok(inner) } else { Err(FormulaError::Syntax) }
    }

    fn atom(&mut self) -> Result<f64, FormulaError> {
        if self.take('(') {
            return self.inner();
        }
        self.skip();
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_').unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        if word == "ceil" {
            return if self.take('(') { self.inner().map(f64::ceil) } else { Err(FormulaError::Syntax) };
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return constant(word).ok_or(FormulaError::Syntax);
        }
        if word.is_empty() {
            return Err(FormulaError::Syntax);
        }
        #[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53")]
        (self.value)(word).map(|v| v as f64 / 1000.0).ok_or(FormulaError::Missing)
    }
}

/// A number that stands in a formula: digits, and at most one point between them. The quotient of two whole numbers below 2^53 is as exact
/// as reading the fraction, whose tables would be a tenth of what a phone downloads for a board.
fn constant(word: &str) -> Option<f64> {
    let (whole, part) = word.split_once('.').unwrap_or((word, "0"));
    if whole.is_empty() || part.is_empty() || whole.len() + part.len() > 15 {
        return None;
    }
    let digits = format!("{whole}{part}");
    if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let shift = 10u64.pow(u32::try_from(part.len()).ok()?);
    #[expect(clippy::cast_precision_loss, reason = "fifteen digits stay below 2^53")]
    Some(digits.parse::<u64>().ok()? as f64 / shift as f64)
}

/// Reads a number as people type it: Western or Arabic-Indic digits, spaces, a comma or a point. In thousandths.
pub fn parse_number(typed: &str) -> Option<i64> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{66C}')
        .map(|c| match c {
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
            ',' | '٫' => '.',
            '−' => '-',
            c => c,
        })
        .collect();
    let (sign, digits) = plain.strip_prefix('-').map_or((1, plain.as_str()), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let fits = whole.len() <= 12 && !(whole.is_empty() && part.is_empty()) && whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit());
    if !fits {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<3}").get(..3)?.parse().ok()?;
    Some(sign * (whole * 1000 + part))
}

/// Writes thousandths with a point and without needless zeros: `12500` is `12.5`.
pub fn format_number(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let absolute = thousandths.unsigned_abs();
    let (whole, part) = (absolute / 1000, absolute % 1000);
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:03}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str) -> Option<i64> {
        Some(match name {
            "price" => 240_000,
            "variable" => 115_500,
            "margin" => 124_500,
            "fixed" => 800_000,
            "pay" => 2_000_000,
            "zero" => 0,
            _ => return None,
        })
    }

    #[test]
    fn the_sheets_formulas_compute() {
        assert_eq!(evaluate("price - variable", &sheet), Ok(124_500));
        assert_eq!(evaluate("ceil((fixed + pay) / margin)", &sheet), Ok(23_000));
    }

    #[test]
    fn what_cannot_be_computed_says_why() {
        assert_eq!(evaluate("price - nothing", &sheet), Err(FormulaError::Missing));
        assert_eq!(evaluate("price / zero", &sheet), Err(FormulaError::NoResult));
        assert_eq!(evaluate("price -", &sheet), Err(FormulaError::Syntax));
        assert_eq!(evaluate(&"(".repeat(100_000), &sheet), Err(FormulaError::Syntax));
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(parse_number("1 200,5"), Some(1_200_500));
        assert_eq!(parse_number("١٢"), Some(12_000));
        assert_eq!(parse_number("-3.25"), Some(-3_250));
        assert_eq!(parse_number("12a"), None);
        assert_eq!(parse_number(""), None);
        assert_eq!(format_number(-3_250), "-3.25");
        assert_eq!(format_number(12_000), "12");
    }

    #[test]
    fn a_constant_is_read_as_exactly_as_any_fraction() {
        for word in ["0", "12", "0.2", "1.07", "0.001", "123456.789", "99999999999999"] {
            assert_eq!(constant(word), word.parse().ok(), "{word}");
        }
        for word in ["1e3", "1.2.3", "1.", ".5", "2x", "1234567890.123456"] {
            assert_eq!(constant(word), None, "{word}");
        }
    }
}
