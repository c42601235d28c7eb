//! Tables that are read as well in a terminal.

/// A table whose first columns, as many as `left`, are words, and the others figures.
pub(crate) fn table<const N: usize>(head: [&str; N], left: usize, rows: &[[String; N]]) -> String {
    let head = head.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).map(|row| row[column].chars().count());
        cells.max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column < left {
            true => format!(" {cell:width$} |"),
            false => format!(" {cell:>width$} |"),
        });
        format!("|{}\n", cells.collect::<String>())
    };
    let rule = widths.iter().enumerate().map(|(column, width)| match column < left {
        true => format!(" {} |", "-".repeat(*width)),
        false => format!(" {}: |", "-".repeat(width - 1)),
    });
    let rule = format!("|{}\n", rule.collect::<String>());
    let rows: String = rows.iter().map(line).collect();
    line(&head) + &rule + &rows
}
